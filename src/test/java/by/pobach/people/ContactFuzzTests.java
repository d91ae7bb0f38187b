package by.pobach.people;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.people.Contact.Checked;
import by.pobach.people.Contact.Good;
import com.code_intelligence.jazzer.junit.FuzzTest;
import com.code_intelligence.jazzer.mutation.annotation.NotNull;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a stranger writes for a name or a contact is refused, or kept in a shape that hurts nobody and stays as it is. */
class ContactFuzzTests {
    private static final String NO_LINES = "[^\\p{Cntrl}\\p{Cf}\\u2028\\u2029]*";

    static Stream<String> typed() {
        return Stream.of(
                "+375 (29) 123-45-67",
                "8 029 123 45 67",
                "00375291234567",
                "\u06f0\u06f2\u06f9 1234567",
                "мама@пошта.бел",
                "a.b+c@example.org",
                "a@b.example\r\nBcc: x@y.example",
                "Мар’яна  О'Ніл",
                "Ян\nBcc: x",
                "www.evil.example",
                "И\u0306ога \ud83d",
                "Шчарбакова Shcherbakova Щербакова",
                "я3120495A034PB7 3120495A034PB7, 3120495А034РВ7",
                "а".repeat(1000),
                "ИИИИііііiiii".repeat(300));
    }

    @MethodSource("typed")
    @FuzzTest(maxDuration = "60s")
    void a_phone_number_is_a_number_or_refused(@NotNull String typed) {
        keeps(Contact::phone, typed, "\\+[1-9]\\d{7,14}");
    }

    @MethodSource("typed")
    @FuzzTest(maxDuration = "60s")
    void an_address_is_one_address_or_refused(@NotNull String typed) {
        keeps(Contact::email, typed, "[\\x21-\\x7e&&[^@\\s<>,;:\"]]+@[a-z0-9.-]+");
    }

    @MethodSource("typed")
    @FuzzTest(maxDuration = "60s")
    void a_name_is_one_line_or_refused(@NotNull String typed) {
        keeps(Contact::name, typed, NO_LINES);
    }

    @MethodSource("typed")
    @FuzzTest(maxDuration = "60s")
    void a_search_is_short_words_of_plain_letters(@NotNull String typed) {
        assertThat(NameSound.words(typed)).allMatch(word -> word.matches("[a-z0-9]{1,60}"));
    }

    @MethodSource("typed")
    @FuzzTest(maxDuration = "60s")
    void cutting_numbers_of_papers_out_adds_nothing(@NotNull String typed) {
        assertThat(IdNumbers.without(typed).length()).isLessThanOrEqualTo(typed.length());
        assertThat(IdNumbers.in(typed)).allMatch(typed::contains);
    }

    private static void keeps(Function<String, Checked> check, String typed, String shape) {
        if (check.apply(typed) instanceof Good good) {
            assertThat(good.value()).matches(shape).hasSizeLessThanOrEqualTo(400);
            assertThat(check.apply(good.value())).isEqualTo(good);
        }
    }
}
