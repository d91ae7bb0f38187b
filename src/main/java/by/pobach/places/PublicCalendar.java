package by.pobach.places;

import by.pobach.places.WorkingCalendar.Day;
import by.pobach.web.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/** The calendar of the state: holidays, moved working days and school holidays, before the Centre says anything of its own. */
final class PublicCalendar {
    private final IntFunction<YearFile> files;
    private final Map<Integer, YearFile> years = new ConcurrentHashMap<>();

    PublicCalendar() {
        this(YearFile::of);
    }

    PublicCalendar(IntFunction<YearFile> files) {
        this.files = files;
    }

    /** A weekday works as itself unless it is a holiday or was moved. */
    Day day(LocalDate date) {
        YearFile year = year(date);
        boolean provisional = !year.movesKnown();
        Optional<Words> holiday = Holidays.on(date);
        if (holiday.isPresent()) {
            return new Day(date, null, holiday.get(), provisional);
        }
        LocalDate worked = year.moved().get(date);
        if (worked != null) {
            return new Day(date, null, MovedDay.off(worked), provisional);
        }
        return year.workedFor(date)
                .map(off -> new Day(date, off.getDayOfWeek(), MovedDay.worked(off), provisional))
                .orElseGet(() -> new Day(date, date.getDayOfWeek(), null, provisional));
    }

    boolean schoolHoliday(LocalDate date) {
        return year(date).schoolHolidays().stream().anyMatch(days -> days.contain(date));
    }

    boolean schoolKnown(LocalDate date) {
        return year(date).schoolKnown();
    }

    private YearFile year(LocalDate date) {
        return years.computeIfAbsent(date.getYear(), files::apply);
    }
}
