package by.pobach.diary;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.diary.Team.Candidate;
import by.pobach.diary.Team.Part;
import by.pobach.diary.Team.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Minsk has no summer time, its neighbour has: a Centre in Warsaw lives through days of 23 and 25 hours. */
class DayGridTests {
    private static final DayGrid WARSAW = new DayGrid(ZoneId.of("Europe/Warsaw"));
    private static final LocalDate SHORT_DAY = LocalDate.of(2027, 3, 28);
    private static final LocalDate LONG_DAY = LocalDate.of(2027, 10, 31);

    @ParameterizedTest
    @CsvSource({"2027-03-27,24", "2027-03-28,23", "2027-03-29,24", "2027-10-30,24", "2027-10-31,25", "2027-11-01,24"})
    void every_five_minutes_of_a_day_have_one_step_of_their_own(LocalDate day, int hours) {
        Instant midnight = WARSAW.midnight(day);
        int steps = hours * 12;

        for (int step = 0; step < steps; step++) {
            Instant instant = midnight.plus(Duration.ofMinutes(5L * step));
            assertThat(WARSAW.dayOf(instant)).isEqualTo(day);
            assertThat(WARSAW.stepDown(day, instant)).isEqualTo(step);
            assertThat(WARSAW.stepUp(day, instant)).isEqualTo(step);
            assertThat(WARSAW.instant(day, step)).isEqualTo(instant);
        }
        assertThat(WARSAW.instant(day, steps)).isEqualTo(WARSAW.midnight(day.plusDays(1)));
        assertThat(steps).isLessThanOrEqualTo(Bits.SIZE);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-27,120", "2027-03-28,108", "2027-10-31,132"})
    void ten_in_the_morning_is_ten_in_the_morning(LocalDate day, int step) {
        LocalTime ten = LocalTime.of(10, 0);

        assertThat(WARSAW.step(day, ten)).isEqualTo(step);
        assertThat(WARSAW.instant(day, step).atZone(WARSAW.zone()).toLocalTime())
                .isEqualTo(ten);
    }

    @Test
    void a_visit_across_the_change_takes_the_hours_that_pass_and_not_those_on_the_clock() {
        Instant spring = SHORT_DAY.atTime(1, 30).atZone(WARSAW.zone()).toInstant();
        Instant autumn = LONG_DAY.atTime(1, 30).atZone(WARSAW.zone()).toInstant();

        Instant springEnd = SHORT_DAY.atTime(3, 30).atZone(WARSAW.zone()).toInstant();
        Instant autumnEnd = LONG_DAY.atTime(3, 30).atZone(WARSAW.zone()).toInstant();

        assertThat(WARSAW.stepUp(SHORT_DAY, springEnd) - WARSAW.stepDown(SHORT_DAY, spring))
                .isEqualTo(12);
        assertThat(WARSAW.stepUp(LONG_DAY, autumnEnd) - WARSAW.stepDown(LONG_DAY, autumn))
                .isEqualTo(36);
    }

    @Test
    void an_instant_between_two_steps_takes_the_whole_step() {
        Instant odd = WARSAW.midnight(LONG_DAY).plusSeconds(3 * 300 + 1);

        assertThat(WARSAW.stepDown(LONG_DAY, odd)).isEqualTo(3);
        assertThat(WARSAW.stepUp(LONG_DAY, odd)).isEqualTo(4);
    }

    @Test
    void instants_far_from_the_day_lie_outside_it() {
        Instant yesterday = WARSAW.midnight(SHORT_DAY).minusSeconds(1);
        Instant nextYear = WARSAW.midnight(SHORT_DAY.plusYears(1));

        assertThat(WARSAW.stepDown(SHORT_DAY, yesterday)).isNegative();
        assertThat(WARSAW.stepUp(SHORT_DAY, nextYear)).isGreaterThanOrEqualTo(Bits.SIZE);
    }

    @ParameterizedTest
    @CsvSource({"2027-03-28", "2027-10-31", "2027-06-01"})
    void a_day_from_nine_to_one_has_four_starts_of_an_hour_by_the_clock_on_the_wall(LocalDate day) {
        UUID alesya = UUID.randomUUID();
        long[] open = Bits.none();
        Bits.fill(open, WARSAW.step(day, LocalTime.of(9, 0)), WARSAW.step(day, LocalTime.of(13, 0)));
        Team team = new Team(alesya, List.of(new Role(List.of(new Candidate(List.of(new Part(alesya, 0, 0)))))));
        Search search = new Search(List.of(team), 60, 60, day, day.plusDays(1), Instant.MIN, List.of());

        FreeDay free = new Finder((resource, date) -> open, WARSAW, search).day(day);

        assertThat(free.starts())
                .extracting(start -> start.atZone(WARSAW.zone()).toLocalTime())
                .containsExactly(LocalTime.of(9, 0), LocalTime.of(10, 0), LocalTime.of(11, 0), LocalTime.of(12, 0));
    }
}
