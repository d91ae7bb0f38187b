package by.pobach.offers;

import by.pobach.diary.FreeDay;
import by.pobach.offers.TimeQuery.When;
import by.pobach.places.Centre;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The first tap gives a time: one card with the earliest, and under it all the others. */
@Controller
class TimePages {
    private static final int DAYS_OPEN = 3;

    private final Times times;
    private final TimeLines lines;
    private final TimeWords words;
    private final Services services;
    private final Centre centre;
    private final Dates dates;
    private final Clock clock;

    TimePages(
            Times times, TimeLines lines, TimeWords words, Services services, Centre centre, Dates dates, Clock clock) {
        this.times = times;
        this.lines = lines;
        this.words = words;
        this.services = services;
        this.centre = centre;
        this.dates = dates;
        this.clock = clock;
    }

    /** A service that also helps. */
    record Other(String name, String about, String href) {}

    @GetMapping("/start")
    ModelAndView start() {
        List<Choice> barriers = Arrays.stream(Barrier.values())
                .filter(barrier -> barrier != Barrier.REFUSED && barrier != Barrier.UNKNOWN)
                .map(barrier -> Choice.key(barrier.code(), "offers.hard." + barrier.code()))
                .toList();
        return new ModelAndView("offers/start", "barriers", barriers);
    }

    @GetMapping("/times")
    ModelAndView times(@RequestParam MultiValueMap<String, String> parameters, Locale locale) {
        Language language = Language.of(locale);
        TimeQuery query = TimeQuery.of(parameters);
        Optional<Service> service = times.serviceFor(query);
        ModelMap model = new ModelMap("query", query);
        model.addAttribute("phone", centre.facts().phones().stream().findFirst().orElse(""));
        if (service.isEmpty()) {
            return new ModelAndView("offers/no-services", model, HttpStatus.OK);
        }
        model.addAttribute("others", others(query, service.get(), language));
        return service.get().isGroup()
                ? group(service.get(), model, language)
                : single(query, service.get(), model, language);
    }

    private ModelAndView group(Service service, ModelMap model, Language language) {
        model.addAttribute("service", service);
        model.addAttribute(
                "dates",
                services.groupDates(service, clock.instant()).stream()
                        .map(start -> words.moment(start, language))
                        .toList());
        model.addAttribute("length", dates.minutes(service.minutes(), language));
        return new ModelAndView("offers/group", model);
    }

    private ModelAndView single(TimeQuery query, Service service, ModelMap model, Language language) {
        Times.Found found = times.find(query, service);
        TimeQuery chosen = new TimeQuery(
                query.hard(),
                service.id(),
                query.specialist(),
                query.when(),
                query.needs(),
                query.place(),
                query.from());
        Place place = found.wish().place();
        model.addAttribute("query", chosen);
        model.addAttribute("service", service);
        model.addAttribute("refused", query.hard().contains(Barrier.REFUSED));
        model.addAttribute("zone", times.zone().getId());
        choices(service, chosen, model, language);
        Offer first = found.first();
        if (first == null) {
            model.addAttribute("answer", words.answerDay(language));
            model.addAttribute(
                    "instead",
                    words.instead(times.instead(chosen, found), language, near -> TimeWords.book(chosen, near)));
            return new ModelAndView("offers/times", model);
        }
        model.addAttribute("first", words.told(service, place, first.start(), first.specialist(), language));
        model.addAttribute(
                "firstHref",
                chosen.book(service.id(), first.start(), first.specialist().id(), place));
        if (found.interpreterLater()) {
            model.addAttribute("answer", words.answerDay(language));
            model.addAttribute("interpreterLater", true);
        }
        List<FreeDay> days = times.nextDays(found, DAYS_OPEN);
        LocalDate shown =
                query.from() == null ? days.getFirst().date() : found.wish().from();
        model.addAttribute(
                "days",
                lines.days(days, language, start -> chosen.book(service.id(), start, chosen.specialist(), place)));
        model.addAttribute(
                "later", chosen.starting(days.getLast().date().plusDays(1)).href() + "#days");
        model.addAttribute(
                "month",
                lines.month(found, shown, language, day -> chosen.starting(day).href() + "#days"));
        return new ModelAndView("offers/times", model);
    }

    private void choices(Service service, TimeQuery query, ModelMap model, Language language) {
        model.addAttribute("narrow", query.isNarrow());
        List<Choice> whens = new ArrayList<>(List.of(Choice.key("", "offers.when.any")));
        Arrays.stream(When.values())
                .filter(when -> when != When.SCHOOL_HOLIDAYS || times.schoolYearKnown())
                .map(when -> Choice.key(when.code(), "offers.when." + when.code()))
                .forEach(whens::add);
        model.addAttribute("whens", whens);
        model.addAttribute("when", query.when() == null ? "" : query.when().code());
        model.addAttribute("needs", TimeWords.needs(service));
        model.addAttribute("needed", query.needs().stream().map(Need::code).toList());
        List<Choice> people = new ArrayList<>(List.of(Choice.key("", "offers.anyone")));
        services.specialists(service)
                .forEach(member -> people.add(Choice.text(member.id().toString(), words.person(member, language))));
        model.addAttribute("people", people);
        model.addAttribute("places", places(service));
        model.addAttribute("place", (query.place() == null ? service.places().getFirst() : query.place()).code());
    }

    static List<Choice> places(Service service) {
        return service.places().stream()
                .map(place -> Choice.key(place.code(), "offers.place." + place.code()))
                .toList();
    }

    private List<Other> others(TimeQuery query, Service shown, Language language) {
        return times.helping(query).stream()
                .filter(service -> !service.id().equals(shown.id()))
                .map(service -> new Other(
                        service.name().in(language),
                        service.about().in(language),
                        query.forService(service.id()).href()))
                .toList();
    }
}
