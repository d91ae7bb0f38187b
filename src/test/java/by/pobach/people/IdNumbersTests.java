package by.pobach.people;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdNumbersTests {
    @ParameterizedTest
    @ValueSource(strings = {"3120495A034PB7", "3120495А034РВ7", "3120495a034pb7", "3120495 A 034 PB 7"})
    void a_number_of_papers_is_seen_in_latin_and_cyrillic_letters(String number) {
        assertThat(IdNumbers.in("Пашпарт " + number + ", прабачце.")).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+375 29 123-45-67", "у 2019 годзе", "220030", "X3120495A034PB7", "диагноз F84.0", ""})
    void what_is_none_stays(String words) {
        assertThat(IdNumbers.in(words)).isEmpty();
        assertThat(IdNumbers.without(words)).isEqualTo(words);
    }

    @Test
    void cutting_it_out_keeps_every_other_word() {
        assertThat(IdNumbers.without("Яго нумар 3120495A034PB7 і ён\nлюбіць цягнікі"))
                .isEqualTo("Яго нумар і ён\nлюбіць цягнікі");
    }
}
