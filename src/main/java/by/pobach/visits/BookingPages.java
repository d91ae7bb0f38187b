package by.pobach.visits;

import by.pobach.offers.Alternative;
import by.pobach.offers.Alternatives;
import by.pobach.offers.Fault;
import by.pobach.offers.Nearby;
import by.pobach.offers.Need;
import by.pobach.offers.Offer;
import by.pobach.offers.Offers;
import by.pobach.offers.Starts;
import by.pobach.offers.TimeWords;
import by.pobach.offers.Times;
import by.pobach.offers.Wish;
import by.pobach.people.Contact;
import by.pobach.places.Centre;
import by.pobach.visits.BookingCheck.Chosen;
import by.pobach.web.Actor;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Frame;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * From a chosen time to a promised visit: who comes, a look at everything, one press. Nothing is kept on the way: what was
 * typed travels in the forms. Names and contacts are only ever posted.
 */
@Controller
class BookingPages {
    /** The text that the box of the form agrees to; {@code consent-2026-11.be.html} and its two sisters. */
    private static final String CONSENT = "consent-2026-11";

    /** Shows what was typed, in whatever language, and books nothing. */
    private static final String CHECK = "/book/check";

    private final BookingCheck check;
    private final Visits visits;
    private final Times times;
    private final TimeWords words;
    private final Offers offers;
    private final Alternatives alternatives;
    private final Starts starts;
    private final Centre centre;
    private final VisitRules rules;
    private final Dates dates;
    private final IcuMessages messages;
    private final Clock clock;

