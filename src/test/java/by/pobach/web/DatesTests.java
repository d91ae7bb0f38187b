package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class DatesTests {
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final Instant START = Instant.parse("2026-02-24T12:00:00Z");
    private static final LocalDate TUESDAY = LocalDate.of(2026, 2, 24);

    private final Dates dates = new Dates(new IcuMessages());

    @Test
    void a_mother_reads_the_day_and_hour_in_her_language() {
        assertThat(dates.moment(START, MINSK, Language.BE)).isEqualTo("аўторак, 24\u00a0лютага, 15:00");
        assertThat(dates.moment(START, MINSK, Language.RU)).isEqualTo("вторник, 24\u00a0февраля, 15:00");
        assertThat(dates.moment(START, MINSK, Language.EN)).isEqualTo("Tuesday 24\u00a0February, 15:00");
    }

    @Test
    void a_father_abroad_reads_his_own_hour() {
        assertThat(dates.range(START, START.plusSeconds(1800), ZoneId.of("Europe/Warsaw")))
                .isEqualTo("13:00–13:30");
    }

    @Test
    void a_near_day_is_called_by_its_name() {
        assertThat(dates.near(TUESDAY, TUESDAY, Language.BE)).isEqualTo("сёння, аўторак, 24\u00a0лютага");
        assertThat(dates.near(TUESDAY, TUESDAY.minusDays(1), Language.RU))
                .isEqualTo("завтра, вторник, 24\u00a0февраля");
        assertThat(dates.near(TUESDAY, TUESDAY.minusDays(2), Language.EN)).isEqualTo("Tuesday 24\u00a0February");
        assertThat(dates.near(TUESDAY, TUESDAY.plusDays(1), Language.BE)).isEqualTo("аўторак, 24\u00a0лютага");
    }

    @Test
    void a_list_by_date_begins_with_the_date() {
        assertThat(dates.dateFirst(TUESDAY, Language.BE)).isEqualTo("24\u00a0лютага, аўторак");
        assertThat(dates.dateFirst(TUESDAY, Language.RU)).isEqualTo("24\u00a0февраля, вторник");
        assertThat(dates.dateFirst(TUESDAY, Language.EN)).isEqualTo("24\u00a0February, Tuesday");
    }

    @Test
    void minutes_and_hours_agree_with_their_numbers() {
        assertThat(dates.minutes(30, Language.BE)).isEqualTo("30 хвілін");
        assertThat(dates.minutes(42, Language.RU)).isEqualTo("42 минуты");
        assertThat(dates.minutes(60, Language.EN)).isEqualTo("1 hour");
        assertThat(dates.minutes(95, Language.BE)).isEqualTo("1 гадзіна 35 хвілін");
        assertThat(dates.minutes(0, Language.EN)).isEqualTo("0 minutes");
    }

    @Test
    void months_stand_alone_in_the_first_case() {
        assertThat(dates.month(TUESDAY, Language.BE)).isEqualTo("люты\u00a02026");
        assertThat(dates.dayOfYear(TUESDAY, Language.BE)).isEqualTo("24\u00a0лютага\u00a02026");
    }
}
