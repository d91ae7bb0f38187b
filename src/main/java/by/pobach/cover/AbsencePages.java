package by.pobach.cover;

import by.pobach.cover.CoverLines.Line;
import by.pobach.cover.Option.Chosen;
import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.offers.OfferRules;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One case: what is to be decided, who is to be told, who knows; and its end. */
@Controller
@RequestMapping("/desk/cover/{id}")
class AbsencePages {
    private static final Set<String> DONE =
            Set.of("opened", "known", "applied", "told", "until", "here", "back", "closed", "reopened");

    private final Covers covers;
    private final Whom whom;
    private final CoverLines lines;
    private final OfferRules rules;
    private final Dates dates;
    private final Clock clock;

    AbsencePages(Covers covers, Whom whom, CoverLines lines, OfferRules rules, Dates dates, Clock clock) {
        this.covers = covers;
        this.whom = whom;
        this.lines = lines;
        this.rules = rules;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping
    String absence(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String done,
            @RequestAttribute Frame frame,
            Model model) {
        model.addAttribute("done", done != null && DONE.contains(done) ? done : null);
        return show(find(id), frame.language(), model);
    }

    private Absence find(UUID id) {
        CoverPages.runningDesk();
        return covers.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String show(Absence absence, Language language, Model model) {
        List<Line> all = lines.of(whom.of(absence), language);
        List<CoverLines.Offered> offered = absence.isOpen() ? lines.offered(all, absence, language) : List.of();
        Set<UUID> open = offered.stream().map(one -> one.line().id()).collect(Collectors.toSet());
        List<Line> untold = only(all, line -> line.affected().untold() && !open.contains(line.id()));
        List<Line> know = only(all, line -> line.affected().told().knows());
        model.addAttribute("absence", absence)
                .addAttribute("name", lines.person(absence.who(), language))
                .addAttribute("zone", lines.zone())
                .addAttribute("range", lines.range(absence, language))
                .addAttribute("end", AbsenceForm.of(noted(absence), lines.zone()))
                .addAttribute("offered", offered)
                .addAttribute("untold", untold)
                .addAttribute("know", know)
                .addAttribute("untouched", only(all, line -> line.told().equals("untouched")))
                .addAttribute("all", know.size() + untold.size() + offered.size())
                .addAttribute(
                        "goBack",
                        all.stream()
                                .filter(line -> absence.isOpen() && lines.mayGoBack(line, absence))
                                .map(Line::id)
                                .collect(Collectors.toSet()))
                .addAttribute("travel", dates.minutes((int) rules.travel().toMinutes(), language))
                .addAttribute("closedBy", lines.nameOf(absence.closedBy(), language))
                .addAttribute("takenBackBy", lines.nameOf(absence.takenBackBy(), language));
        return "cover/absence";
    }

    private static Diary.Absence noted(Absence absence) {
        return new Diary.Absence(absence.id(), new Slot(absence.who(), absence.from(), absence.to()));
    }

    private static List<Line> only(List<Line> all, Predicate<Line> wanted) {
        return all.stream().filter(wanted).toList();
    }

    /** One button for all that is chosen. What somebody else took a moment before comes back with new offers. */
    @PostMapping("/changes")
    String apply(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Absence absence = find(id);
        Problems problems = new Problems();
        Map<UUID, String> names =
                lines.of(whom.of(absence), frame.language()).stream().collect(Collectors.toMap(Line::id, Line::name));
        names.forEach((visit, name) -> {
            String choice = sent.getFirst("visit-" + visit);
            if (choice != null) {
                String field = "visit-" + visit;
                CoverOutcome outcome =
                        covers.decide(absence, visit, number(sent.getFirst("seen-" + visit)), Chosen.of(choice));
                problem(outcome).ifPresent(key -> problems.add(field, key, name));
            }
        });
        return problems.isEmpty() ? seeOther(id, "applied") : again(id, problems, frame, model, response);
    }

    private static int number(@Nullable String typed) {
        return typed != null && typed.matches("\\d{1,9}") ? Integer.parseInt(typed) : -1;
    }

    /** The visit goes back to who is here again. */
    @PostMapping("/visits/{visit}/return")
    String goBack(
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestParam String seen,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Absence absence = find(id);
        Optional<Affected> now = whom.one(absence, visit);
        Optional<Chosen> before = now.map(Affected::hit).map(hit -> new Chosen(hit.start(), hit.specialist()));
        if (before.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return answer(covers.decide(absence, visit, number(seen), before), id, visit, "back", frame, model, response);
    }

    @PostMapping("/visits/{visit}/telling")
    String told(
            @PathVariable UUID id,
            @PathVariable UUID visit,
            @RequestParam String seen,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        CoverOutcome outcome = covers.told(find(id), visit, number(seen));
        return answer(outcome, id, visit, "told", frame, model, response);
    }

    /** Back at that moment. */
    @PostMapping("/end")
    String until(
            @PathVariable UUID id,
            AbsenceForm form,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        find(id);
        Optional<Instant> end = form.end(lines.zone());
        if (end.isEmpty()) {
            return again(id, new Problems().add("toDay", "cover.problem.to"), frame, model, response);
        }
        return problem(covers.until(id, end.get()))
                .map(key -> again(id, new Problems().add("toDay", key), frame, model, response))
                .orElseGet(() -> seeOther(id, "until"));
    }

    /** Back at work, now. */
    @PostMapping("/presence")
    String here(@PathVariable UUID id, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        find(id);
        return problem(covers.back(id))
                .map(key -> again(id, new Problems().add("end", key), frame, model, response))
                .orElseGet(() -> seeOther(id, "here"));
    }

    @PostMapping("/closure")
    String close(@PathVariable UUID id, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        find(id);
        if (covers.close(id) instanceof CoverOutcome.Untold untold) {
            Problems problems = new Problems();
            lines.of(untold.who(), frame.language())
                    .forEach(line -> problems.add(field(line), "cover.problem.untold", line.name()));
            return again(id, problems, frame, model, response);
        }
        return seeOther(id, "closed");
    }

    private String field(Line line) {
        boolean toDecide =
                line.affected().undecided() && line.affected().visit().canMove(clock.instant());
        return (toDecide ? "visit-" : "tell-") + line.id();
    }

    @PostMapping("/reopening")
    String reopen(@PathVariable UUID id, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        find(id);
        return problem(covers.reopen(id))
                .map(key -> again(id, new Problems().add("end", key), frame, model, response))
                .orElseGet(() -> seeOther(id, "reopened"));
    }

    private String answer(
            CoverOutcome outcome,
            UUID id,
            UUID visit,
            String done,
            Frame frame,
            Model model,
            HttpServletResponse response) {
        String name = whom.one(find(id), visit).stream()
                .flatMap(affected -> lines.of(List.of(affected), frame.language()).stream())
                .map(Line::name)
                .findFirst()
                .orElse("");
        return problem(outcome)
                .map(key -> again(id, new Problems().add("tell-" + visit, key, name), frame, model, response))
                .orElseGet(() -> seeOther(id, done));
    }

    private static Optional<String> problem(CoverOutcome outcome) {
        return Optional.ofNullable(
                switch (outcome) {
                    case CoverOutcome.Done _ -> null;
                    case CoverOutcome.Faster _ -> "cover.problem.faster";
                    case CoverOutcome.ChangedMeanwhile _ -> "cover.problem.changed-meanwhile";
                    case CoverOutcome.Undecided _ -> "cover.problem.undecided";
                    case CoverOutcome.Closed _ -> "cover.problem.closed";
                    case CoverOutcome.Untold _ -> "cover.problem.untold";
                    case CoverOutcome.Overlaps _ -> "cover.problem.overlaps";
                });
    }

    private String again(UUID id, Problems problems, Frame frame, Model model, HttpServletResponse response) {
        model.addAttribute("problems", problems);
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(find(id), frame.language(), model);
    }

    private static String seeOther(UUID id, String done) {
        return "redirect:/desk/cover/" + Objects.requireNonNull(id) + "?done=" + done;
    }
}
