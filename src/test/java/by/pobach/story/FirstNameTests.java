package by.pobach.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstNameTests {
    @ParameterizedTest
    @CsvSource({
        "Алена Каваль, Алена",
        "Алена Іванаўна Каваль, Алена Іванаўна",
        "Каваль Алена Іванаўна, Алена Іванаўна",
        "Сяргей Пятровіч Юрэвіч, Сяргей Пятровіч",
        "Дубина Олег Петрович, Олег Петрович",
        "Hanna Mikulich, Hanna",
        "Вера, Вера",
        "' Павел  Станкевіч ', Павел"
    })
    void a_child_is_told_a_name_and_never_a_surname(String whole, String called) {
        assertThat(FirstName.of(whole)).isEqualTo(called);
    }
}
