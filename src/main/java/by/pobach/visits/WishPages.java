package by.pobach.visits;

import by.pobach.offers.Services;
import by.pobach.offers.TimeWords;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Person.TellBy;
import by.pobach.places.Centre;
import by.pobach.places.UsefulNumber;
import by.pobach.web.Actor;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** "No time suits": a few words and a contact become a task of the desk with a promised day. */
@Controller
class WishPages {
    /** The sentence of the box, by the month it was written; the language is added. */
    private static final String CONSENT = "wish-2026-11";

    private static final int LONGEST = 2_000;

    private final Visits visits;
    private final Services services;
    private final TimeWords words;
    private final Limits limits;
    private final Centre centre;
    private final Dates dates;
    private final VisitRules rules;

    WishPages(
            Visits visits,
            Services services,
            TimeWords words,
            Limits limits,
            Centre centre,
            Dates dates,
            VisitRules rules) {
        this.visits = visits;
        this.services = services;
        this.words = words;
        this.limits = limits;
        this.centre = centre;
        this.dates = dates;
        this.rules = rules;
    }

    @GetMapping("/wish")
    ModelAndView ask(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        BookingForm form = BookingForm.of(sent).inLanguage(Language.of(locale).tag());
        return page(form, "", null, Language.of(locale));
    }

    @PostMapping("/wish")
    @Discreet
    ModelAndView keep(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Language language = Language.of(locale);
        BookingForm form = BookingForm.of(sent);
        String typed = String.valueOf(sent.getFirst("words") == null ? "" : sent.getFirst("words"));
        Problems problems = new Problems();
        String wish = wish(typed, problems);
        Person person = person(form, problems);
        if (!problems.isEmpty()) {
            return page(form, typed, problems, language);
        }
        if (!limits.mayTry(person.email() == null ? String.valueOf(person.phone()) : person.email())) {
            return new ModelAndView("visits/too-many", new ModelMap("minutes", 1), HttpStatus.TOO_MANY_REQUESTS);
        }
        LocalDate due = Actor.as(
                "family", () -> visits.wishForAnotherTime(person, about(form) + wish, CONSENT + "." + language.tag()));
        return new ModelAndView("visits/wish-kept", "answer", dates.dayOfMonth(due, language));
    }

    private static String wish(String typed, Problems problems) {
        String wish =
                typed.replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
        if (wish.isEmpty()) {
            problems.add("words", "visits.wish.words.empty");
        } else if (wish.length() > LONGEST) {
            problems.add("words", "visits.who.note.too-long", LONGEST);
        }
        return wish;
    }

    /** What the wish was about, in the desk's first language, before the person's own words. */
    private String about(BookingForm form) {
        String service = form.query().service();
        return service == null
                ? ""
                : services.offered(service)
                        .map(found -> "«" + found.name().be() + "» · ")
                        .orElse("");
    }

    private static Person person(BookingForm form, Problems problems) {
        String name = checked("name", form.name(), Contact::name, problems);
        if (form.name().isBlank()) {
            problems.add("name", "visits.who.name.empty");
        }
        if (form.phone().isBlank() && form.email().isBlank()) {
            problems.add("phone", "visits.who.no-contact");
        }
        String phone = checked("phone", form.phone(), Contact::phone, problems);
        String email = checked("email", form.email(), Contact::email, problems);
        if (!form.agreed()) {
            problems.add("agreed", "visits.who.not-agreed");
        }
        return new Person(
                Ids.next(),
                name == null ? "" : name,
                email,
                phone,
                Language.of(form.language()),
                phone == null ? TellBy.MAIL : TellBy.CALL);
    }

    private static @Nullable String checked(
            String field, String typed, Function<String, Contact.Checked> check, Problems problems) {
        if (typed.isBlank()) {
            return null;
        }
        return switch (check.apply(typed)) {
            case Contact.Good good -> good.value();
            case Contact.Refused refused -> {
                problems.add(field, refused.why().key());
                yield null;
            }
        };
    }

    private ModelAndView page(BookingForm form, String typed, @Nullable Problems problems, Language language) {
        ModelMap model = new ModelMap("form", form);
        model.addAttribute("query", form.query());
        model.addAttribute("words", typed);
        model.addAttribute("problems", problems);
        model.addAttribute("again", "/wish");
        model.addAttribute("centre", centre.facts());
        model.addAttribute("danger", centre.numbers(UsefulNumber.Kind.DANGER));
        model.addAttribute("answer", words.answerDay(language));
        model.addAttribute("keptDays", rules.eraseAfter().toDays());
        model.addAttribute(
                "languages",
                Arrays.stream(Language.values())
                        .map(known -> Choice.key(known.tag(), "web.language." + known.tag()))
                        .toList());
        return new ModelAndView(
                "visits/wish", model, problems == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }
}
