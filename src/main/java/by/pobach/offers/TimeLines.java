package by.pobach.offers;

import by.pobach.diary.FreeDay;
import by.pobach.web.Dates;
import by.pobach.web.Language;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Free times as a page shows them: a list by day, and a month with the number of times of each day. */
@Component
public class TimeLines {
    private final Dates dates;
    private final Times times;

    TimeLines(Dates dates, Times times) {
        this.dates = dates;
        this.times = times;
    }

    /** One time to choose; {@code iso} carries its offset, for scripts and calendars. */
    record Line(String hour, String iso, String href) {}

    record Day(String name, String spoken, List<Line> lines) {}

    /**
     * A day of the month's table.
     *
     * @param free how many starts; 0 has no link
     */
    record Cell(
            int number,
            String weekday,
            String month,
            int free,
            @Nullable String href) {}

    record Month(
            String name,
            List<String> weekdays,
            List<List<@Nullable Cell>> weeks,
            @Nullable String before,
            @Nullable String after) {}

    public List<Day> days(List<FreeDay> days, Language language, Function<Instant, String> href) {
        ZoneId zone = times.zone();
        return days.stream()
                .map(day -> new Day(
                        dates.near(day.date(), times.today(), language),
                        dates.day(day.date(), language),
                        day.starts().stream()
                                .map(start -> line(start, zone, href))
                                .toList()))
                .toList();
    }

    private Line line(Instant start, ZoneId zone, Function<Instant, String> href) {
        return new Line(dates.time(start, zone), iso(start), href.apply(start));
    }

    public String time(Instant moment) {
        return dates.time(moment, times.zone());
    }

    public String iso(Instant start) {
        return start.atZone(times.zone()).toOffsetDateTime().toString();
    }

    /** The month of a day, with links that lead to the list of each day and to the months beside it. */
    public Month month(Times.Found found, LocalDate shown, Language language, Function<LocalDate, String> href) {
        YearMonth month = YearMonth.from(shown);
        LocalDate today = times.today();
        LocalDate end = found.wish().to();
        LocalDate from = month.atDay(1).isBefore(today) ? today : month.atDay(1);
        LocalDate next = month.plusMonths(1).atDay(1);
        Map<LocalDate, Integer> free = times.days(found, from, next.isBefore(end) ? next : end).stream()
                .collect(Collectors.toMap(FreeDay::date, day -> day.starts().size()));
        return new Month(
                dates.month(shown, language),
                weekdays(language),
                weeks(month, language, free, href),
                month.equals(YearMonth.from(today))
                        ? null
                        : href.apply(month.minusMonths(1).atDay(1)),
                next.isBefore(end) ? href.apply(next) : null);
    }

    private static List<String> weekdays(Language language) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale()))
                .toList();
    }

    private List<List<@Nullable Cell>> weeks(
            YearMonth month, Language language, Map<LocalDate, Integer> free, Function<LocalDate, String> href) {
        List<List<@Nullable Cell>> weeks = new ArrayList<>();
        LocalDate monday = month.atDay(1).with(DayOfWeek.MONDAY);
        for (; !monday.isAfter(month.atEndOfMonth()); monday = monday.plusWeeks(1)) {
            List<@Nullable Cell> week = new ArrayList<>();
            for (LocalDate day = monday; day.isBefore(monday.plusWeeks(1)); day = day.plusDays(1)) {
                week.add(
                        YearMonth.from(day).equals(month)
                                ? cell(day, language, free.getOrDefault(day, 0), href)
                                : null);
            }
            weeks.add(week);
        }
        return weeks;
    }

    /** «аўторак, 24 лютага» in three parts, so that the number can stand alone where there is a table around it. */
    private Cell cell(LocalDate day, Language language, int free, Function<LocalDate, String> href) {
        String spoken = dates.day(day, language);
        String number = String.valueOf(day.getDayOfMonth());
        int at = spoken.indexOf(number);
        return new Cell(
                day.getDayOfMonth(),
                spoken.substring(0, at),
                spoken.substring(at + number.length()),
                free,
                free == 0 ? null : href.apply(day));
    }
}
