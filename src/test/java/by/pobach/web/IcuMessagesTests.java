package by.pobach.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;

class IcuMessagesTests {
    private final IcuMessages messages = new IcuMessages();
    private final IcuMessages sample = new IcuMessages("classpath*:by/pobach/web/sample/messages*.properties");

    @Test
    void belarusian_counts_lessons_as_people_do() {
        String counted = String.join(
                ", ",
                IntStream.of(1, 2, 5, 11, 21, 22, 25)
                        .mapToObj(many -> sample.say(Language.BE, "sample.lessons", many))
                        .toList());

        assertThat(counted)
                .isEqualTo("1 занятак, 2 заняткі, 5 заняткаў, 11 заняткаў, 21 занятак, 22 заняткі, 25 заняткаў");
    }

    @Test
    void an_apostrophe_and_a_name_stay_whole() {
        assertThat(sample.say(Language.EN, "sample.name", Map.of("name", "Мар’яна {0}")))
                .isEqualTo("Don’t wait, Мар’яна {0}");
    }

    @Test
    void everything_is_said_in_every_language() {
        assertThat(messages.missing()).isEmpty();
    }

    @Test
    void what_one_language_lacks_is_told_and_read_in_belarusian() {
        assertThat(sample.missing()).containsExactly("en:sample.only", "ru:sample.name", "ru:sample.only");
        assertThat(sample.say(Language.RU, "sample.only")).isEqualTo("толькі тут");
    }

    @Test
    void who_chose_easy_words_reads_them_and_everybody_elses_where_there_are_none() {
        Locale easy = Language.BE.easy();

        assertThat(sample.getMessage("sample.only", null, easy)).isEqualTo("тут");
        assertThat(sample.getMessage("sample.lessons", new Object[] {2}, easy)).isEqualTo("2 заняткі");
        assertThat(sample.getMessage("sample.only", null, Language.RU.easy())).isEqualTo("толькі тут");
        assertThat(Language.of(easy)).isEqualTo(Language.BE);
    }

    @Test
    void what_code_says_to_a_reader_of_easy_words_is_easy_in_that_language_alone() {
        LocaleContextHolder.setLocale(Language.BE.easy());
        try {
            assertThat(sample.say(Language.BE, "sample.only")).isEqualTo("тут");
            assertThat(sample.say(Language.RU, "sample.only")).isEqualTo("толькі тут");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void an_unknown_key_is_a_mistake_of_ours() {
        assertThatThrownBy(() -> messages.say(Language.BE, "web.nothing")).isInstanceOf(NoSuchMessageException.class);
    }
}
