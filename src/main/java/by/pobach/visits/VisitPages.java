package by.pobach.visits;

import by.pobach.calendar.CalendarFile;
import by.pobach.diary.FreeDay;
import by.pobach.offers.Alternative;
import by.pobach.offers.Nearby;
import by.pobach.offers.Offers;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Starts;
import by.pobach.offers.TimeLines;
import by.pobach.offers.TimeQuery;
import by.pobach.offers.TimeWords;
import by.pobach.offers.Times;
import by.pobach.offers.Wish;
import by.pobach.web.Actor;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/**
 * A visit behind its secret link: everything about it, moving, cancelling, taking that back. Looking changes nothing: a link
 * in a letter may be opened by a mail program before a person does.
 */
@Controller
@Discreet
@RequestMapping("/visits/{token}")
class VisitPages {
    private static final int DAYS_OPEN = 5;
    private static final int LONGEST_REASON = 500;

    private final Visits visits;
    private final VisitChanges changes;
    private final VisitWords words;
    private final TimeWords timeWords;
    private final Times times;
    private final TimeLines lines;
    private final Services services;
    private final Starts starts;
    private final Offers offers;
    private final VisitLetters letters;
    private final Limits limits;
    private final VisitRules rules;
    private final Clock clock;

    VisitPages(
            Visits visits,
            VisitChanges changes,
            VisitWords words,
            TimeWords timeWords,
            Times times,
            TimeLines lines,
            Services services,
            Starts starts,
            Offers offers,
            VisitLetters letters,
            Limits limits,
            VisitRules rules,
            Clock clock) {
        this.visits = visits;
        this.changes = changes;
        this.words = words;
        this.timeWords = timeWords;
        this.times = times;
        this.lines = lines;
        this.services = services;
        this.starts = starts;
        this.offers = offers;
        this.letters = letters;
        this.limits = limits;
        this.rules = rules;
        this.clock = clock;
    }

    static ModelAndView seeOther(String token) {
        RedirectView to = new RedirectView("/visits/" + token);
        to.setStatusCode(HttpStatus.SEE_OTHER);
        return new ModelAndView(to);
    }

    @GetMapping
    ModelAndView visit(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return with(token, request, visit -> page("visits/visit", visit, token, locale));
    }

    @GetMapping("/calendar.ics")
    ResponseEntity<byte[]> calendar(@PathVariable String token, HttpServletRequest request) {
        Optional<Visit> found = visits.behind(token);
        if (found.isEmpty()) {
            return ResponseEntity.status(failed(request)).build();
        }
        String file = CalendarFile.publish(letters.entry(found.get(), visits.languageOf(found.get()), token));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"pobach.ics\"")
                .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** The times to move to; with {@code start}, the question whether to move there. */
    @GetMapping("/move")
    ModelAndView times(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale) {
        return with(token, request, visit -> {
            if (!visit.canMove(clock.instant())) {
                return late(visit, token, locale);
            }
            TimeQuery query = TimeQuery.of(sent);
            Optional<Instant> start = TimeQuery.one(sent, "start", TimeQuery::instant);
            return start.isPresent()
                    ? moveThere(visit, token, start.get(), query.specialist(), locale)
                    : moveList(visit, token, query, sent.containsKey("anyone"), locale);
        });
    }

    private ModelAndView moveList(Visit visit, String token, TimeQuery query, boolean anyone, Locale locale) {
        Language language = Language.of(locale);
        Service service = services.find(visit.service()).orElseThrow();
        LocalDate from = times.wish(query, service).from();
        Wish wish = changes.wishToMove(visit, service, anyone ? null : visit.specialist(), visit.start())
                .between(from, starts.endOfHorizon(times.zone()));
        Times.Found found = times.find(wish, query.when());
        List<FreeDay> days = without(visit.start(), times.nextDays(found, DAYS_OPEN));
        String list = "/visits/" + token + "/move" + (anyone ? "?anyone=yes&" : "?");
        ModelMap model = words.model(visit, token, language);
        model.addAttribute("anyone", anyone);
        model.addAttribute(
                "days",
                lines.days(
                        days,
                        language,
                        start -> list.replace("anyone=yes&", "") + "start=" + start
                                + (anyone ? "" : "&specialist=" + visit.specialist())));
        if (!days.isEmpty()) {
            LocalDate shown = query.from() == null ? days.getFirst().date() : from;
            model.addAttribute("later", list + "from=" + days.getLast().date().plusDays(1) + "#days");
            model.addAttribute("month", lines.month(found, shown, language, day -> list + "from=" + day + "#days"));
        }
        return new ModelAndView("visits/move", model);
    }

