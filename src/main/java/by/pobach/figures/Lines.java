package by.pobach.figures;

import by.pobach.offers.Services;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.web.Dates;
import by.pobach.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Rows as the desk reads them: ids become names. Whoever may open figures may read names at the desk, too. */
@Component
class Lines {
    private static final Set<String> KINDS = Set.of("wish", "interpreter", "call", "away");

    private final Persons persons;
    private final Staff staff;
    private final Services services;
    private final Dates dates;

    /**
     * One row.
     *
     * @param href where the desk shows it
     * @param when the moment it is known by
     * @param name of whoever asked, or null once it is erased
     * @param about service and specialist, or null for a promise
     * @param state of the visit as the desk names it, or of the promise
     * @param waited days from asking to the visit, or to now
     */
    record Line(
            String href,
            String when,
            @Nullable String name,
            @Nullable String about,
            String kind,
            String state,
            long waited) {}

    Lines(Persons persons, Staff staff, Services services, Dates dates) {
        this.persons = persons;
        this.staff = staff;
        this.services = services;
        this.dates = dates;
    }

    List<Line> of(List<Row> rows, ZoneId zone, LocalDate today, Language language) {
        Map<UUID, Person> people = persons.find(
                rows.stream().map(Row::person).filter(Objects::nonNull).toList());
        return rows.stream()
                .map(row -> {
                    Person person = row.person() == null ? null : people.get(row.person());
                    String name = person == null ? null : person.name();
                    return switch (row) {
                        case Row.OfVisit visit -> visit(visit, name, zone, language);
                        case Row.OfTask task -> task(task, name, zone, today, language);
                    };
                })
                .toList();
    }

    private Line visit(Row.OfVisit visit, @Nullable String name, ZoneId zone, Language language) {
        String service = services.find(visit.service())
                .map(found -> found.name().in(language))
                .orElse(visit.service());
        String specialist = staff.find(visit.specialist())
                .map(found -> found.name().in(language))
                .orElse("");
        return new Line(
                "/desk/visits/" + visit.id(),
                dates.moment(visit.start(), zone, language),
                name,
                service + " · " + specialist,
                "visit",
                visit.state(),
                days(visit.booked(), visit.start(), zone));
    }

    private Line task(Row.OfTask task, @Nullable String name, ZoneId zone, LocalDate today, Language language) {
        Instant done = task.done();
        LocalDate ended = done == null ? null : done.atZone(zone).toLocalDate();
        String state = ended == null
                ? today.isAfter(task.due()) ? "overdue" : "open"
                : ended.isAfter(task.due()) ? "late" : "in-time";
        return new Line(
                task.visit() == null ? "/desk/tasks" : "/desk/visits/" + task.visit(),
                dates.day(task.due(), language),
                name,
                null,
                KINDS.contains(task.kind()) ? task.kind() : "other",
                state,
                ChronoUnit.DAYS.between(task.made().atZone(zone).toLocalDate(), ended == null ? today : ended));
    }

    private static long days(Instant from, Instant to, ZoneId zone) {
        return ChronoUnit.DAYS.between(
                from.atZone(zone).toLocalDate(), to.atZone(zone).toLocalDate());
    }
}
