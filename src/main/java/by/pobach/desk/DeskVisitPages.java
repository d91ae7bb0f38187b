package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.letters.Letters;
import by.pobach.letters.ToTell;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.visits.Outcome;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitChanges;
import by.pobach.visits.VisitTable;
import by.pobach.visits.Visits;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One visit at the desk: its facts and history, and every change of it. */
@Controller
class DeskVisitPages {
    static final int LONGEST = 500;

    private final Visits visits;
    private final VisitChanges changes;
    private final VisitTable table;
    private final DeskLines lines;
    private final DeskUndo undo;
    private final Persons persons;
    private final Letters letters;
    private final Dates dates;
    private final Clock clock;

    /** A change as the desk reads it: who is a staff member's name, or null for families and jobs. */
    record Change(
            Instant at,
            String what,
            @Nullable String reason,
            String by,
            @Nullable String who) {}

    DeskVisitPages(
            Visits visits,
            VisitChanges changes,
            VisitTable table,
            DeskLines lines,
            DeskUndo undo,
            Persons persons,
            Letters letters,
            Dates dates,
            Clock clock) {
        this.visits = visits;
        this.changes = changes;
        this.table = table;
        this.lines = lines;
        this.undo = undo;
        this.persons = persons;
        this.letters = letters;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/desk/visits/{id}")
    String visit(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String was,
            @RequestAttribute Frame frame,
            Model model) {
        Visit visit = lines.visit(id);
        if ("too-late".equals(done)) {
            model.addAttribute("problems", new Problems().add("actions", "desk.refusal.too-late"));
        }
        model.addAttribute("done", undo.of(done, was, visit).orElse(null));
        return show(visit, frame.language(), model);
    }

    private String show(Visit visit, Language language, Model model) {
        DeskRights rights = lines.rights();
        Line line = lines.of(visit, rights, language);
        Person person = persons.find(visit.person()).orElse(null);
        boolean ours = rights.runsDesk();
        boolean mayRestore = ours && changes.canRestore(visit);
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("line", line)
                .addAttribute("visit", visit)
                .addAttribute("moment", dates.moment(visit.start(), lines.zone(), language))
                .addAttribute("person", ours ? person : null)
                .addAttribute("phone", ours && person != null ? shown(person.phone()) : null)
                .addAttribute("children", table.children(visit.id()))
                .addAttribute("history", history(visit, language))
                .addAttribute("toTell", ours ? toTell(visit).orElse(null) : null)
                .addAttribute("mayMove", ours && visit.canMove(clock.instant()))
                .addAttribute("mayCancel", ours && visit.stands())
                .addAttribute("mayRestore", mayRestore)
                .addAttribute("mayGiveBack", mayRestore && changes.isHeld(visit));
        return "desk/visit";
    }

    private static @Nullable String shown(@Nullable String phone) {
        return phone == null ? null : Contact.shown(phone);
    }

    private Optional<ToTell> toTell(Visit visit) {
        return letters.toTell().stream()
                .filter(letter -> letter.about().equals(visit.id()))
                .findFirst();
    }

    private List<Change> history(Visit visit, Language language) {
        return visits.history(visit).stream()
                .map(step -> new Change(
                        step.at(),
                        step.what(),
                        step.reason(),
                        kindOf(step.by()),
                        lines.staffName(step.by(), language).orElse(null)))
                .toList();
    }

    /** Families act by their link, visitors on the site; everything else without a name is a job of the house. */
    private static String kindOf(String actor) {
        return switch (actor) {
            case "family", "visitor" -> actor;
            default -> "job";
        };
    }

    /** Said by who was there, or taken back ({@code booked}) when it was the wrong button. */
    @PostMapping("/desk/visits/{id}/arrival")
    String arrival(
            @PathVariable UUID id, @RequestParam String how, @RequestParam(required = false) @Nullable String to) {
        Visit visit = lines.visit(id);
        LocalDate day = LocalDate.ofInstant(visit.start(), lines.zone());
        if (!lines.rights().mayMark(visit, day, lines.today())) {
            throw new AccessDeniedException("not to be marked");
        }
        Visit.State state = switch (how) {
            case "came" -> Visit.State.CAME;
            case "late" -> Visit.State.LATE;
            case "no-show" -> Visit.State.NO_SHOW;
            case "booked" -> Visit.State.BOOKED;
            default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
        changes.happened(id, state);
        String done = (state == Visit.State.BOOKED ? "unmarked" : state.code()) + "&was="
                + visit.state().code();
        return "day".equals(to) ? "redirect:/desk?day=" + day + "&visit=" + id + "&done=" + done : seeOther(id, done);
    }

    @PostMapping("/desk/visits/{id}/cancellation")
    String cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        lines.runningDesk();
        Visit visit = lines.visit(id);
        String plain = reason.strip();
        if (plain.isEmpty() || plain.length() > LONGEST) {
            model.addAttribute("problems", new Problems().add("reason", "desk.cancel.reason-missing"))
                    .addAttribute("reason", plain);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(visit, frame.language(), model);
        }
        return changes.cancel(visit, plain)
                ? seeOther(id, "cancelled")
                : refused(visit, "desk.refusal.too-late", frame, model, response);
    }

    @PostMapping("/desk/visits/{id}/restoration")
    String restore(@PathVariable UUID id, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        lines.runningDesk();
        Visit visit = lines.visit(id);
        return switch (changes.restore(visit)) {
            case Outcome.Booked _ -> seeOther(id, "restored");
            case Outcome.Taken _ -> refused(visit, "desk.refusal.taken-back", frame, model, response);
            case Outcome.TooLate _ -> refused(visit, "desk.refusal.too-late", frame, model, response);
            case Outcome.Invalid _ -> refused(visit, "desk.refusal.invalid", frame, model, response);
            case Outcome.TooMany _ -> refused(visit, "desk.refusal.too-many", frame, model, response);
            case Outcome.KeyReused _ -> refused(visit, "desk.refusal.key-reused", frame, model, response);
        };
    }

    /** The desk's own words to the family; without any, all is as usual. */
    @PostMapping("/desk/visits/{id}/difference")
    String different(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String different,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        lines.runningDesk();
        Visit visit = lines.visit(id);
        String plain = different
                .replace("\r\n", "\n")
                .replaceAll("[\\p{Cc}&&[^\n]]", "")
                .strip();
        if (plain.length() > LONGEST) {
            model.addAttribute("problems", new Problems().add("different", "desk.different.too-long", LONGEST))
                    .addAttribute("different", plain);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(visit, frame.language(), model);
        }
        return changes.differ(id, plain.isEmpty() ? null : plain)
                ? seeOther(id, "different")
                : refused(visit, "desk.refusal.too-late", frame, model, response);
    }

    /** Nobody waits for the undo any more: the time is for others at once. */
    @PostMapping("/desk/visits/{id}/handing-on")
    String giveBack(@PathVariable UUID id, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        lines.runningDesk();
        Visit visit = lines.visit(id);
        return changes.giveBack(visit)
                ? seeOther(id, "given-back")
                : refused(visit, "desk.refusal.given-back", frame, model, response);
    }

    private String refused(Visit visit, String why, Frame frame, Model model, HttpServletResponse response) {
        model.addAttribute("problems", new Problems().add("actions", why));
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(visits.find(visit.id()).orElse(visit), frame.language(), model);
    }

    static String seeOther(UUID id, String done) {
        return "redirect:/desk/visits/" + id + "?done=" + done;
    }
}
