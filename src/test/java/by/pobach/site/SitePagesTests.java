package by.pobach.site;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@InTestHouse
@AutoConfigureMockMvc
class SitePagesTests {
    @Autowired
    MockMvcTester browser;

    @Test
    void the_first_page_asks_one_question_and_each_answer_leads_to_a_time() {
        String page = read("/?lang=be");

        assertThat(page).containsOnlyOnce("<h1>Што цяпер складана?</h1>").contains("Бясплатна. Дыягназ");
        for (String code :
                new String[] {"hear", "see", "move", "speak", "learn", "together", "eat", "refused", "unknown"}) {
            assertThat(page).contains("href=\"/times?hard=" + code + "\"");
        }
        assertThat(page).contains("href=\"/start\"", "Некалькі адразу");
    }

    @Test
    void the_answers_are_worded_in_three_languages() {
        assertThat(read("/?lang=ru")).contains("Быть с другими, успокоиться", "Ребёнка не приняли в школу или сад");
        assertThat(read("/?lang=en")).contains("Being with others, calming down", "I do not know yet");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/about",
                "/devices",
                "/devices/fm-system",
                "/devices/ultrasonic-cane",
                "/devices/standing-frame",
                "/devices/communicator",
                "/how-to-come",
                "/contact",
                "/accessibility",
                "/privacy"
            })
    void a_page_of_prose_has_the_same_outline_in_every_language(String path) {
        String be = outline(read(path + "?lang=be"));

        assertThat(be).startsWith("h1").contains("h2");
        assertThat(outline(read(path + "?lang=ru"))).isEqualTo(be);
        assertThat(outline(read(path + "?lang=en"))).isEqualTo(be);
    }

    @Test
    void search_engines_are_kept_from_what_is_not_theirs() {
        assertThat(read("/robots.txt")).contains("Disallow: /api/", "Disallow: /desk");
    }

    private String read(String path) {
        var answer = browser.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static String outline(String html) {
        String main = html.replaceAll("(?s).*<main|</main>.*", "");
        return String.join(
                " ",
                Pattern.compile("<(h1|h2|p|li)[ >]")
                        .matcher(main)
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }
}
