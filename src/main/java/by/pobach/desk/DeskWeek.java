package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.diary.Diary.Absence;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A week as columns of days, each a list of blocks. On a wide screen a block lies on quarters of an hour since the first
 * hour shown, by class names; on a phone the same lists stand one below the other.
 *
 * @param firstHour and {@code lastHour} half-open, Centre time
 */
record DeskWeek(int firstHour, int lastHour, List<Day> days) {
    private static final int QUARTER = 15;
    private static final int WORKING_DAYS = 5;

    record Day(LocalDate date, boolean today, List<Block> blocks) {}

    /**
     * A visit or an absence.
     *
     * @param row first quarter of an hour, from 1; {@code rows} how many
     * @param line null for an absence, which has an id instead
     */
    record Block(
            Instant from,
            Instant to,
            int row,
            int rows,
            @Nullable Line line,
            @Nullable UUID absence) {}

    static LocalDate monday(LocalDate date) {
        return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    static DeskWeek of(LocalDate monday, LocalDate today, ZoneId zone, List<Line> lines, List<Absence> absences) {
        int first = hours(lines, zone).min().orElse(8);
        int last = lines.stream()
                .map(line -> line.visit().end().minusSeconds(1).atZone(zone).getHour() + 1)
                .max(Comparator.naturalOrder())
                .orElse(18);
        DeskWeek frame = new DeskWeek(Math.min(8, first), Math.max(18, last), List.of());
        List<Day> days = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            LocalDate date = monday.plusDays(i);
            List<Block> blocks = frame.blocks(date, zone, lines, absences);
            if (i < WORKING_DAYS || !blocks.isEmpty()) {
                days.add(new Day(date, date.equals(today), blocks));
            }
        }
        return new DeskWeek(frame.firstHour, frame.lastHour, days);
    }

    private static IntStream hours(List<Line> lines, ZoneId zone) {
        return lines.stream().mapToInt(line -> line.start().atZone(zone).getHour());
    }

    private List<Block> blocks(LocalDate date, ZoneId zone, List<Line> lines, List<Absence> absences) {
        Instant opens = date.atTime(LocalTime.of(firstHour, 0)).atZone(zone).toInstant();
        Instant closes = opens.plus(Duration.ofHours(lastHour - firstHour));
        Stream<Block> visits = lines.stream()
                .map(line -> block(opens, closes, line.start(), line.visit().end(), line, null));
        Stream<Block> away = absences.stream()
                .map(noted ->
                        block(opens, closes, noted.slot().from(), noted.slot().to(), null, noted.id()));
        return Stream.concat(away, visits)
                .filter(block -> block.from.isBefore(closes) && block.to.isAfter(opens))
                .sorted(Comparator.comparing(Block::from))
                .toList();
    }

    private static Block block(
            Instant opens, Instant closes, Instant from, Instant to, @Nullable Line line, @Nullable UUID absence) {
        Instant begin = from.isBefore(opens) ? opens : from;
        Instant end = to.isAfter(closes) ? closes : to;
        int row = (int) Duration.between(opens, begin).toMinutes() / QUARTER + 1;
        int next = Math.ceilDiv((int) Duration.between(opens, end).toMinutes(), QUARTER) + 1;
        return new Block(begin, end, row, Math.max(1, next - row), line, absence);
    }

    /** The hours written at the side. */
    public List<LocalTime> hours() {
        return IntStream.range(firstHour, lastHour)
                .mapToObj(hour -> LocalTime.of(hour, 0))
                .toList();
    }
}
