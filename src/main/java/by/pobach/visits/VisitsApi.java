package by.pobach.visits;

import by.pobach.calendar.CalendarFile;
import by.pobach.offers.ApiOffer.Thing;
import by.pobach.offers.ApiProblem;
import by.pobach.offers.ApiWords;
import by.pobach.offers.Fault;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.web.Actor;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Booking for programs; from the same door as the pages. */
@RestController
@RequestMapping("/api/v1/visits")
@Discreet
class VisitsApi {
    private static final int LONGEST_KEY = 200;
    private static final int LONGEST_REASON = 500;

    private final Visits visits;
    private final VisitChanges changes;
    private final BookingReader reader;
    private final Services services;
    private final VisitLetters letters;
    private final Limits limits;
    private final ApiWords words;
    private final ApiProblem problem;
    private final VisitProblem refusal;

    VisitsApi(
            Visits visits,
            VisitChanges changes,
            BookingReader reader,
            Services services,
            VisitLetters letters,
            Limits limits,
            ApiWords words,
            ApiProblem problem,
            VisitProblem refusal) {
        this.visits = visits;
        this.changes = changes;
        this.reader = reader;
        this.services = services;
        this.letters = letters;
        this.limits = limits;
        this.words = words;
        this.problem = problem;
        this.refusal = refusal;
    }

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record BookedView(
            String token,
            String code,
            String state,
            String start,
            String end,
            Thing specialist,
            @Nullable Thing room,
            List<Thing> devices,
            @Nullable Thing interpreter,
            String calendar) {}

    record StepView(String at, String what, String by) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record VisitView(
            String state,
            String start,
            String end,
            ServiceView service,
            Thing specialist,
            @Nullable Thing room,
            List<Thing> devices,
            @Nullable Thing interpreter,
            List<StepView> history) {}

    record ServiceView(String id, String name) {}

