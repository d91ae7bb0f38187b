package by.pobach.diary;

import by.pobach.places.WorkingCalendar;
import by.pobach.places.WorkingCalendar.Opening;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What is free, worked out from the rows of the database with instants and loops alone: no bits, no grid, nothing that the
 * diary itself computes with.
 */
final class PlainTruth {
    private static final Duration CELL = Duration.ofMinutes(5);

    private final WorkingCalendar calendar;
    private final ZoneId zone;
    private final List<Busy> holds;
    private final List<Busy> absences;
    private final List<Hours> shifts;
    private final List<Special> specialDays;

    private record Busy(UUID resource, Instant from, Instant to) {
        boolean touches(UUID other, Instant start, Instant end) {
            return resource.equals(other) && from.isBefore(end) && start.isBefore(to);
        }
    }

    private record Hours(UUID resource, DayOfWeek day, LocalTime from, LocalTime to) {}

    private record Special(UUID resource, LocalDate day, LocalTime from, LocalTime to) {}

    private record Open(Instant from, Instant to) {}

    PlainTruth(JdbcClient sql, WorkingCalendar calendar, ZoneId zone) {
        this.calendar = calendar;
        this.zone = zone;
        this.holds = busy(sql, "diary.hold where released_at is null");
        this.absences = busy(sql, "diary.absence");
        this.shifts = sql.sql("select * from diary.shift")
                .query((row, number) -> new Hours(
                        row.getObject("resource_id", UUID.class),
                        DayOfWeek.of(row.getInt("weekday")),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class)))
                .list();
        this.specialDays = sql.sql("select * from diary.special_day")
                .query((row, number) -> new Special(
                        row.getObject("resource_id", UUID.class),
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class)))
                .list();
    }

    private static List<Busy> busy(JdbcClient sql, String rows) {
        return sql.sql("select resource_id, lower(during) as starts, upper(during) as ends from " + rows)
                .query((row, number) -> new Busy(
                        row.getObject("resource_id", UUID.class),
                        row.getTimestamp("starts").toInstant(),
                        row.getTimestamp("ends").toInstant()))
                .list();
    }

    /** Nothing else holds it then and nobody is away; the hours do not matter to the database. */
    boolean canBeHeld(Slot slot) {
        return nobodyHolds(slot.resource(), slot.from(), slot.to());
    }

    private boolean nobodyHolds(UUID resource, Instant from, Instant to) {
        return holds.stream().noneMatch(hold -> hold.touches(resource, from, to))
                && absences.stream().noneMatch(absence -> absence.touches(resource, from, to));
    }

    List<Instant> starts(Search search, LocalDate day) {
        List<Instant> starts = new ArrayList<>();
        Instant end = midnight(day.plusDays(1));
        for (Instant at = midnight(day); at.isBefore(end); at = at.plus(Duration.ofMinutes(search.step()))) {
            if (!at.isBefore(search.notBefore()) && somebodyCanStart(search, day, at)) {
                starts.add(at);
            }
        }
        return starts;
    }

    private boolean somebodyCanStart(Search search, LocalDate day, Instant start) {
        return search.teams().stream()
                .anyMatch(team -> team.roles().stream()
                        .allMatch(role -> role.candidates().stream()
                                .anyMatch(candidate -> candidate.parts().stream()
                                        .allMatch(part -> isFree(part, day, start, search.minutes())))));
    }

    private boolean isFree(Team.Part part, LocalDate day, Instant start, int minutes) {
        Instant from = start.minus(Duration.ofMinutes(part.before()));
        Instant to = start.plus(Duration.ofMinutes(minutes + part.after()));
        return !from.isBefore(midnight(day))
                && !to.isAfter(midnight(day.plusDays(1)))
                && works(part.resource(), day, from, to)
                && nobodyHolds(part.resource(), from, to);
    }

    private boolean works(UUID resource, LocalDate day, Instant from, Instant to) {
        List<Open> open = open(resource, day);
        for (Instant cell = from; cell.isBefore(to); cell = cell.plus(CELL)) {
            Instant at = cell;
            if (open.stream()
                    .noneMatch(
                            range -> !at.isBefore(range.from) && !at.plus(CELL).isAfter(range.to))) {
                return false;
            }
        }
        return true;
    }

    private List<Open> open(UUID resource, LocalDate day) {
        List<Special> special = specialDays.stream()
                .filter(row -> row.resource.equals(resource) && row.day.equals(day))
                .toList();
        if (!special.isEmpty()) {
            return special.stream()
                    .filter(row -> row.from != null)
                    .map(row -> open(day, row.from, row.to))
                    .toList();
        }
        DayOfWeek worksAs = calendar.day(day).worksAs();
        if (shifts.stream().noneMatch(row -> row.resource.equals(resource))) {
            return calendar.week().stream()
                    .filter(opening -> opening.day() == worksAs)
                    .map((Opening opening) -> open(day, opening.from(), opening.to()))
                    .toList();
        }
        return shifts.stream()
                .filter(row -> row.resource.equals(resource) && row.day == worksAs)
                .map(row -> open(day, row.from, row.to))
                .toList();
    }

    private Open open(LocalDate day, LocalTime from, LocalTime to) {
        return new Open(
                day.atTime(from).atZone(zone).toInstant(),
                day.atTime(to).atZone(zone).toInstant());
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }
}
