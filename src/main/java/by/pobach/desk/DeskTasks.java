package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.visits.Interpreters;
import by.pobach.visits.Task;
import by.pobach.visits.Tasks;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Choice;
import by.pobach.web.Language;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Open tasks with what one needs for them. However many there are, it takes five queries. */
@Component
class DeskTasks {
    private final Tasks tasks;
    private final Visits visits;
    private final Interpreters interpreters;
    private final Persons persons;
    private final Staff staff;
    private final DeskLines lines;

    /**
     * A task with what one needs for it.
     *
     * @param days until it is due; negative when overdue
     * @param free interpreters who are free for the whole visit
     * @param owner the name of who has taken it, or null
     * @param left the owner no longer works here or at the desk: it is everybody's again
     */
    record Owed(
            Task task,
            long days,
            @Nullable Line line,
            @Nullable Person person,
            @Nullable String phone,
            List<Choice> free,
            @Nullable String owner,
            boolean mine,
            boolean left) {
        public String kind() {
            return task.kind().code();
        }

        public String whose() {
            return mine ? "mine" : owner == null || left ? "nobody" : "others";
        }
    }

    /** Tasks under one heading: {@code mine}, {@code nobody} or {@code others}. */
    record Group(String whose, List<Owed> tasks) {}

    DeskTasks(Tasks tasks, Visits visits, Interpreters interpreters, Persons persons, Staff staff, DeskLines lines) {
        this.tasks = tasks;
        this.visits = visits;
        this.interpreters = interpreters;
        this.persons = persons;
        this.staff = staff;
        this.lines = lines;
    }

    /** My own first, then what nobody has taken; within each the most urgent first. */
    List<Group> groups(DeskRights rights, Language language) {
        List<Owed> all = owed(tasks.open(), rights, language);
        return Stream.of("mine", "nobody", "others")
                .map(whose -> new Group(
                        whose,
                        all.stream().filter(owed -> owed.whose().equals(whose)).toList()))
                .filter(group -> !group.tasks().isEmpty())
                .toList();
    }

    /** Whoever has them: past their day, the latest first. */
    List<Owed> overdue(DeskRights rights, Language language) {
        List<Task> late = tasks.open().stream()
                .filter(task -> task.due().isBefore(lines.today()))
                .toList();
        return owed(late, rights, language);
    }

    private List<Owed> owed(List<Task> some, DeskRights rights, Language language) {
        Map<UUID, Visit> about = visits.find(
                some.stream().map(Task::visit).filter(Objects::nonNull).toList());
        Map<UUID, Line> known = lines.of(List.copyOf(about.values()), rights, language).stream()
                .collect(Collectors.toMap(line -> line.visit().id(), line -> line));
        List<UUID> people = new ArrayList<>();
        some.forEach(task -> people.addAll(person(task, about).stream().toList()));
        Map<UUID, Person> contacts = persons.find(people);
        return some.stream()
                .map(task -> owed(
                        task,
                        task.visit() == null ? null : known.get(task.visit()),
                        person(task, about).map(contacts::get).orElse(null),
                        rights,
                        language))
                .toList();
    }

    /** Whom to call: the one the task names, or the one who booked the visit. */
    private static Optional<UUID> person(Task task, Map<UUID, Visit> about) {
        return Optional.ofNullable(task.person())
                .or(() -> Optional.ofNullable(task.visit()).map(about::get).map(Visit::person));
    }

    private Owed owed(Task task, @Nullable Line line, @Nullable Person person, DeskRights rights, Language language) {
        UUID owner = task.owner();
        List<StaffMember> free =
                task.kind() == Task.Kind.INTERPRETER && line != null ? interpreters.free(line.visit()) : List.of();
        return new Owed(
                task,
                ChronoUnit.DAYS.between(lines.today(), task.due()),
                line,
                person,
                person == null || person.phone() == null ? null : Contact.shown(person.phone()),
                choices(free, language),
                owner == null ? null : lines.staffName(owner, language).orElse(null),
                rights.who().id().equals(owner),
                owner != null && !runsDesk(owner));
    }

    /** Who may have a task: whoever runs the desk. */
    List<Choice> owners(Language language) {
        return choices(
                staff.all().stream()
                        .filter(member -> new DeskRights(member).runsDesk())
                        .toList(),
                language);
    }

    boolean runsDesk(UUID member) {
        return staff.isHere(member)
                && staff.find(member)
                        .map(DeskRights::new)
                        .filter(DeskRights::runsDesk)
                        .isPresent();
    }

    private static List<Choice> choices(List<StaffMember> members, Language language) {
        return members.stream()
                .map(member -> Choice.text(member.id().toString(), member.name().in(language)))
                .toList();
    }
}
