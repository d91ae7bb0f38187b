package by.pobach.desk;

import by.pobach.letters.Letters;
import by.pobach.visits.Interpreters;
import by.pobach.visits.Outcome;
import by.pobach.visits.Task;
import by.pobach.visits.Tasks;
import by.pobach.visits.Visits;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What the desk owes people: answers with a date and an owner, and words to say. */
@Controller
class DeskTaskPages {
    private static final int LONGEST = 500;
    private static final String HERE = "redirect:/desk/tasks?done=";

    private final Tasks tasks;
    private final Visits visits;
    private final Interpreters interpreters;
    private final DeskTasks owed;
    private final DeskTellings tellings;
    private final DeskLines lines;
    private final Letters letters;
    private final TransactionTemplate transaction;
    private final Clock clock;

    /** A task that somebody notes; everything may be missing. */
    record Note(
            @Nullable String words,
            @Nullable String due,
            @Nullable String owner,
            @Nullable UUID visit) {}

    DeskTaskPages(
            Tasks tasks,
            Visits visits,
            Interpreters interpreters,
            DeskTasks owed,
            DeskTellings tellings,
            DeskLines lines,
            Letters letters,
            TransactionTemplate transaction,
            Clock clock) {
        this.tasks = tasks;
        this.visits = visits;
        this.interpreters = interpreters;
        this.owed = owed;
        this.tellings = tellings;
        this.lines = lines;
        this.letters = letters;
        this.transaction = transaction;
        this.clock = clock;
    }

    @GetMapping("/desk/tasks")
    String tasks(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable UUID task,
            @RequestParam(required = false) @Nullable UUID visit,
            @RequestAttribute Frame frame,
            Model model) {
        model.addAttribute("done", done(done, task).orElse(null));
        return show(new Note("", lines.today().toString(), null, visit), frame.language(), model);
    }

    private static Optional<DeskUndo.Done> done(@Nullable String what, @Nullable UUID task) {
        if ("task".equals(what) && task != null) {
            String back = "/desk/tasks/" + task + "/reopening";
            return Optional.of(new DeskUndo.Done("task", null, back, Map.of()));
        }
        return Optional.ofNullable(what)
                .filter(List.of("task", "told", "interpreter", "given", "noted", "reopened")::contains)
                .map(DeskUndo.Done::plain);
    }

    private String show(Note note, Language language, Model model) {
        DeskRights rights = lines.runningDesk();
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("post", letters.state())
                .addAttribute("tellings", tellings.all())
                .addAttribute("groups", owed.groups(rights, language))
                .addAttribute("owners", owed.owners(language))
                .addAttribute("note", note)
                .addAttribute(
                        "about",
                        Optional.ofNullable(note.visit())
                                .flatMap(visits::find)
                                .map(visit -> lines.of(visit, rights, language))
                                .orElse(null));
        return "desk/tasks";
    }

    @PostMapping("/desk/tasks")
    String note(Note note, @RequestAttribute Frame frame, Model model, HttpServletResponse response) {
        DeskRights rights = lines.runningDesk();
        Problems problems = new Problems();
        String words = note.words() == null ? "" : note.words().strip();
        if (words.isEmpty() || words.length() > LONGEST) {
            problems.add("words", "desk.note.words-missing");
        }
        Optional<LocalDate> due = DeskWeekPages.date(note.due()).filter(day -> !day.isBefore(lines.today()));
        if (due.isEmpty()) {
            problems.add("due", "desk.note.due-missing");
        }
        if (!problems.isEmpty()) {
            model.addAttribute("problems", problems);
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(note, frame.language(), model);
        }
        UUID visit = Optional.ofNullable(note.visit())
                .filter(id -> visits.find(id).isPresent())
                .orElse(null);
        UUID owner = owner(note.owner() == null ? rights.who().id().toString() : note.owner());
        tasks.note(new Task(Ids.next(), Task.Kind.NOTE, visit, null, words, due.orElseThrow(), clock.instant(), owner));
        return HERE + "noted";
    }

    /** Empty for everybody; somebody who does not run the desk cannot have a task, since nobody would see it. */
    private @Nullable UUID owner(String typed) {
        if (typed.isBlank()) {
            return null;
        }
        try {
            return Optional.of(UUID.fromString(typed))
                    .filter(owed::runsDesk)
                    .orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, null, notAnId);
        }
    }

    @PostMapping("/desk/tasks/{id}/owner")
    String give(@PathVariable UUID id, @RequestParam(defaultValue = "") String owner) {
        lines.runningDesk();
        tasks.give(id, owner(owner));
        return HERE + "given";
    }

    @PostMapping("/desk/tasks/{id}/completion")
    String complete(@PathVariable UUID id) {
        lines.runningDesk();
        tasks.done(id);
        return HERE + "task&task=" + id;
    }

    @PostMapping("/desk/tasks/{id}/reopening")
    String reopen(@PathVariable UUID id) {
        lines.runningDesk();
        return HERE + (tasks.reopen(id) ? "reopened" : "");
    }

    /** Only the person who said it may press this: the name goes beside it. */
    @PostMapping("/desk/letters/{id}/telling")
    String told(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable UUID visit,
            @RequestParam(required = false) @Nullable String to) {
        lines.runningDesk();
        transaction.executeWithoutResult(status -> letters.told(id));
        if ("day".equals(to)) {
            return "redirect:/desk?done=told";
        }
        return visit == null ? HERE + "told" : "redirect:/desk/visits/" + visit + "?done=told";
    }

    @PostMapping("/desk/tasks/{id}/interpreter")
    String assign(
            @PathVariable UUID id,
            @RequestParam UUID interpreter,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        lines.runningDesk();
        UUID visit =
                tasks.find(id).map(Task::visit).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return switch (interpreters.assign(visit, interpreter)) {
            case Outcome.Booked _ -> HERE + "interpreter";
            case Outcome.Taken _ -> refused(id, "desk.refusal.interpreter-taken", frame, model, response);
            case Outcome.TooLate _ -> refused(id, "desk.refusal.too-late", frame, model, response);
            case Outcome.Invalid _ -> refused(id, "desk.refusal.invalid", frame, model, response);
            case Outcome.TooMany _ -> refused(id, "desk.refusal.too-many", frame, model, response);
            case Outcome.KeyReused _ -> refused(id, "desk.refusal.key-reused", frame, model, response);
        };
    }

    private String refused(UUID task, String why, Frame frame, Model model, HttpServletResponse response) {
        model.addAttribute("problems", new Problems().add("task-" + task, why));
        response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        return show(new Note("", lines.today().toString(), null, null), frame.language(), model);
    }
}