    /** To move to where it is already is no move. */
    private static List<FreeDay> without(Instant own, List<FreeDay> days) {
        return days.stream()
                .map(day -> new FreeDay(
                        day.date(),
                        day.starts().stream()
                                .filter(start -> !start.equals(own))
                                .toList()))
                .filter(day -> !day.starts().isEmpty())
                .toList();
    }

    private ModelAndView moveThere(Visit visit, String token, Instant start, @Nullable UUID specialist, Locale locale) {
        Optional<UUID> with = Optional.ofNullable(specialist).or(() -> whoIsFree(visit, start));
        ModelMap model = words.model(visit, token, Language.of(locale));
        model.addAttribute("start", start);
        model.addAttribute("specialist", with.orElse(null));
        model.addAttribute(
                "newPerson",
                with.filter(other -> !other.equals(visit.specialist()))
                        .map(other -> words.person(other, Language.of(locale)))
                        .orElse(null));
        model.addAttribute("iso", lines.iso(start));
        model.addAttribute("newTime", timeWords.moment(start, Language.of(locale)));
        return new ModelAndView("visits/move-check", model);
    }

    /** The visit's own specialist if free then, else another one. */
    private Optional<UUID> whoIsFree(Visit visit, Instant start) {
        Service service = services.find(visit.service()).orElseThrow();
        Wish same = changes.wishToMove(visit, service, visit.specialist(), start);
        return offers.at(same, start)
                .or(() -> offers.at(same.withSpecialist(null), start))
                .map(offer -> offer.specialist().id());
    }

    @PostMapping("/move")
    ModelAndView move(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale) {
        return with(token, request, visit -> {
            BookingForm form = BookingForm.of(sent)
                    .picking(sent.getOrDefault("pick", List.of("")).getFirst());
            Instant start = form.start();
            return start == null
                    ? refused(visit, token, "visits.again.unknown", HttpStatus.BAD_REQUEST, locale)
                    : answer(
                            Actor.as(
                                    "family",
                                    () -> changes.move(
                                            visit, start, form.query().specialist())),
                            visit,
                            token,
                            locale);
        });
    }

    private ModelAndView answer(Outcome outcome, Visit visit, String token, Locale locale) {
        return switch (outcome) {
            case Outcome.Booked booked -> seeOther(booked.token());
            case Outcome.Taken taken -> taken(visit, token, taken.alternatives(), locale);
            case Outcome.Invalid invalid ->
                refused(
                        visit,
                        token,
                        "offers.reason." + invalid.faults().getFirst().reason(),
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        locale);
            case Outcome.KeyReused reused ->
                refused(visit, token, "visits.refusal.key-reused", HttpStatus.UNPROCESSABLE_CONTENT, locale);
            case Outcome.TooMany many ->
                refused(visit, token, "visits.too-many.title", HttpStatus.TOO_MANY_REQUESTS, locale);
            case Outcome.TooLate late -> late(visit, token, locale);
        };
    }

