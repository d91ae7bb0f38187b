package by.pobach.desk;

import by.pobach.visits.VisitTable.Count;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A month as weeks from Monday, with how many visits each day has. */
record DeskMonth(YearMonth month, List<Week> weeks) {
    private static final int DAYS = 7;

    /** @param days seven, null where the week belongs to another month */
    record Week(LocalDate monday, List<@Nullable Day> days) {
        /** The days of it that lie in the month: «2–8». */
        public String span() {
            List<Integer> numbers = days.stream()
                    .flatMap(Stream::ofNullable)
                    .map(day -> day.date().getDayOfMonth())
                    .toList();
            int first = numbers.getFirst();
            int last = numbers.getLast();
            return first == last ? String.valueOf(first) : first + "–" + last;
        }
    }

    record Day(LocalDate date, int visits, boolean today) {}

    /** Somebody's visits in each week of the month. */
    record Row(UUID id, String name, List<Integer> perWeek) {}

    static DeskMonth of(YearMonth month, LocalDate today, List<Count> counts) {
        List<Week> weeks = new ArrayList<>();
        LocalDate monday = DeskWeek.monday(month.atDay(1));
        while (!monday.isAfter(month.atEndOfMonth())) {
            weeks.add(week(monday, month, today, counts));
            monday = monday.plusDays(DAYS);
        }
        return new DeskMonth(month, weeks);
    }

    private static Week week(LocalDate monday, YearMonth month, LocalDate today, List<Count> counts) {
        List<@Nullable Day> days = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate date = monday.plusDays(i);
            boolean inside = YearMonth.from(date).equals(month);
            days.add(inside ? new Day(date, on(date, date, null, counts), date.equals(today)) : null);
        }
        return new Week(monday, days);
    }

    /** Nobody who has no visit in the month. */
    Row row(UUID id, String name, List<Count> counts) {
        return new Row(
                id,
                name,
                IntStream.range(0, weeks.size())
                        .mapToObj(at -> on(
                                weeks.get(at).monday(), weeks.get(at).monday().plusDays(DAYS - 1), id, counts))
                        .toList());
    }

    private static int on(LocalDate first, LocalDate last, @Nullable UUID specialist, List<Count> counts) {
        return counts.stream()
                .filter(count -> !count.day().isBefore(first) && !count.day().isAfter(last))
                .filter(count -> specialist == null || count.specialist().equals(specialist))
                .mapToInt(Count::visits)
                .sum();
    }
}
