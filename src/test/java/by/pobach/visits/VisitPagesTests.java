package by.pobach.visits;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.diary.Diary;
import by.pobach.visits.Family.Page;
import by.pobach.web.Actor;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"pobach.seed=demo", "pobach.demo=true"})
@AutoConfigureMockMvc
@InTestHouse
class VisitPagesTests {
    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient sql;

    @Autowired
    Diary diary;

    private Family father;
    private String address;

    @BeforeEach
    void a_father_with_a_link() {
        father = new Family(browser, "be");
        address = UUID.randomUUID() + "@family.example";
    }

    @Test
    void a_visit_can_be_cancelled_and_brought_back() {
        String visit = father.books("/times?hard=together", address);

        assertThat(father.opens(visit + "/cancel").heading()).isEqualTo("Адмяніць сустрэчу?");
        assertThat(father.opens(visit).heading()).as("looking changes nothing").isEqualTo("Чакаем вас");
        assertThat(father.sends(visit + "/cancellation", Map.of("reason", "хварэем"))
                        .status())
                .isEqualTo(303);
        Page cancelled = father.opens(visit);
        assertThat(cancelled.heading()).isEqualTo("Сустрэча адменена");
        assertThat(cancelled.html()).contains("Вярнуць сустрэчу", "хварэем");
        assertThat(father.opens(visit + "/calendar.ics").html()).contains("STATUS:CANCELLED");

        assertThat(father.sends(visit + "/restoration", Map.of()).status()).isEqualTo(303);
        assertThat(father.opens(visit).heading()).isEqualTo("Чакаем вас");
    }

    @Test
    void a_time_that_somebody_else_took_meanwhile_cannot_be_brought_back_but_others_are_shown() {
        String visit = father.books("/times?hard=see", address);
        String when = father.opens(visit).first("datetime=\"([^\"]+)\"");
        father.sends(visit + "/cancellation", Map.of());
        assertThat(father.opens(visit).html()).contains("Да гэтага часу месца застаецца за вамі");
        theUndoEnds();
        assertThat(father.opens(visit).html()).contains("калі гэты час ніхто не заняў");
        String other = father.books("/times?hard=see", "other-" + address);
        assertThat(father.opens(other).first("datetime=\"([^\"]+)\"")).isEqualTo(when);

        Page page = father.sends(visit + "/restoration", Map.of());

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.heading()).startsWith("Гэты час толькі што занялі.");
        assertThat(page.html()).contains("/book?");
    }

    private void theUndoEnds() {
        sql.sql("update diary.hold set expires_at = now() - interval '1 second' where expires_at is not null")
                .update();
        Actor.as("test", diary::releaseExpired);
    }

    @Test
    void a_visit_moves_when_somebody_looked_at_both_times_and_pressed() {
        String visit = father.books("/times?hard=speak", address);
        String before = father.opens(visit).first("datetime=\"([^\"]+)\"");
        String there = father.opens(visit + "/move?from=2026-01-01").first("class=\"hours\">.*?href=\"([^\"]+)\"");

        Page question = father.opens(there);
        assertThat(question.heading()).isEqualTo("Перанесці сустрэчу?");
        assertThat(father.opens(visit).first("datetime=\"([^\"]+)\"")).isEqualTo(before);
        assertThat(father.sends(visit + "/move", question.form()).status()).isEqualTo(303);
        Page moved = father.opens(visit);
        assertThat(moved.first("datetime=\"([^\"]+)\"")).isNotEqualTo(before);
        assertThat(moved.html()).contains("перанесена · вы");
    }

    @Test
    void a_move_to_a_time_that_is_taken_leaves_the_visit_where_it_was() {
        String taken = father.opens(father.books("/times?hard=see", "other-" + address))
                .first("datetime=\"([^\"]+)\"");
        String visit = father.books("/times?hard=see", address);
        String start = java.time.OffsetDateTime.parse(taken).toInstant().toString();

        Page page = father.sends(visit + "/move", Map.of("start", start));

        assertThat(page.status()).isEqualTo(409);
        assertThat(page.html()).contains("Ваша сустрэча засталася на месцы");
        assertThat(father.sends(visit + "/move", Map.of("pick", page.first("name=\"pick\" value=\"([^\"]+)\"")))
                        .status())
                .isEqualTo(303);
    }

    @Test
    void a_link_that_leads_nowhere_is_said_plainly() {
        for (String path : new String[] {"", "/move", "/cancel", "/confirmation"}) {
            Page page = father.opens("/visits/no-such-link" + path);

            assertThat(page.status()).isEqualTo(404);
            assertThat(page.heading()).isEqualTo("Такой сустрэчы няма");
        }
        assertThat(father.sends("/visits/no-such-link/cancellation", Map.of()).status())
                .isEqualTo(404);
    }

    @Test
    void the_code_finds_the_visit_only_together_with_the_contact() {
        String visit = father.books("/times?hard=together", address);
        String code = father.opens(visit).first("class=\"code\">([A-Z]+)<");
        String typed = code.substring(0, 4) + " " + code.substring(4).toLowerCase(java.util.Locale.ROOT);

        Page wrong = father.sends("/visit", Map.of("code", typed, "contact", "x" + address));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.problems().getFirst()).startsWith("Не знайшлі такой сустрэчы.");
        assertThat(father.sends("/visit", Map.of("code", typed, "contact", address))
                        .location())
                .isEqualTo(visit);
    }

    @Test
    void who_left_an_address_and_a_number_finds_the_visit_by_either() {
        Map<String, String> form = father.fillsIn("/times?hard=together", address);
        form.put("phone", "8 029 765-43-21");
        String visit = father.sends("/visits", father.sends("/book/check", form).form())
                .location();
        String code = father.opens(visit).first("class=\"code\">([A-Z]+)<");

        for (String contact : new String[] {address, "+375 29 765 43 21", "80297654321"}) {
            assertThat(father.sends("/visit", Map.of("code", code, "contact", contact))
                            .location())
                    .as(contact)
                    .isEqualTo(visit);
        }
        assertThat(father.sends("/visit", Map.of("code", code, "contact", "+375 29 765 43 22"))
                        .status())
                .isEqualTo(422);
    }

    @Test
    void nobody_for_whom_no_time_suits_goes_away_empty() {
        Page empty = father.sends("/wish", Map.of("name", " ", "words", ""));
        assertThat(empty.status()).isEqualTo(422);
        assertThat(empty.problems()).hasSize(4);

        Page kept = father.sends(
                "/wish", Map.of("words", "Толькі ў суботу", "name", "Янка", "phone", "80291234567", "agreed", "true"));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.html()).contains("Дзякуй, мы прачытаем", "Адкажам да ");
    }
}
