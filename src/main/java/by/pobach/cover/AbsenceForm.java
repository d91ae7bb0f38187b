package by.pobach.cover;

import by.pobach.cover.Absence.Why;
import by.pobach.diary.Diary;
import by.pobach.web.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is away from when until when, as it was typed. Without a time: the whole day, the last one included.
 *
 * @param absence the id of one that stands in the diary already, or nothing
 */
record AbsenceForm(
        @Nullable String who,
        @Nullable String fromDay,
        @Nullable String fromTime,
        @Nullable String toDay,
        @Nullable String toTime,
        @Nullable String why,
        @Nullable String absence) {

    /** Half-open. */
    record Range(Instant from, Instant to) {}

    /** Today, all day; what a link brought along stays. */
    AbsenceForm orToday(LocalDate today) {
        return new AbsenceForm(who, typed(fromDay, today), fromTime, typed(toDay, today), toTime, why, absence);
    }

    /** An absence of the diary as it would have been typed. */
    static AbsenceForm of(Diary.Absence noted, ZoneId zone) {
        ZonedDateTime begin = noted.slot().from().atZone(zone);
        ZonedDateTime end = noted.slot().to().atZone(zone);
        LocalDate last = time(end).isEmpty() ? end.toLocalDate().minusDays(1) : end.toLocalDate();
        return new AbsenceForm(
                noted.slot().resource().toString(),
                begin.toLocalDate().toString(),
                time(begin),
                last.toString(),
                time(end),
                null,
                noted.id().toString());
    }

    /** Midnight is the edge of a whole day, for which nobody types an hour. */
    private static String time(ZonedDateTime edge) {
        LocalTime time = edge.toLocalTime();
        return time.equals(LocalTime.MIDNIGHT)
                ? ""
                : time.truncatedTo(ChronoUnit.MINUTES).toString();
    }

    private static String typed(@Nullable String day, LocalDate today) {
        return day == null || day.isBlank() ? today.toString() : day;
    }

    Optional<UUID> person() {
        return id(who);
    }

    /** The absence in the diary that the link brought along. */
    Optional<UUID> noted() {
        return id(absence);
    }

    private static Optional<UUID> id(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed).filter(id -> !id.isBlank()).map(UUID::fromString);
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Nullable
    Why reason() {
        return Why.of(why).orElse(null);
    }

    /** Empty when a day or time is missing, wrong, or the end comes first; then the problems say which. */
    Optional<Range> range(ZoneId zone, Problems problems) {
        Optional<Instant> from = instant(fromDay, fromTime, 0, zone);
        Optional<Instant> to = instant(toDay, toTime, 1, zone);
        if (from.isEmpty()) {
            problems.add("fromDay", "cover.problem.from");
        }
        if (to.isEmpty()) {
            problems.add("toDay", "cover.problem.to");
        }
        if (from.isPresent() && to.isPresent() && !from.get().isBefore(to.get())) {
            problems.add("toDay", "cover.problem.order");
        }
        return problems.isEmpty() ? Optional.of(new Range(from.orElseThrow(), to.orElseThrow())) : Optional.empty();
    }

    /** The end alone, when somebody comes back earlier or later. */
    Optional<Instant> end(ZoneId zone) {
        return instant(toDay, toTime, 1, zone);
    }

    private static Optional<Instant> instant(
            @Nullable String day, @Nullable String time, int daysWithoutTime, ZoneId zone) {
        try {
            boolean whole = time == null || time.isBlank();
            return Optional.ofNullable(day)
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse)
                    .filter(date -> date.getYear() > 2000 && date.getYear() < 2200)
                    .map(date -> date.plusDays(whole ? daysWithoutTime : 0)
                            .atTime(whole ? LocalTime.MIDNIGHT : LocalTime.parse(String.valueOf(time)))
                            .atZone(zone)
                            .toInstant());
        } catch (DateTimeException notATime) {
            return Optional.empty();
        }
    }
}
