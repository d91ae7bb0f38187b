package by.pobach.places;

import by.pobach.places.WeekTable.OwnDay;
import by.pobach.web.Remembered;
import by.pobach.web.Words;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * When the Centre works: weekly hours, public holidays of Belarus, transferred working days, the school year, and the Centre's
 * own exceptions, which win over all of them. Dates and times of day are the Centre's; kept in memory, seen by all nodes
 * within a second of a change.
 */
@Component
public class WorkingCalendar {
    private final WeekTable table;
    private final Remembered<List<Opening>> week;
    private final Remembered<Map<LocalDate, OwnDay>> ownDays;
    private final PublicCalendar publicCalendar = new PublicCalendar();

    /** Half-open opening hours of a weekday, Centre time. A break makes two of one day. */
    public record Opening(DayOfWeek day, LocalTime from, LocalTime to) {}

    /**
     * One date.
     *
     * @param worksAs the weekday whose hours apply (a transferred Saturday may work as Monday), or null when closed
     * @param name the holiday's or transfer's name, or null on an ordinary day
     * @param provisional true when the year has no data file yet, so that transfers are not known
     */
    public record Day(
            LocalDate date,
            @Nullable DayOfWeek worksAs,
            @Nullable Words name,
            boolean provisional) {}

    /**
     * The working days of a year that the state moved.
     *
     * @param worked each day off with the Saturday that is worked for it
     * @param source the act it stands in
     */
    public record Transfers(int year, Map<LocalDate, LocalDate> worked, String source) {}

    WorkingCalendar(WeekTable table) {
        this.table = table;
        this.week = new Remembered<>(table::week);
        this.ownDays = new Remembered<>(table::ownDays);
    }

    public Day day(LocalDate date) {
        Day day = publicCalendar.day(date);
        OwnDay own = ownDays.get().get(date);
        DayOfWeek worksAs = own == null ? day.worksAs() : own.worksAs();
        Words name = own == null ? day.name() : own.name();
        return new Day(date, opensOn(worksAs) ? worksAs : null, name, day.provisional());
    }

    /** The hours of one date, earliest first; empty when the Centre is closed. */
    public List<Opening> hours(LocalDate date) {
        DayOfWeek worksAs = day(date).worksAs();
        return week().stream().filter(opening -> opening.day() == worksAs).toList();
    }

    /** The Centre's weekly opening hours, Monday first. */
    public List<Opening> week() {
        return week.get();
    }

    /** Replaces the weekly hours. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepWeek(List<Opening> openings) {
        week.changed();
        table.keep(openings);
    }

    /** The Centre's own word on one date: closed (null), or working with the hours of a weekday; families read the name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepDay(LocalDate date, @Nullable DayOfWeek worksAs, Words name) {
        ownDays.changed();
        table.keep(new OwnDay(date, worksAs, name));
    }

    /** The Centre has no word of its own on that date any more. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropDay(LocalDate date) {
        ownDays.changed();
        table.drop(date);
    }

    /** What the Centre has said of dates from this one on, earliest first. */
    public List<Day> ownDays(LocalDate from) {
        return ownDays.get().values().stream()
                .filter(own -> !own.date().isBefore(from))
                .sorted(Comparator.comparing(OwnDay::date))
                .map(own -> new Day(own.date(), own.worksAs(), own.name(), false))
                .toList();
    }

    /** What the state has said of a year's transfers, or empty while nobody has entered it. */
    public Optional<Transfers> transfers(int year) {
        return DataFile.find("moved-" + year + ".properties")
                .map(file -> new Transfers(year, MovedDays.of(year).worked(), file.source()));
    }

    /** Whether schools have a break; false also when the dates of that school year are not known ({@link #schoolYearKnown}). */
    public boolean schoolHoliday(LocalDate date) {
        return publicCalendar.schoolBreak(date);
    }

    /** Whether the school holidays of the date's year have been entered with their source. */
    public boolean schoolYearKnown(LocalDate date) {
        return publicCalendar.schoolYearKnown(date);
    }

    /** The date that many working days later: «адкажам да…». */
    public LocalDate workingDaysAfter(LocalDate date, int days) {
        LocalDate day = date;
        for (int left = days; left > 0; left--) {
            day = nextWorkingDay(day);
        }
        return day;
    }

    public Optional<Words> holiday(LocalDate date) {
        return Optional.ofNullable(day(date).name());
    }

    private LocalDate nextWorkingDay(LocalDate date) {
        LocalDate next = date.plusDays(1);
        // A Centre that never opens must not keep us for ever.
        for (int tries = 0; tries < 60 && day(next).worksAs() == null; tries++) {
            next = next.plusDays(1);
        }
        return next;
    }

    private boolean opensOn(@Nullable DayOfWeek weekday) {
        return week().stream().anyMatch(opening -> opening.day() == weekday);
    }
}
