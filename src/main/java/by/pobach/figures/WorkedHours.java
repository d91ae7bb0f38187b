package by.pobach.figures;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody works in a week, as the diary understands hours: a special day instead of the week, the Centre's hours
 * for whoever has none, nothing on a closed day unless a special day says so, and absences taken out.
 *
 * @param centre the Centre's own hours of a date, as shifts of nobody; empty when it is closed
 * @param worksAs the weekday whose hours apply on a date, or null when the Centre is closed
 */
record WorkedHours(
        List<Shift> shifts,
        List<SpecialDay> specialDays,
        List<Away> absences,
        Function<LocalDate, List<Hours>> centre,
        Function<LocalDate, @Nullable DayOfWeek> worksAs) {
    private static final int DAY = 24 * 60;

    record Hours(LocalTime from, LocalTime to) {}

    /** Valid from the first date to the day before the second; null means without end. */
    record Shift(
            UUID who,
            DayOfWeek day,
            LocalTime from,
            LocalTime to,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {

        boolean on(LocalDate date, @Nullable DayOfWeek weekday) {
            return day == weekday
                    && (validFrom == null || !date.isBefore(validFrom))
                    && (validTo == null || date.isBefore(validTo));
        }
    }

    record SpecialDay(
            UUID who,
            LocalDate date,
            @Nullable LocalTime from,
            @Nullable LocalTime to) {}

    record Away(UUID who, Instant from, Instant to) {}

    /** Minutes of work; an overlap counts once. */
    int minutes(UUID who, Week week) {
        return week.days().stream()
                .mapToInt(day -> on(who, day, week).cardinality())
                .sum();
    }

    private BitSet on(UUID who, LocalDate date, Week week) {
        BitSet minutes = new BitSet(DAY);
        List<SpecialDay> special = specialDays.stream()
                .filter(day -> day.who().equals(who) && day.date().equals(date))
                .toList();
        if (special.isEmpty()) {
            ordinary(who, date).forEach(hours -> fill(minutes, hours.from(), hours.to()));
        } else {
            special.forEach(day -> fill(minutes, day.from(), day.to()));
        }
        Instant midnight = date.atStartOfDay(week.zone()).toInstant();
        absences.stream()
                .filter(away -> away.who().equals(who))
                .forEach(away -> minutes.clear(minuteOf(midnight, away.from()), minuteOf(midnight, away.to())));
        return minutes;
    }

    private List<Hours> ordinary(UUID who, LocalDate date) {
        List<Shift> own =
                shifts.stream().filter(shift -> shift.who().equals(who)).toList();
        if (own.isEmpty()) {
            return centre.apply(date);
        }
        DayOfWeek weekday = worksAs.apply(date);
        return own.stream()
                .filter(shift -> shift.on(date, weekday))
                .map(shift -> new Hours(shift.from(), shift.to()))
                .toList();
    }

    private static void fill(BitSet minutes, @Nullable LocalTime from, @Nullable LocalTime to) {
        if (from != null && to != null) {
            minutes.set(from.toSecondOfDay() / 60, to.toSecondOfDay() / 60);
        }
    }

    /** Within that day. */
    private static int minuteOf(Instant midnight, Instant instant) {
        return Math.clamp(Duration.between(midnight, instant).toMinutes(), 0, DAY);
    }
}