    /** A visit that stands keeps its time; one that was to be taken back can be booked anew. */
    private ModelAndView taken(Visit visit, String token, List<Alternative> nearest, Locale locale) {
        Language language = Language.of(locale);
        Service service = services.find(visit.service()).orElseThrow();
        Wish wish = changes.wishToMove(visit, service, null, visit.start());
        ModelMap model = words.model(visit, token, language);
        model.addAttribute("canMove", visit.canMove(clock.instant()));
        List<Nearby> nearby = nearest.stream()
                .map(alternative -> Nearby.of(
                        alternative,
                        wish.withSpecialist(alternative.offer().specialist().id())))
                .toList();
        TimeQuery query =
                new TimeQuery(java.util.Set.of(), service.id(), null, null, visit.needs(), visit.place(), null);
        model.addAttribute("instead", timeWords.instead(nearby, language, near -> TimeWords.book(query, near)));
        return new ModelAndView("visits/move-taken", model, HttpStatus.CONFLICT);
    }

    @GetMapping("/cancel")
    ModelAndView askToCancel(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return with(
                token,
                request,
                visit -> visit.canMove(clock.instant())
                        ? page("visits/cancel", visit, token, locale)
                        : late(visit, token, locale));
    }

    @PostMapping("/cancellation")
    ModelAndView cancel(
            @PathVariable String token,
            @RequestParam MultiValueMap<String, String> sent,
            HttpServletRequest request,
            Locale locale) {
        return with(token, request, visit -> {
            String typed =
                    String.valueOf(sent.getOrDefault("reason", List.of("")).getFirst());
            String reason = typed.replaceAll("[\\p{Cc}&&[^\n]]", "").strip();
            String kept = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) : reason;
            boolean done = Actor.as("family", () -> changes.cancel(visit, kept.isEmpty() ? null : kept));
            return done ? seeOther(token) : late(visit, token, locale);
        });
    }

    @PostMapping("/restoration")
    ModelAndView restore(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return with(
                token,
                request,
                visit -> visit.stands()
                        ? seeOther(token)
                        : answer(Actor.as("family", () -> changes.restore(visit)), visit, token, locale));
    }

    @GetMapping("/confirmation")
    ModelAndView askToConfirm(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return with(token, request, visit -> page("visits/visit", visit, token, locale));
    }

    @PostMapping("/confirmation")
    ModelAndView confirm(@PathVariable String token, HttpServletRequest request, Locale locale) {
        return with(
                token,
                request,
                visit -> Actor.as("family", () -> changes.confirm(visit))
                        ? seeOther(token)
                        : late(visit, token, locale));
    }

    private ModelAndView page(String view, Visit visit, String token, Locale locale) {
        ModelMap model = words.model(visit, token, Language.of(locale));
        model.addAttribute("canMove", visit.canMove(clock.instant()));
        model.addAttribute("canRestore", changes.canRestore(visit));
        model.addAttribute("restoreUntil", restoreUntil(visit));
        model.addAttribute("undoMinutes", rules.undo().toMinutes());
        return new ModelAndView(view, model);
    }

    /** Until when nobody else can have the time, or null when it is given back already. */
    private @Nullable String restoreUntil(Visit visit) {
        Instant cancelled = visit.cancelledAt();
        return cancelled == null || !changes.isHeld(visit) ? null : lines.time(cancelled.plus(rules.undo()));
    }

    private ModelAndView late(Visit visit, String token, Locale locale) {
        return refused(visit, token, "visits.refusal.too-late", HttpStatus.UNPROCESSABLE_CONTENT, locale);
    }

    private ModelAndView refused(Visit visit, String token, String why, HttpStatus status, Locale locale) {
        ModelMap model = words.model(visit, token, Language.of(locale));
        model.addAttribute("why", why);
        return new ModelAndView("visits/refused", model, status);
    }

    private ModelAndView with(String token, HttpServletRequest request, Function<Visit, ModelAndView> page) {
        return visits.behind(token)
                .map(page)
                .orElseGet(() -> new ModelAndView("visits/unknown", new ModelMap(), failed(request)));
    }

    /** Counts a link that leads nowhere, and says whether there were too many from there. */
    private HttpStatus failed(HttpServletRequest request) {
        if (!limits.mayLookUp(request.getRemoteAddr())) {
            return HttpStatus.TOO_MANY_REQUESTS;
        }
        limits.failedLookUp(request.getRemoteAddr());
        return HttpStatus.NOT_FOUND;
    }
}
