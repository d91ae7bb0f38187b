package by.pobach.figures;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * Seven days from a Monday on, Centre time.
 *
 * @param zone the Centre's
 */
record Week(LocalDate monday, ZoneId zone) {

    /** The week of a date. */
    static Week of(LocalDate date, ZoneId zone) {
        return new Week(date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)), zone);
    }

    /** Half-open with {@link #end()}. */
    Instant start() {
        return monday.atStartOfDay(zone).toInstant();
    }

    Instant end() {
        return next().atStartOfDay(zone).toInstant();
    }

    public LocalDate next() {
        return monday.plusWeeks(1);
    }

    public LocalDate before() {
        return monday.minusWeeks(1);
    }

    public LocalDate sunday() {
        return monday.plusDays(6);
    }

    List<LocalDate> days() {
        return monday.datesUntil(next()).toList();
    }
}
