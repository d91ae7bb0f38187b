package by.pobach.letters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import by.pobach.InTestHouse;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The letters of an example stay in it, and say so. */
@ApplicationModuleTest(
        mode = BootstrapMode.ALL_DEPENDENCIES,
        extraIncludes = {"web", "signin", "people"})
@AutoConfigureMockMvc
@TestPropertySource(properties = "pobach.demo=true")
@InTestHouse
@NullMarked
class OutboxTests {
    @Autowired
    MockMvc mvc;

    @Autowired
    Letters letters;

    @Autowired
    LetterTable table;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @BeforeEach
    void empty_the_outbox() {
        jdbc.sql("delete from letters.letter").update();
    }

    @ParameterizedTest
    @CsvSource({
        "BE,Гэта прыклад. Запіс тут не сапраўдны.",
        "RU,Это пример. Запись здесь не настоящая.",
        "EN,This is an example. Bookings here are not real."
    })
    void each_letter_begins_with_the_word_that_this_is_an_example(Language language, String sentence) {
        post(language, "<html><body class=\"x\"><p>words</p></body></html>");

        KeptLetter kept = table.newest(1).getFirst();
        assertThat(kept.state()).isEqualTo("shown");
        assertThat(kept.words()).isEqualTo(sentence + "\n\nwords http://localhost:8080/visits/abc");
        assertThat(kept.html()).startsWith("<html><body class=\"x\"><p><strong>" + sentence);
    }

    @Test
    void the_outbox_shows_the_letter_its_link_and_its_calendar_part() throws Exception {
        post(Language.BE, "<p>words</p>");
        UUID id = table.newest(1).getFirst().id();

        assertThat(page("/outbox")).contains("alesya@example.org", "/outbox/" + id, "&lt;Сустрэча&gt;");
        assertThat(page("/outbox/" + id))
                .contains("href=\"http://localhost:8080/visits/abc\"", "/letter.html", "/calendar.ics")
                .doesNotContain("<Сустрэча>");
        MockHttpServletResponse html = answer("/outbox/" + id + "/letter.html");
        assertThat(html.getHeaders("Content-Security-Policy"))
                .singleElement()
                .asString()
                .contains("sandbox")
                .contains("default-src 'none'");
        MockHttpServletResponse calendar = answer("/outbox/" + id + "/calendar.ics");
        assertThat(calendar.getContentType()).startsWith("text/calendar");
        assertThat(calendar.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("BEGIN:VCALENDAR\r\n");
    }

    @ParameterizedTest
    @CsvSource({"be", "ru", "en"})
    void an_empty_outbox_says_what_to_do_next(String language) throws Exception {
        assertThat(page("/outbox?lang=" + language))
                .contains("class=\"button\"")
                .doesNotContain("??");
    }

    @Test
    void an_unknown_letter_is_not_there() throws Exception {
        assertThat(answer("/outbox/" + UUID.randomUUID()).getStatus()).isEqualTo(404);
        assertThat(answer("/outbox/nonsense").getStatus()).isIn(400, 404);
    }

    private String page(String path) throws Exception {
        MockHttpServletResponse answer = answer(path);
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String path) throws Exception {
        return mvc.perform(get(path)).andReturn().getResponse();
    }

    private void post(Language language, String html) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> letters.post(new Letter(
                        UUID.randomUUID(),
                        0,
                        "booked",
                        Letter.Channel.MAIL,
                        "alesya@example.org",
                        language,
                        "<Сустрэча>",
                        "words http://localhost:8080/visits/abc",
                        html,
                        new Letter.Invitation("REQUEST", "BEGIN:VCALENDAR\r\n"))));
    }
}
