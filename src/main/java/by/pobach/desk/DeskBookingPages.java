package by.pobach.desk;

import by.pobach.offers.Alternative;
import by.pobach.offers.Need;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Wish;
import by.pobach.people.Contact;
import by.pobach.people.Contact.Good;
import by.pobach.people.Contact.Refused;
import by.pobach.people.Person.TellBy;
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
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
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

    /** What the page was asked, and what was typed; everything may be missing. */
    record Form(
            @Nullable String service,
            @Nullable String place,
            @Nullable String specialist,
            @Nullable List<String> need,
            @Nullable String from,
            @Nullable String start,
            @Nullable String name,
            @Nullable String phone,
            @Nullable String email,
            @Nullable String tell,
            @Nullable String lang,
            @Nullable String note,
            @Nullable String agreed,
            @Nullable String key) {

        Set<Need> needs() {
            Set<Need> needs = EnumSet.noneOf(Need.class);
            Optional.ofNullable(need).orElse(List.of()).stream()
                    .map(Need::of)
                    .flatMap(Optional::stream)
                    .forEach(needs::add);
            return needs;
        }

        static String typed(@Nullable String text) {
            return text == null ? "" : text;
        }
    }

    DeskBookingPages(Visits visits, Services services, DeskLines lines, DeskTimes times) {
        this.visits = visits;
        this.services = services;
        this.lines = lines;
        this.times = times;
    }

    @GetMapping("/desk/visits/new")
    String form(Form form, @RequestAttribute Frame frame, Model model) {
        return show(form, Ids.next().toString(), List.of(), frame.language(), model);
    }

    private String show(Form form, String key, List<Alternative> nearest, Language language, Model model) {
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

    private Service service(Form form) {
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

    private static Place place(Form form, Service service) {
        return Place.of(Form.typed(form.place()))
                .filter(service.places()::contains)
                .orElse(service.places().getFirst());
    }

    private Optional<StaffMember> specialist(Form form, Service service) {
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
    String book(Form form, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        lines.runningDesk();
        Problems problems = new Problems();
        Optional<Booking> booking = booking(form, problems);
        if (booking.isEmpty()) {
            return again(form, problems, form.key(), List.of(), frame, model, response);
        }
        String key = Form.typed(form.key());
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
            Form form,
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

    /** Empty when something is missing or wrong; then the problems say what, in the order of the page. */
    private Optional<Booking> booking(Form form, Problems problems) {
        Service service = service(form);
        Optional<DeskTimes.Chosen> chosen = DeskTimes.Chosen.of(Form.typed(form.start()));
        if (chosen.isEmpty()) {
            problems.add("start", "desk.times.choose");
        }
        Optional<String> name = checked("name", Contact.name(Form.typed(form.name())), problems);
        boolean noPhone = Form.typed(form.phone()).isBlank();
        boolean noEmail = Form.typed(form.email()).isBlank();
        if (noPhone && noEmail) {
            problems.add("phone", "desk.new.contact-missing");
        }
        String phone = noPhone
                ? null
                : checked("phone", Contact.phone(Form.typed(form.phone())), problems)
                        .orElse(null);
        String email = noEmail
                ? null
                : checked("email", Contact.email(Form.typed(form.email())), problems)
                        .orElse(null);
        TellBy tellBy = tellBy(form, noPhone, noEmail, problems);
        String note = Form.typed(form.note()).strip();
        if (note.length() > DeskVisitPages.LONGEST) {
            problems.add("note", "desk.new.note-long");
        }
        if (form.agreed() == null) {
            problems.add("agreed", "desk.new.agreed-missing");
        }
        if (!problems.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Booking(
                service,
                place(form, service),
                chosen.orElseThrow().start(),
                chosen.orElseThrow().specialist(),
                name.orElseThrow(),
                email,
                phone,
                tellBy,
                Language.of(Form.typed(form.lang())),
                List.of(),
                form.needs(),
                note.isEmpty() ? null : note));
    }

    private static TellBy tellBy(Form form, boolean noPhone, boolean noEmail, Problems problems) {
        TellBy asked = Arrays.stream(TellBy.values())
                .filter(way -> way.name().toLowerCase(Locale.ROOT).equals(form.tell()))
                .findFirst()
                .orElse(noPhone ? TellBy.MAIL : TellBy.CALL);
        if (asked == TellBy.MAIL && noEmail && !noPhone) {
            problems.add("email", "desk.new.email-for-mail");
        }
        if (asked != TellBy.MAIL && noPhone && !noEmail) {
            problems.add("phone", "desk.new.phone-for-call");
        }
        return asked;
    }

    private static Optional<String> checked(String field, Contact.Checked typed, Problems problems) {
        return switch (typed) {
            case Good good -> Optional.of(good.value());
            case Refused refused -> {
                problems.add(field, refused.why().key());
                yield Optional.empty();
            }
        };
    }
}
