package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.letters.Letters;
import by.pobach.letters.ToTell;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.StaffMember;
import by.pobach.visits.Interpreters;
import by.pobach.visits.Outcome;
import by.pobach.visits.Task;
import by.pobach.visits.Tasks;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.temporal.ChronoUnit;
import java.util.List;
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

/** What the desk owes people: answers with a date, and words to say. */
@Controller
class DeskTaskPages {
    private final Tasks tasks;
    private final Visits visits;
    private final Interpreters interpreters;
    private final DeskLines lines;
    private final Persons persons;
    private final Letters letters;
    private final TransactionTemplate transaction;

    /**
     * A task with what one needs for it.
     *
     * @param days until it is due; negative when overdue
     * @param free interpreters who are free for the whole visit
     */
    record Owed(
            Task task,
            long days,
            @Nullable Line line,
            @Nullable Person person,
            @Nullable String phone,
            List<Choice> free) {
        public String kind() {
            return task.kind().code();
        }
    }

    /** Words to say, with whom they are for. */
    record Telling(
            ToTell letter,
            String to,
            boolean mail,
            @Nullable String name,
            boolean texts) {}

    DeskTaskPages(
            Tasks tasks,
            Visits visits,
            Interpreters interpreters,
            DeskLines lines,
            Persons persons,
            Letters letters,
            TransactionTemplate transaction) {
        this.tasks = tasks;
        this.visits = visits;
        this.interpreters = interpreters;
        this.lines = lines;
        this.persons = persons;
        this.letters = letters;
        this.transaction = transaction;
    }

    @GetMapping("/desk/tasks")
    String tasks(@RequestParam(required = false) @Nullable String done, @RequestAttribute Frame frame, Model model) {
        model.addAttribute(
                "done", done != null && List.of("task", "told", "interpreter").contains(done) ? done : null);
        return show(frame.language(), model);
    }

    private String show(Language language, Model model) {
        DeskRights rights = lines.runningDesk();
        List<Owed> owed =
                tasks.open().stream().map(task -> owed(task, rights, language)).toList();
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("post", letters.state())
                .addAttribute(
                        "tellings", letters.toTell().stream().map(this::telling).toList())
                .addAttribute("tasks", owed);
        return "desk/tasks";
    }

    private Owed owed(Task task, DeskRights rights, Language language) {
        Optional<Visit> visit = Optional.ofNullable(task.visit()).flatMap(visits::find);
        Person person =
                Optional.ofNullable(task.person()).flatMap(persons::find).orElse(null);
        List<Choice> free = task.kind() == Task.Kind.INTERPRETER
                ? visit.map(interpreters::free).orElse(List.of()).stream()
                        .map(member -> choice(member, language))
                        .toList()
                : List.of();
        return new Owed(
                task,
                ChronoUnit.DAYS.between(lines.today(), task.due()),
                visit.map(found -> lines.of(found, rights, language)).orElse(null),
                person,
                person == null || person.phone() == null ? null : Contact.shown(person.phone()),
                free);
    }

    private static Choice choice(StaffMember member, Language language) {
        return Choice.text(member.id().toString(), member.name().in(language));
    }

    private Telling telling(ToTell letter) {
        boolean mail = letter.to().contains("@");
        String name = visits.find(letter.about())
                .flatMap(visit -> persons.find(visit.person()))
                .map(Person::name)
                .orElse(null);
        boolean texts = !mail && Contact.takesTexts(letter.to());
        return new Telling(letter, mail ? letter.to() : Contact.shown(letter.to()), mail, name, texts);
    }

    @PostMapping("/desk/tasks/{id}/completion")
    String complete(@PathVariable UUID id) {
        lines.runningDesk();
        transaction.executeWithoutResult(status -> tasks.done(id));
        return "redirect:/desk/tasks?done=task";
    }

    /** Only the person who said it may press this: the name goes beside it. */
    @PostMapping("/desk/letters/{id}/telling")
    String told(@PathVariable UUID id, @RequestParam(required = false) @Nullable UUID visit) {
        lines.runningDesk();
        transaction.executeWithoutResult(status -> letters.told(id));
        return visit == null ? "redirect:/desk/tasks?done=told" : "redirect:/desk/visits/" + visit + "?done=told";
    }

    @PostMapping("/desk/tasks/{id}/interpreter")
    String assign(
            @PathVariable UUID id,
            @RequestParam UUID interpreter,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        lines.runningDesk();
        Task task = tasks.open().stream()
                .filter(open -> open.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (task.visit() == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return switch (interpreters.assign(task.visit(), interpreter)) {
            case Outcome.Booked _ -> "redirect:/desk/tasks?done=interpreter";
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
        return show(frame.language(), model);
    }
}