    BookingPages(
            BookingCheck check,
            Visits visits,
            Times times,
            TimeWords words,
            Offers offers,
            Alternatives alternatives,
            Starts starts,
            Centre centre,
            VisitRules rules,
            Dates dates,
            IcuMessages messages,
            Clock clock) {
        this.check = check;
        this.visits = visits;
        this.times = times;
        this.words = words;
        this.offers = offers;
        this.alternatives = alternatives;
        this.starts = starts;
        this.centre = centre;
        this.rules = rules;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/book")
    ModelAndView who(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        BookingForm form = BookingForm.of(sent).inLanguage(Language.of(locale).tag());
        Language language = Language.of(locale);
        return withChosen(
                form,
                chosen -> starts.fault(chosen.service(), form.query().specialist(), chosen.start())
                        .map(fault -> again(form, reason(fault), HttpStatus.UNPROCESSABLE_CONTENT))
                        .orElseGet(() -> isFree(form, chosen)
                                ? whoPage(form, chosen, null, language)
                                : taken(form, chosen, around(form, chosen), language)));
    }

    /** Back to the form with everything typed. */
    @PostMapping("/book")
    @Discreet
    ModelAndView change(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        BookingForm form = BookingForm.of(sent);
        return withChosen(form, chosen -> whoPage(form, chosen, null, Language.of(locale)));
    }

    @PostMapping(CHECK)
    @Discreet
    ModelAndView check(@RequestParam MultiValueMap<String, String> sent, Locale locale) {
        Language language = Language.of(locale);
        BookingForm form = BookingForm.of(sent);
        return withChosen(form, chosen -> switch (check.check(form, chosen, self(form))) {
            case BookingCheck.Wrong wrong -> whoPage(form, chosen, wrong.problems(), language);
            case BookingCheck.Good good ->
                starts.fault(chosen.service(), form.query().specialist(), chosen.start())
                        .map(fault -> unfit(fault, form, chosen, language))
                        .orElseGet(() -> isFree(form, chosen)
                                ? checkPage(form, chosen, good.booking(), language)
                                : taken(form, chosen, around(form, chosen), language));
        });
    }

    @PostMapping("/visits")
    @Discreet
    ModelAndView book(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Locale locale,
            HttpServletResponse response) {
        Language language = Language.of(locale);
        String pick = sent.getFirst("pick");
        BookingForm typed = BookingForm.of(sent);
        BookingForm form = pick == null ? typed : typed.picking(pick);
        return withChosen(form, chosen -> switch (check.check(form, chosen, self(form))) {
            case BookingCheck.Wrong wrong -> whoPage(form, chosen, wrong.problems(), language);
            case BookingCheck.Good good ->
                answer(
                        Actor.as("family", () -> visits.book(good.booking(), form.key(), agreedTo(frame))),
                        form,
                        chosen,
                        language,
                        response);
        });
    }

    private ModelAndView answer(
            Outcome outcome, BookingForm form, Chosen chosen, Language language, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Booked booked -> VisitPages.seeOther(booked.token());
            case Outcome.Taken taken -> taken(form, chosen, taken.alternatives(), language);
            case Outcome.Invalid invalid -> unfit(invalid.faults().getFirst(), form, chosen, language);
            case Outcome.KeyReused reused -> reused(form, chosen, language);
            case Outcome.TooMany many -> tooMany(many.retryAfter(), response);
            case Outcome.TooLate late -> again(form, "visits.refusal.too-late", HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    @GetMapping("/consent")
    String consent(@RequestAttribute Frame frame, Model model) {
        model.addAttribute("days", rules.eraseAfter().toDays());
        return "visits/" + agreedTo(frame);
    }

    /** The text in the language, and in the easy words, in which it was read. */
    private static String agreedTo(Frame frame) {
        return CONSENT + (frame.easy() ? ".easy-" : ".") + frame.language().tag();
    }

    /** A reload or a switch of language on a page that was posted: the way begins again at the times. */
    @GetMapping({CHECK, "/visits"})
    ModelAndView lost() {
        return new ModelAndView("redirect:/visit");
    }

    private ModelAndView withChosen(BookingForm form, Function<Chosen, ModelAndView> page) {
        Optional<Chosen> chosen = check.chosen(form.query(), form.start());
        return chosen.map(page).orElseGet(() -> again(form, "visits.again.unknown", HttpStatus.BAD_REQUEST));
    }

    private ModelAndView whoPage(BookingForm form, Chosen chosen, @Nullable Problems problems, Language language) {
        ModelMap model = model(form, chosen, language);
        model.addAttribute("problems", problems);
        model.addAttribute("again", problems == null ? "/book" : CHECK);
        model.addAttribute("whos", choices("visits.who.i", "family", "teacher", "self"));
        model.addAttribute("tells", choices("visits.who.tell", "call", "sms", "mail"));
        model.addAttribute(
                "languages",
                Arrays.stream(Language.values())
                        .map(known -> Choice.key(known.tag(), "web.language." + known.tag()))
                        .toList());
        model.addAttribute("needs", TimeWords.needs(chosen.service()));
        model.addAttribute(
                "needed", form.query().needs().stream().map(Need::code).toList());
        return new ModelAndView(
                "visits/who", model, problems == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static List<Choice> choices(String key, String... values) {
        return Stream.of(values)
                .map(value -> Choice.key(value, key + "." + value))
                .toList();
    }

    private ModelAndView checkPage(BookingForm form, Chosen chosen, Booking booking, Language language) {
        ModelMap model = model(form, chosen, language);
        model.addAttribute("booking", booking);
        model.addAttribute("phoneShown", booking.phone() == null ? null : Contact.shown(booking.phone()));
        model.addAttribute(
                "needed",
                booking.needs().stream().map(need -> words.need(need, language)).toList());
        if (booking.needs().contains(Need.SIGN_INTERPRETER)) {
            Optional<Offer> offer = offers.at(wish(form, chosen), chosen.start());
            model.addAttribute("noInterpreter", offer.isEmpty());
            model.addAttribute("answer", words.answerDay(language));
            model.addAttribute(
                    "interpreter",
                    offer.map(Offer::interpreter)
                            .map(member -> words.interpreter(member, language))
                            .orElse(null));
        }
        return new ModelAndView("visits/check", model);
    }

    private ModelMap model(BookingForm form, Chosen chosen, Language language) {
        ModelMap model = new ModelMap();
        model.addAttribute("form", form);
        model.addAttribute(
                "chosen", words.told(chosen.service(), chosen.place(), chosen.start(), chosen.specialist(), language));
        model.addAttribute("place", chosen.place().code());
        model.addAttribute("back", backHref(form));
        model.addAttribute("again", CHECK);
        model.addAttribute("centre", centre.facts());
        model.addAttribute("until", until(chosen, language));
        return model;
    }

    private static String backHref(BookingForm form) {
        return form.query().with(null).href();
    }

    private String until(Chosen chosen, Language language) {
        LocalDate day = LocalDate.ofInstant(chosen.start().plus(rules.eraseAfter()), times.zone());
        return dates.dayOfYear(day, language);
    }

    /** Who speaks is told to the specialist in the note, in the language of the visit. */
    private String self(BookingForm form) {
        return switch (form.who()) {
            case "teacher", "self" -> messages.say(Language.of(form.language()), "visits.who.note." + form.who());
            default -> "";
        };
    }

    private Wish wish(BookingForm form, Chosen chosen) {
        LocalDate day = LocalDate.ofInstant(chosen.start(), times.zone());
        return times.wish(form.query(), chosen.service()).between(day, day.plusDays(1));
    }

    private boolean isFree(BookingForm form, Chosen chosen) {
        Wish wish = wish(form, chosen);
        return offers.at(wish, chosen.start()).isPresent()
                || wish.needs().contains(Need.SIGN_INTERPRETER)
                        && offers.at(Times.withoutInterpreter(wish), chosen.start())
                                .isPresent();
    }

    private List<Alternative> around(BookingForm form, Chosen chosen) {
        return alternatives.around(wish(form, chosen), chosen.start());
    }

    private ModelAndView taken(BookingForm form, Chosen chosen, List<Alternative> nearest, Language language) {
        return instead(form, chosen, nearest, null, HttpStatus.CONFLICT, language);
    }

    /** A start that passed while somebody was typing is no reason to type again. */
    private ModelAndView unfit(Fault fault, BookingForm form, Chosen chosen, Language language) {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        boolean near = chosen.start().isAfter(yesterday) && starts.withinHorizon(chosen.start());
        return near && fault.field().equals("start")
                ? instead(form, chosen, around(form, chosen), reason(fault), HttpStatus.UNPROCESSABLE_CONTENT, language)
                : again(form, reason(fault), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private static String reason(Fault fault) {
        return "offers.reason." + fault.reason();
    }

    private ModelAndView instead(
            BookingForm form,
            Chosen chosen,
            List<Alternative> nearest,
            @Nullable String why,
            HttpStatus status,
            Language language) {
        ModelMap model = model(form.withNewKey(), chosen, language);
        List<Nearby> nearby = nearest.stream()
                .map(alternative -> Nearby.of(alternative, wish(form, chosen)))
                .toList();
        model.addAttribute("why", why);
        model.addAttribute("typed", !form.name().isBlank());
        model.addAttribute("instead", words.instead(nearby, language, near -> TimeWords.book(form.query(), near)));
        return new ModelAndView("visits/taken", model, status);
    }

    private ModelAndView reused(BookingForm form, Chosen chosen, Language language) {
        return new ModelAndView(
                "visits/reused", model(form.withNewKey(), chosen, language), HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private ModelAndView again(BookingForm form, String why, HttpStatus status) {
        ModelMap model = new ModelMap("why", why);
        model.addAttribute("back", backHref(form));
        return new ModelAndView("visits/again", model, status);
    }

    private static ModelAndView tooMany(Duration wait, HttpServletResponse response) {
        response.setHeader("Retry-After", String.valueOf(wait.toSeconds()));
        return new ModelAndView(
                "visits/too-many", new ModelMap("minutes", wait.toMinutes()), HttpStatus.TOO_MANY_REQUESTS);
    }
}
