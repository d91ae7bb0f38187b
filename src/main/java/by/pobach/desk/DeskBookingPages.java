package by.pobach.desk;

import by.pobach.offers.Alternative;
import by.pobach.offers.Need;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Wish;
import by.pobach.people.StaffMember;
import by.pobach.visits.Booking;
import by.pobach.visits.Outcome;
import by.pobach.visits.Visits;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.server.ResponseStatusException;

/** Puts in a visit for somebody on the phone: one page, what it is about above, who calls below. */
@Controller
class DeskBookingPages {
    /** What is kept as the text that was agreed to: the sentence was read aloud. */
    static final String AGREED_ON_THE_PHONE = "desk";

    private final Visits visits;
    private final Services services;
    private final DeskLines lines;
    private final DeskTimes times;

    DeskBookingPages(Visits visits, Services services, DeskLines lines, DeskTimes times) {
        this.visits = visits;
        this.services = services;
        this.lines = lines;
        this.times = times;
    }

    @GetMapping("/desk/visits/new")
    String form(DeskBookingForm form, @RequestAttribute Frame frame, Model model) {
        return show(form, Ids.next().toString(), List.of(), frame.language(), model);
    }

    private String show(DeskBookingForm form, String key, List<Alternative> nearest, Language language, Model model) {
        DeskRights rights = lines.runningDesk();
        Service service = service(form);
        Place place = place(form, service);
        UUID specialist = specialist(form, service).map(StaffMember::id).orElse(null);
        Wish wish = new Wish(service, place, specialist, form.needs(), lines.today(), lines.today(), List.of());
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("form", form)
                .addAttribute("key", key)
                .addAttribute("service", service.id())
                .addAttribute("place", place.code())
                .addAttribute("specialist", specialist == null ? "" : specialist.toString())
                .addAttribute("needs", form.needs().stream().map(Need::code).toList())
                .addAttribute("from", DeskWeekPages.date(form.from()).orElse(lines.today()))
                .addAttribute("services", serviceChoices(language))
                .addAttribute("places", placeChoices(service))
                .addAttribute("specialists", specialistChoices(service, language))
                .addAttribute(
                        "needChoices", choices(Arrays.stream(Need.values()).map(Need::code), "need"))
                .addAttribute("tells", choices(Stream.of("call", "sms", "mail"), "tell"))
                .addAttribute("languages", languageChoices())
                .addAttribute("days", times.days(times.around(wish, form.from()), nearest, language));
        return "desk/new";
    }

    private Service service(DeskBookingForm form) {
        List<Service> open = open();
        return open.stream()
                .filter(service -> service.id().equals(form.service()))
                .findFirst()
                .or(() -> open.stream().findFirst())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Service> open() {
        return services.all().stream().filter(service -> !service.isGroup()).toList();
    }

    private static Place place(DeskBookingForm form, Service service) {
        return Place.of(DeskBookingForm.typed(form.place()))
                .filter(service.places()::contains)
                .orElse(service.places().getFirst());
    }

    private Optional<StaffMember> specialist(DeskBookingForm form, Service service) {
        return services.specialists(service).stream()
                .filter(member -> member.id().toString().equals(form.specialist()))
                .findFirst();
    }

    private List<Choice> serviceChoices(Language language) {
        return open().stream()
                .map(service -> Choice.text(service.id(), service.name().in(language)))
                .toList();
    }

    private static List<Choice> placeChoices(Service service) {
        return choices(service.places().stream().map(Place::code), "place");
    }

    private List<Choice> specialistChoices(Service service, Language language) {
        List<Choice> choices = new ArrayList<>(List.of(Choice.key("", "desk.new.anyone")));
        services.specialists(service)
                .forEach(member -> choices.add(
                        Choice.text(member.id().toString(), member.name().in(language))));
        return choices;
    }

    private static List<Choice> choices(Stream<String> codes, String group) {
        return codes.map(code -> Choice.key(code, "desk." + group + "." + code)).toList();
    }

    private static List<Choice> languageChoices() {
        return Arrays.stream(Language.values())
                .map(language -> Choice.key(language.tag(), "web.language." + language.tag()))
                .toList();
    }

    @PostMapping("/desk/visits")
    String book(DeskBookingForm form, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        lines.runningDesk();
        Problems problems = new Problems();
        Service service = service(form);
        Optional<Booking> booking = form.read(service, place(form, service), problems);
        if (booking.isEmpty()) {
            return again(form, problems, form.key(), List.of(), frame, model, response);
        }
        String key = DeskBookingForm.typed(form.key());
        return switch (visits.book(booking.get(), key, AGREED_ON_THE_PHONE)) {
            case Outcome.Booked booked ->
                "redirect:/desk/visits/" + booked.visit().id() + "?done=booked";
            case Outcome.Taken taken ->
                again(
                        form,
                        problems.add("start", DeskTimes.taken(taken)),
                        key,
                        taken.alternatives(),
                        frame,
                        model,
                        response);
            case Outcome.Invalid _ ->
                again(form, problems.add("start", "desk.refusal.invalid"), key, List.of(), frame, model, response);
            case Outcome.KeyReused _ ->
                again(form, problems.add("name", "desk.refusal.key-reused"), null, List.of(), frame, model, response);
            case Outcome.TooMany _ ->
                again(form, problems.add("phone", "desk.refusal.too-many"), key, List.of(), frame, model, response);
            case Outcome.TooLate _ ->
                again(form, problems.add("start", "desk.refusal.too-late"), key, List.of(), frame, model, response);
        };
    }

    private String again(
            DeskBookingForm form,
            Problems problems,
            @Nullable String key,
            List<Alternative> nearest,
            Frame frame,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        String next = key == null || key.isBlank() ? Ids.next().toString() : key;
        return show(form, next, nearest, frame.language(), model);
    }
}
