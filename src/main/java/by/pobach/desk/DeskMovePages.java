package by.pobach.desk;

import by.pobach.offers.Alternative;
import by.pobach.visits.Outcome;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitChanges;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** Another time for a visit, chosen with the family on the phone. */
@Controller
class DeskMovePages {
    private final VisitChanges changes;
    private final DeskLines lines;
    private final DeskTimes times;

    DeskMovePages(VisitChanges changes, DeskLines lines, DeskTimes times) {
        this.changes = changes;
        this.lines = lines;
        this.times = times;
    }

    @GetMapping("/desk/visits/{id}/move")
    String moving(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String specialist,
            @RequestParam(required = false) @Nullable String from,
            @RequestAttribute Frame frame,
            Model model) {
        lines.runningDesk();
        return times(lines.visit(id), specialist, from, List.of(), frame.language(), model);
    }

    private String times(
            Visit visit,
            String specialist,
            @Nullable String from,
            List<Alternative> nearest,
            Language language,
            Model model) {
        DeskRights rights = lines.rights();
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("line", lines.of(visit, rights, language))
                .addAttribute("visit", visit)
                .addAttribute("anyone", specialist.equals("any"))
                .addAttribute("from", DeskWeekPages.date(from).orElse(lines.today()))
                .addAttribute("days", times.toMove(visit, specialist.equals("any"), from, nearest, language));
        return "desk/move";
    }

    @PostMapping("/desk/visits/{id}/move")
    String move(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String start,
            @RequestParam(defaultValue = "") String specialist,
            @RequestParam(required = false) @Nullable String from,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        lines.runningDesk();
        Visit visit = lines.visit(id);
        Optional<DeskTimes.Chosen> chosen = DeskTimes.Chosen.of(start);
        if (chosen.isEmpty()) {
            return again(visit, "desk.times.choose", List.of(), specialist, from, frame, model, response);
        }
        return switch (changes.move(visit, chosen.get().start(), chosen.get().specialist())) {
            case Outcome.Booked _ -> DeskVisitPages.seeOther(id, "moved&was=" + DeskTimes.Chosen.value(visit));
            case Outcome.Taken taken ->
                again(visit, DeskTimes.taken(taken), taken.alternatives(), specialist, from, frame, model, response);
            case Outcome.Invalid _ ->
                again(visit, "desk.refusal.invalid", List.of(), specialist, from, frame, model, response);
            case Outcome.TooLate _ -> DeskVisitPages.seeOther(id, "too-late");
            case Outcome.TooMany _ ->
                again(visit, "desk.refusal.too-many", List.of(), specialist, from, frame, model, response);
            case Outcome.KeyReused _ ->
                again(visit, "desk.refusal.key-reused", List.of(), specialist, from, frame, model, response);
        };
    }

    private String again(
            Visit visit,
            String why,
            List<Alternative> nearest,
            String specialist,
            @Nullable String from,
            Frame frame,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("problems", new Problems().add("start", why));
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return times(visit, specialist, from, nearest, frame.language(), model);
    }
}
