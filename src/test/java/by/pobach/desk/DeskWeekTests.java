package by.pobach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.desk.DeskLines.Line;
import by.pobach.desk.DeskWeek.Block;
import by.pobach.desk.DeskWeek.Day;
import by.pobach.diary.Diary.Absence;
import by.pobach.diary.Slot;
import by.pobach.offers.Place;
import by.pobach.visits.Visit;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class DeskWeekTests {
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final UUID IRYNA = UUID.randomUUID();

    @Test
    void a_visit_lies_on_its_quarters_of_an_hour() {
        DeskWeek week = week(List.of(line(MONDAY.plusDays(1), "10:15", 45)), List.of());

        assertThat(week.firstHour()).isEqualTo(8);
        assertThat(block(week, 1)).extracting(Block::row, Block::rows).containsExactly(10, 3);
    }

    @Test
    void five_minutes_more_take_a_quarter_more() {
        DeskWeek week = week(List.of(line(MONDAY, "08:05", 45)), List.of());

        assertThat(block(week, 0)).extracting(Block::row, Block::rows).containsExactly(1, 4);
    }

    @Test
    void an_early_and_a_late_visit_widen_the_day() {
        DeskWeek week = week(List.of(line(MONDAY, "07:30", 30), line(MONDAY, "18:30", 45)), List.of());

        assertThat(week.firstHour()).isEqualTo(7);
        assertThat(week.lastHour()).isEqualTo(20);
        assertThat(week.hours()).startsWith(LocalTime.of(7, 0)).endsWith(LocalTime.of(19, 0));
    }

    @Test
    void a_weekend_is_shown_only_when_somebody_comes() {
        assertThat(week(List.of(), List.of()).days()).hasSize(5);
        assertThat(week(List.of(line(MONDAY.plusDays(5), "10:00", 30)), List.of())
                        .days())
                .extracting(Day::date)
                .endsWith(MONDAY.plusDays(5))
                .hasSize(6);
    }

    @Test
    void an_absence_of_days_fills_each_of_them() {
        Slot away = new Slot(IRYNA, at(MONDAY.plusDays(1), "14:00"), at(MONDAY.plusDays(3), "00:00"));

        DeskWeek week = week(List.of(), List.of(new Absence(UUID.randomUUID(), away)));

        assertThat(block(week, 1)).extracting(Block::row, Block::rows).containsExactly(25, 16);
        assertThat(block(week, 2)).extracting(Block::row, Block::rows).containsExactly(1, 40);
        assertThat(week.days().get(3).blocks()).isEmpty();
    }

    private static DeskWeek week(List<Line> lines, List<Absence> absences) {
        return DeskWeek.of(MONDAY, MONDAY, MINSK, lines, absences);
    }

    private static Block block(DeskWeek week, int day) {
        return week.days().get(day).blocks().getFirst();
    }

    private static Instant at(LocalDate day, String time) {
        return day.atTime(LocalTime.parse(time)).atZone(MINSK).toInstant();
    }

    private static Line line(LocalDate day, String time, int minutes) {
        Instant start = at(day, time);
        Visit visit = new Visit(
                UUID.randomUUID(),
                "talk",
                Place.HERE,
                start,
                start.plusSeconds(minutes * 60L),
                IRYNA,
                null,
                null,
                List.of(),
                Set.of(),
                UUID.randomUUID(),
                null,
                null,
                Visit.State.BOOKED,
                0,
                0,
                "BCDFGHJK",
                start,
                null);
        return new Line(visit, "talk", "Ірына", null, null, List.of(), "Алеся", false, true, true);
    }
}
