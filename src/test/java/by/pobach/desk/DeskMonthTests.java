package by.pobach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.visits.VisitTable.Count;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

@NullMarked
class DeskMonthTests {
    private static final YearMonth MARCH = YearMonth.of(2027, 3);
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);
    private static final UUID IRYNA = UUID.randomUUID();
    private static final UUID PAVEL = UUID.randomUUID();

    private final List<Count> counts = List.of(
            new Count(MONDAY, IRYNA, 3),
            new Count(MONDAY, PAVEL, 2),
            new Count(MONDAY.plusDays(6), PAVEL, 1),
            new Count(MONDAY.plusDays(7), IRYNA, 4));
    private final DeskMonth march = DeskMonth.of(MARCH, MONDAY.plusDays(1), counts);

    @Test
    void a_day_has_the_visits_of_everybody() {
        assertThat(march.weeks()).hasSize(5);
        DeskMonth.Day first =
                Objects.requireNonNull(march.weeks().getFirst().days().getFirst());
        assertThat(first.visits()).isEqualTo(5);
        assertThat(first.today()).isFalse();
        assertThat(Objects.requireNonNull(march.weeks().getFirst().days().get(1))
                        .today())
                .isTrue();
    }

    @Test
    void a_person_has_her_own_weeks() {
        assertThat(march.row(IRYNA, "Ірына", counts).perWeek()).containsExactly(3, 4, 0, 0, 0);
        assertThat(march.row(PAVEL, "Павел", counts).perWeek()).containsExactly(3, 0, 0, 0, 0);
    }

    @Test
    void the_last_week_has_no_day_of_the_next_month() {
        DeskMonth.Week last = march.weeks().getLast();

        assertThat(last.span()).isEqualTo("29–31");
        assertThat(last.days().get(2)).isNotNull();
        assertThat(last.days().get(3)).isNull();
    }
}