    @Operation(
            summary = "Books a visit; the same key and body again give the same visit",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = BookingBody.class))))
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> book(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody(required = false) byte @Nullable [] body,
            Locale locale) {
        Language language = Language.of(locale);
        List<Fault> faults = new ArrayList<>();
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            faults.add(new Fault("Idempotency-Key", key == null || key.isBlank() ? "missing" : "too-long"));
        }
        return switch (reader.read(body == null ? new byte[0] : body)) {
            case BookingReader.Wrong wrong -> {
                faults.addAll(wrong.faults());
                yield problem.invalid(faults, language);
            }
            case BookingReader.Read read when key == null || !faults.isEmpty() -> problem.invalid(faults, language);
            case BookingReader.Read read ->
                answer(visits.book(read.booking(), key, "api"), language, HttpStatus.CREATED);
        };
    }

    private ResponseEntity<Object> answer(Outcome outcome, Language language, HttpStatus success) {
        return switch (outcome) {
            case Outcome.Booked booked ->
                ResponseEntity.status(success)
                        .location(URI.create("/api/v1/visits/" + booked.token()))
                        .body(view(booked, language));
            case Outcome.Taken taken -> refusal.taken(words.alternatives(taken.alternatives(), language), language);
            case Outcome.Invalid invalid -> problem.invalid(invalid.faults(), language);
            case Outcome.KeyReused reused -> refusal.keyReused(language);
            case Outcome.TooMany many -> refusal.tooMany(many.retryAfter(), language);
            case Outcome.TooLate late -> refusal.tooLate(language);
        };
    }

    private BookedView view(Outcome.Booked booked, Language language) {
        Visit visit = booked.visit();
        return new BookedView(
                booked.token(),
                visit.code(),
                visit.state().code(),
                words.at(visit.start()),
                words.at(visit.end()),
                words.person(visit.specialist(), language),
                words.room(visit.room(), language),
                words.devices(visit.devices(), language),
                words.personOrNull(visit.interpreter(), language),
                letters.calendarUrl(booked.token()));
    }

    @GetMapping("/{token}")
    ResponseEntity<Object> visit(@PathVariable String token, HttpServletRequest request, Locale locale) {
        Language language = Language.of(locale);
        return with(token, request, language, visit -> ResponseEntity.ok(view(visit, language)));
    }

    private VisitView view(Visit visit, Language language) {
        Service service = services.find(visit.service()).orElseThrow();
        return new VisitView(
                visit.state().code(),
                words.at(visit.start()),
                words.at(visit.end()),
                new ServiceView(service.id(), service.name().in(language)),
                words.person(visit.specialist(), language),
                words.room(visit.room(), language),
                words.devices(visit.devices(), language),
                words.personOrNull(visit.interpreter(), language),
                visits.history(visit).stream()
                        .map(step -> new StepView(words.at(step.at()), step.what(), words.author(step.by(), language)))
                        .toList());
    }

    @Operation(
            summary = "Moves a visit; when the new time is taken the old one stays",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = BookingBody.MoveBody.class))))
    @PostMapping(path = "/{token}/move", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> move(
            @PathVariable String token,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request,
            Locale locale) {
        Language language = Language.of(locale);
        return with(token, request, language, visit -> move(visit, body == null ? new byte[0] : body, language));
    }

    private ResponseEntity<Object> move(Visit visit, byte[] body, Language language) {
        List<Fault> faults = new ArrayList<>();
        Optional<JsonNode> json = reader.object(body);
        if (json.isEmpty()) {
            return problem.invalid(List.of(new Fault("body", "not-json")), language);
        }
        Instant start = reader.start(json.get(), faults);
        Service service = services.find(visit.service()).orElseThrow();
        UUID specialist = reader.specialist(json.get(), service, faults);
        if (start == null || !faults.isEmpty()) {
            return problem.invalid(faults, language);
        }
        return answer(Actor.as("family", () -> changes.move(visit, start, specialist)), language, HttpStatus.OK);
    }

    @Operation(
            summary = "Cancels a visit; a second time changes nothing",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/json",
                                            schema = @Schema(implementation = BookingBody.CancellationBody.class))))
    @PostMapping("/{token}/cancellation")
    ResponseEntity<Object> cancel(
            @PathVariable String token,
            @RequestBody(required = false) byte @Nullable [] body,
            HttpServletRequest request,
            Locale locale) {
        Language language = Language.of(locale);
        return with(token, request, language, visit -> cancel(visit, body == null ? new byte[0] : body, language));
    }

    private ResponseEntity<Object> cancel(Visit visit, byte[] body, Language language) {
        List<Fault> faults = new ArrayList<>();
        Optional<JsonNode> json = reader.object(body);
        String reason =
                json.map(node -> BookingReader.text(node, "reason", "", faults)).orElse(null);
        if (body.length > 0 && json.isEmpty()) {
            faults.add(new Fault("body", "not-json"));
        } else if (reason != null && (reason.length() > LONGEST_REASON || BookingReader.hasControls(reason))) {
            faults.add(new Fault("reason", "wrong-text"));
        }
        if (!faults.isEmpty()) {
            return problem.invalid(faults, language);
        }
        return Actor.as("family", () -> changes.cancelAndGiveBack(visit, reason))
                ? ResponseEntity.noContent().build()
                : refusal.tooLate(language);
    }

    @GetMapping("/{token}/calendar.ics")
    ResponseEntity<Object> calendar(@PathVariable String token, HttpServletRequest request, Locale locale) {
        Language language = Language.of(locale);
        return with(
                token,
                request,
                language,
                visit -> ResponseEntity.ok()
                        .contentType(MediaType.parseMediaType("text/calendar;charset=UTF-8"))
                        .header("Content-Disposition", "attachment; filename=\"pobach.ics\"")
                        .body(CalendarFile.publish(letters.entry(visit, language, token))));
    }

    /** Any unknown token gets the same 404; too many of them from one address, 429. */
    private ResponseEntity<Object> with(
            String token,
            HttpServletRequest request,
            Language language,
            Function<Visit, ResponseEntity<Object>> answer) {
        Optional<Visit> visit = visits.behind(token);
        if (visit.isPresent()) {
            return answer.apply(visit.get());
        }
        if (!limits.mayLookUp(request.getRemoteAddr())) {
            return refusal.tooMany(Duration.ofMinutes(1), language);
        }
        limits.failedLookUp(request.getRemoteAddr());
        return refusal.notFound(language);
    }
}
