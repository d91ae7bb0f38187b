package by.pobach.places;

import by.pobach.web.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** When the Centre works: weekly hours, public holidays of Belarus, transferred working days, the school year. */
@Component
public class WorkingCalendar {

    /** Half-open opening hours of a weekday, Centre time. */
    public record Opening(DayOfWeek day, LocalTime from, LocalTime to) {}

    /**
     * One date.
     *
     * @param worksAs the weekday whose hours apply (a transferred Saturday may work as Monday), or null when closed
     * @param name the holiday's or transfer's name, or null on an ordinary day
     * @param provisional true when the year has no data file yet, so that transfers are not known
     */
    public record Day(LocalDate date, @Nullable DayOfWeek worksAs, @Nullable Words name, boolean provisional) {}

    public Day day(LocalDate date) {
        throw new UnsupportedOperationException("being built");
    }

    /** The Centre's weekly opening hours, Monday first. */
    public List<Opening> week() {
        throw new UnsupportedOperationException("being built");
    }

    public boolean schoolHoliday(LocalDate date) {
        throw new UnsupportedOperationException("being built");
    }

    /** The date that many working days later: «адкажам да…». */
    public LocalDate workingDaysAfter(LocalDate date, int days) {
        throw new UnsupportedOperationException("being built");
    }

    public Optional<Words> holiday(LocalDate date) {
        return Optional.ofNullable(day(date).name());
    }
}
