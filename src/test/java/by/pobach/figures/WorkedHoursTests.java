package by.pobach.figures;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.figures.WorkedHours.Away;
import by.pobach.figures.WorkedHours.Hours;
import by.pobach.figures.WorkedHours.Shift;
import by.pobach.figures.WorkedHours.SpecialDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WorkedHoursTests {
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final Week WEEK = Week.of(MONDAY.plusDays(3), MINSK);
    private static final UUID IRYNA = UUID.randomUUID();

    @Test
    void without_hours_of_her_own_iryna_works_as_the_centre_is_open() {
        assertThat(hours(List.of(), List.of(), List.of())).isEqualTo(5 * 8 * 60);
    }

    @Test
    void her_own_shifts_count_instead_and_an_overlap_counts_once() {
        assertThat(hours(
                        List.of(
                                shift(DayOfWeek.MONDAY, 9, 13, null, null),
                                shift(DayOfWeek.MONDAY, 12, 14, null, null),
                                shift(DayOfWeek.SUNDAY, 9, 13, null, null)),
                        List.of(),
                        List.of()))
                .as("Monday 9 to 14; the Centre is closed on Sunday")
                .isEqualTo(5 * 60);
    }

    @Test
    void a_shift_counts_from_its_first_day_to_the_day_before_its_end() {
        assertThat(hours(
                        List.of(
                                shift(DayOfWeek.MONDAY, 9, 10, null, MONDAY),
                                shift(DayOfWeek.TUESDAY, 9, 11, MONDAY.plusDays(1), MONDAY.plusDays(2)),
                                shift(DayOfWeek.WEDNESDAY, 9, 13, MONDAY.plusDays(3), null)),
                        List.of(),
                        List.of()))
                .isEqualTo(2 * 60);
    }

    @Test
    void a_special_day_goes_before_the_week_even_on_a_sunday() {
        assertThat(hours(
                        List.of(),
                        List.of(
                                new SpecialDay(IRYNA, MONDAY, null, null),
                                new SpecialDay(IRYNA, MONDAY.plusDays(6), LocalTime.of(10, 0), LocalTime.of(12, 0)),
                                new SpecialDay(UUID.randomUUID(), MONDAY, LocalTime.of(0, 0), LocalTime.of(23, 0))),
                        List.of()))
                .isEqualTo(4 * 8 * 60 + 2 * 60);
    }

    @Test
    void an_absence_takes_out_what_it_covers_over_midnight_too() {
        assertThat(hours(
                        List.of(),
                        List.of(),
                        List.of(
                                away(MONDAY.minusDays(3), 8, MONDAY, 10),
                                away(MONDAY.plusDays(1), 16, MONDAY.plusDays(2), 10),
                                away(MONDAY.plusDays(4), 9, MONDAY.plusDays(20), 9))))
                .as("an hour on Monday, one on Tuesday, one on Wednesday, the whole Friday")
                .isEqualTo((7 + 7 + 7 + 8) * 60);
    }

    private static int hours(List<Shift> shifts, List<SpecialDay> special, List<Away> absences) {
        return new WorkedHours(
                        shifts,
                        special,
                        absences,
                        date -> weekend(date) ? List.of() : List.of(new Hours(LocalTime.of(9, 0), LocalTime.of(17, 0))),
                        date -> weekend(date) ? null : date.getDayOfWeek())
                .minutes(IRYNA, WEEK);
    }

    private static boolean weekend(LocalDate date) {
        return date.getDayOfWeek().getValue() > 5;
    }

    private static Shift shift(DayOfWeek day, int from, int to, LocalDate validFrom, LocalDate validTo) {
        return new Shift(IRYNA, day, LocalTime.of(from, 0), LocalTime.of(to, 0), validFrom, validTo);
    }

    private static Away away(LocalDate from, int fromHour, LocalDate to, int toHour) {
        return new Away(
                IRYNA,
                from.atTime(fromHour, 0).atZone(MINSK).toInstant(),
                to.atTime(toHour, 0).atZone(MINSK).toInstant());
    }
}
