package by.pobach.site;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest
@InTestHouse
@AutoConfigureMockMvc
class SheetPagesTests {
    @Autowired
    MockMvcTester browser;

    @ParameterizedTest
    @EnumSource(Language.class)
    void a_teacher_finds_ten_barriers_and_behind_each_three_things_for_tomorrow(Language language) {
        List<String> sheets = all(read("/sheets", language), "href=\"(/sheets/[a-z]+)\"");

        assertThat(sheets).hasSize(10).doesNotHaveDuplicates();
        for (String sheet : sheets) {
            String main = read(sheet, language).replaceAll("(?s).*<main|</main>.*", "");

            assertThat(all(main, "<li><span><strong>([^<]+)</strong> [^<]+</span></li>"))
                    .as(sheet)
                    .hasSize(3);
            assertThat(all(main, "<svg (class=\"sign\")")).as(sheet).hasSize(1);
            assertThat(all(main, "href=\"(/times\\?hard=[a-z]+)\"")).as(sheet).hasSize(1);
        }
    }

    /** Advice without a source cannot be doubted, and what we read is not what we measured. */
    @Test
    void each_sheet_says_what_was_read_for_it_and_that_the_words_are_ours() {
        for (String sheet : all(read("/sheets", Language.EN), "href=\"(/sheets/[a-z]+)\"")) {
            String sources = read(sheet, Language.EN).replaceAll("(?s).*Where this comes from</h2>|</main>.*", "");

            assertThat(sources).as(sheet).contains("In our own words", "We have not measured");
            assertThat(all(
                            sources,
                            "<li>.*?</a?(?:span)?>, <span lang=\"en\">([^<]+)</span>, (?:20\\d\\d|no year given)</li>"))
                    .as(sheet)
                    .isNotEmpty();
        }
    }

    @Test
    void search_engines_are_told_of_every_sheet_and_others_do_not_exist() {
        assertThat(read("/sitemap.xml", Language.BE)).contains("/sheets?", "/sheets/noise?", "/sheets/overload?");
        assertThat(browser.get().uri("/sheets/other")).hasStatus(404);
    }

    private String read(String path, Language language) {
        var answer = browser.get()
                .uri(path)
                .header("Accept-Language", language.tag())
                .exchange();
        assertThat(answer).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static List<String> all(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .toList();
    }
}
