package by.pobach.site;

import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.places.Centre;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** What each device of the Centre is, told to whoever has never held one, with a way to try it on every page. */
@Controller
class DevicePages implements PublicPages {
    private final Prose prose;
    private final Services services;
    private final Centre centre;
    private final Dates dates;

    DevicePages(Prose prose, Services services, Centre centre, Dates dates) {
        this.prose = prose;
        this.services = services;
        this.centre = centre;
        this.dates = dates;
    }

    /** How the device is tried here; without a service of its own somebody writes when it would suit. */
    record Trial(String href, @Nullable String length, String cost) {}

    @Override
    public List<String> paths() {
        return Stream.concat(
                        Stream.of("/devices"),
                        Arrays.stream(Device.values()).map(device -> "/devices/" + device.code()))
                .toList();
    }

    @GetMapping("/devices")
    ModelAndView devices(@RequestAttribute Frame frame) {
        return prose.page("devices", frame);
    }

    @GetMapping("/devices/{kind}")
    ModelAndView device(@PathVariable String kind, @RequestAttribute Frame frame) {
        Device device = Device.of(kind).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        ModelAndView page = prose.page("device-" + device.code(), frame);
        page.addObject("trial", trial(device, frame.language()));
        return page;
    }

    private Trial trial(Device device, Language language) {
        Optional<Service> shown = services.all().stream()
                .filter(service -> device.code().equals(service.deviceKind()))
                .findFirst();
        String cost = shown.map(Service::cost)
                .map((Words own) -> own.in(language))
                .orElse(centre.facts().cost().in(language));
        return shown.map(service ->
                        new Trial("/times?service=" + service.id(), dates.minutes(service.minutes(), language), cost))
                .orElse(new Trial("/wish", null, cost));
    }
}
