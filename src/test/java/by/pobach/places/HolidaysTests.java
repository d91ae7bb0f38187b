package by.pobach.places;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.places.WorkingCalendar.Day;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Year;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HolidaysTests {
    private final PublicCalendar calendar = new PublicCalendar();

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-04-21", "2027-05-11", "2028-04-25", "2029-04-17", "2030-05-07", "2021-05-11", "2019-05-07"
            })
    void radaunitsa_is_nine_days_after_easter(String date) {
        LocalDate day = LocalDate.parse(date);

        assertThat(Holidays.radaunitsa(day.getYear())).isEqualTo(day);
        assertThat(calendar.day(day).name()).isNotNull();
        assertThat(calendar.day(day).name().be()).isEqualTo("Радаўніца");
    }

    @Test
    void easter_is_a_sunday_in_april_or_may_of_every_year_of_this_century() {
        for (int year = 2000; year < 2100; year++) {
            LocalDate easter = Holidays.orthodoxEaster(year);

            assertThat(easter.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(easter).isBetween(LocalDate.of(year, 4, 4), LocalDate.of(year, 5, 8));
        }
    }

    @Test
    void nine_fixed_days_and_radaunitsa_are_free_in_2027_and_no_others() {
        var free = Year.of(2027)
                .atDay(1)
                .datesUntil(Year.of(2028).atDay(1))
                .filter(day -> calendar.day(day).worksAs() == null)
                .map(LocalDate::toString);

        assertThat(free)
                .containsExactly(
                        "2027-01-01",
                        "2027-01-02",
                        "2027-01-07",
                        "2027-03-08",
                        "2027-05-01",
                        "2027-05-09",
                        "2027-05-11",
                        "2027-07-03",
                        "2027-11-07",
                        "2027-12-25");
    }

    @Test
    void the_monday_before_radaunitsa_2026_is_worked_on_the_saturday_after() {
        Day monday = calendar.day(LocalDate.of(2026, 4, 20));
        Day saturday = calendar.day(LocalDate.of(2026, 4, 25));

        assertThat(monday.worksAs()).isNull();
        assertThat(monday.name().be()).isEqualTo("Выхадны; працуем 25 красавіка");
        assertThat(monday.name().ru()).isEqualTo("Выходной; работаем 25 апреля");
        assertThat(monday.name().en()).isEqualTo("Day off; we work on 25 April");
        assertThat(saturday.worksAs()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(saturday.name().be()).isEqualTo("Працуем за 20 красавіка");
    }

    @Test
    void a_year_without_its_act_is_provisional_and_moves_nothing() {
        assertThat(calendar.day(LocalDate.of(2026, 6, 3)).provisional()).isFalse();
        assertThat(calendar.day(LocalDate.of(2031, 6, 3)).provisional()).isTrue();
        assertThat(calendar.day(LocalDate.of(2031, 6, 3)).worksAs()).isEqualTo(DayOfWeek.TUESDAY);
    }

    @Test
    void a_holiday_on_a_sunday_is_not_made_up_for_on_monday() {
        assertThat(calendar.day(LocalDate.of(2026, 3, 8)).name().en()).isEqualTo("Women’s Day");
        assertThat(calendar.day(LocalDate.of(2026, 3, 9)).worksAs()).isEqualTo(DayOfWeek.MONDAY);
    }

    @Test
    void a_holiday_stays_free_even_if_a_file_says_it_is_worked() {
        PublicCalendar wrong = new PublicCalendar(
                year -> new MovedDays(Map.of(LocalDate.of(2027, 12, 24), LocalDate.of(2027, 12, 25)), true));

        assertThat(wrong.day(LocalDate.of(2027, 12, 25)).worksAs()).isNull();
    }

    @Test
    void school_breaks_are_known_where_the_ministry_said_so() {
        assertThat(calendar.schoolBreak(LocalDate.of(2026, 11, 8))).isTrue();
        assertThat(calendar.schoolBreak(LocalDate.of(2026, 11, 9))).isFalse();
        assertThat(calendar.schoolBreak(LocalDate.of(2027, 1, 10))).isTrue();
        assertThat(calendar.schoolBreak(LocalDate.of(2027, 8, 31))).isTrue();
        assertThat(calendar.schoolYearKnown(LocalDate.of(2027, 8, 31))).isTrue();
        assertThat(calendar.schoolYearKnown(LocalDate.of(2027, 9, 1))).isFalse();
    }
}
