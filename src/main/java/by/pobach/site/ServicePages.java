package by.pobach.site;

import by.pobach.offers.Barrier;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Service.Kind;
import by.pobach.offers.Services;
import by.pobach.places.Centre;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** All that can be signed up for on one page, as the Centre keeps it: nothing here is written twice. */
@Controller
class ServicePages implements PublicPages {
    private final Services services;
    private final Programme programme;
    private final Centre centre;
    private final Dates dates;

    ServicePages(Services services, Programme programme, Centre centre, Dates dates) {
        this.services = services;
        this.programme = programme;
        this.centre = centre;
        this.dates = dates;
    }

    /** Services held in one way, such as all consultations. */
    record Part(String kind, List<Line> services) {}

    /**
     * One service.
     *
     * @param cost where it differs from the Centre's
     * @param barriers what it helps with, as codes; empty when it is for everybody
     * @param events the next dates of a group
     */
    record Line(
            String id,
            String name,
            String about,
            String length,
            List<String> places,
            List<String> barriers,
            @Nullable String cost,
            List<Programme.Told> events) {}

    @Override
    public List<String> paths() {
        return List.of("/services");
    }

    @GetMapping("/services")
    ModelAndView services(@RequestAttribute Frame frame) {
        List<Part> parts = Arrays.stream(Kind.values())
                .map(kind -> new Part(kind.code(), lines(kind, frame.language())))
                .filter(part -> !part.services().isEmpty())
                .toList();
        ModelMap model = new ModelMap("parts", parts);
        model.addAttribute("centre", centre.facts());
        return new ModelAndView("site/services", model);
    }

    private List<Line> lines(Kind kind, Language language) {
        return services.all().stream()
                .filter(service -> service.kind() == kind)
                .map(service -> line(service, language))
                .toList();
    }

    private Line line(Service service, Language language) {
        boolean forAll = service.barriers().size() == Barrier.values().length;
        Words own = service.cost();
        return new Line(
                service.id(),
                service.name().in(language),
                service.about().in(language),
                dates.minutes(service.minutes(), language),
                service.places().stream().map(Place::code).toList(),
                forAll ? List.of() : named(service),
                own == null ? null : own.in(language),
                service.isGroup() ? programme.told(programme.next(service), language) : List.of());
    }

    private static List<String> named(Service service) {
        return service.barriers().stream()
                .filter(barrier -> barrier != Barrier.UNKNOWN && barrier != Barrier.REFUSED)
                .sorted()
                .map(Barrier::code)
                .toList();
    }
}
