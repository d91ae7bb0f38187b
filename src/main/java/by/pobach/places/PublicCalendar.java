package by.pobach.places;

import by.pobach.places.WorkingCalendar.Day;
import by.pobach.web.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The calendar of the state: holidays, moved working days and school breaks, before the Centre says anything of its own. */
final class PublicCalendar {
    private final IntFunction<MovedDays> readMoved;
    private final Map<Integer, MovedDays> moved = new ConcurrentHashMap<>();
    private final Map<Integer, SchoolYear> schoolYears = new ConcurrentHashMap<>();

    PublicCalendar() {
        this(MovedDays::of);
    }

    PublicCalendar(IntFunction<MovedDays> readMoved) {
        this.readMoved = readMoved;
    }

    /** A weekday works as itself unless it is a holiday or was moved. */
    Day day(LocalDate date) {
        MovedDays moves = moved.computeIfAbsent(date.getYear(), readMoved::apply);
        Optional<Words> closed =
                Holidays.on(date).or(() -> moves.workedFor(date).map(MovedDay::off));
        if (closed.isPresent()) {
            return new Day(date, null, closed.get(), !moves.known());
        }
        return moves.dayOffFor(date)
                .map(off -> new Day(date, off.getDayOfWeek(), MovedDay.worked(off), false))
                .orElseGet(() -> new Day(date, date.getDayOfWeek(), null, !moves.known()));
    }

    boolean schoolBreak(LocalDate date) {
        return schoolYear(date).isBreak(date);
    }

    boolean schoolYearKnown(LocalDate date) {
        return schoolYear(date).known();
    }

    private SchoolYear schoolYear(LocalDate date) {
        return schoolYears.computeIfAbsent(SchoolYear.startOf(date), SchoolYear::of);
    }
}
