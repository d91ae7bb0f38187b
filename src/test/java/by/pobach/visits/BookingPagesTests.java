package by.pobach.visits;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.visits.Family.Page;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

@SpringBootTest(properties = {"pobach.seed=demo", "pobach.demo=true"})
@AutoConfigureMockMvc
@InTestHouse
class BookingPagesTests {
    @Autowired
    MockMvc browser;

    @Autowired
    JdbcClient sql;

    private Family mother;
    private String address;

    @BeforeEach
    void a_mother_without_scripts() {
        mother = new Family(browser, "be");
        address = UUID.randomUUID() + "@family.example";
    }

    @ParameterizedTest
    @CsvSource({
        "be, Хто прыйдзе?, Усё правільна?, Чакаем вас",
        "ru, Кто придёт?, Всё верно?, Ждём вас",
        "en, Who is coming?, Is everything right?, We look forward to seeing you"
    })
    void a_family_books_without_scripts(String language, String who, String check, String kept) {
        Family family = new Family(browser, language);
        Map<String, String> form = family.fillsIn("/times?hard=together", address);

        assertThat(family.sends("/book", form).heading()).isEqualTo(who);
        Page checked = family.sends("/book/check", form);
        assertThat(checked.heading()).isEqualTo(check);
        Page sent = family.sends("/visits", checked.form());
        assertThat(sent.status()).isEqualTo(303);
        Page visit = family.opens(sent.location());
        assertThat(visit.heading()).isEqualTo(kept);
        assertThat(visit.html()).doesNotContain(address).contains("calendar.ics", "class=\"code\"");
        assertThat(consent()).isEqualTo("consent-2026-11." + language);
    }

    private String consent() {
        return sql.sql("select consent_text from visits.visit order by booked_at desc limit 1")
                .query(String.class)
                .single();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name  |              | Напішыце, як да вас звяртацца.",
                "email |              | Напішыце тэлефон ці пошту: хопіць чаго-небудзь аднаго.",
                "email | alesia@      | Праверце адрас пошты. Ён выглядае так: imia@pryklad.by",
                "phone | 12345        | Напішыце нумар разам з кодам, напрыклад +375 29 123-45-67.",
                "tell  | sms          | Каб патэлефанаваць ці даслаць SMS, патрэбны нумар.",
                "age1  | шэсць        | Напішыце ўзрост лічбамі, ад 0 да 30, ці пакіньце пустым.",
                "agreed|              | Без вашай згоды мы не маем права захаваць імя і кантакт. Адзначце яе тут."
            })
    void what_is_missing_is_said_in_words_and_nothing_typed_is_lost(String field, String typed, String words) {
        Map<String, String> form = mother.fillsIn("/times?hard=together", address);
        form.put("note", "Любіць <цягнікі>");
        form.put(field, typed == null ? "" : typed);

        Stream.of("/book/check", "/visits").forEach(path -> {
            Page page = mother.sends(path, form);

            assertThat(page.status()).isEqualTo(422);
            assertThat(page.problems()).containsExactly(words);
            assertThat(page.html())
                    .contains("Памылка: ", "Любіць &lt;цягнікі&gt;")
                    .contains(form.get("name"));
        });
    }

    @Test
    void a_text_message_does_not_go_to_a_landline() {
        Map<String, String> form = mother.fillsIn("/times?hard=together", address);
        form.putAll(Map.of("phone", "8 017 222-33-44", "tell", "sms"));

        assertThat(mother.sends("/book/check", form).problems())
                .containsExactly("На гарадскі нумар SMS не даходзяць. Выберыце званок ці напішыце мабільны.");
    }

    @Test
    void a_talk_by_phone_needs_a_number() {
        Map<String, String> form = mother.fillsIn("/times?service=first-talk&place=phone", address);

        assertThat(mother.sends("/book/check", form).problems())
                .containsExactly("Напішыце нумар: сустрэча будзе па тэлефоне.");
    }

    @Test
    void a_teacher_gives_no_name_of_a_child() {
        Map<String, String> form = mother.fillsIn("/times?hard=learn", address);
        form.putAll(Map.of("who", "teacher", "child1", "Янка", "age1", "7"));
        int before = children();

        Page check = mother.sends("/book/check", form);

        assertThat(check.html()).contains("Прыйдзе настаўнік ці спецыяліст.");
        assertThat(check.first("<dl(.*?)</dl>")).doesNotContain("Янка");
        assertThat(mother.sends("/visits", check.form()).status()).isEqualTo(303);
        assertThat(children()).isEqualTo(before);
    }

    private int children() {
        return sql.sql("select count(*) from visits.child").query(Integer.class).single();
    }

    @Test
    void the_same_form_sent_ten_times_at_once_makes_one_visit() throws Exception {
        Map<String, String> form = mother.sends("/book/check", mother.fillsIn("/times?hard=speak", address))
                .form();

        List<Page> pages = atOnce(10, () -> mother.sends("/visits", form));

        assertThat(pages).allMatch(page -> page.status() == 303);
        assertThat(pages.stream().map(Page::location).distinct()).hasSize(1);
    }

    @Test
    void of_two_who_race_one_has_the_time_and_the_other_ends_well_with_one_press() throws Exception {
        Map<String, String> one = mother.fillsIn("/times?hard=see", address);
        Map<String, String> other = mother.fillsIn("/times?hard=see", "other-" + address);
        assertThat(one.get("start")).isEqualTo(other.get("start"));
        var forms = new java.util.concurrent.ConcurrentLinkedQueue<>(List.of(one, other));

        List<Page> pages = atOnce(2, () -> mother.sends("/visits", forms.remove()));

        Page late =
                pages.stream().filter(page -> page.status() == 409).findFirst().orElseThrow();
        assertThat(pages).extracting(Page::status).containsExactlyInAnyOrder(303, 409);
        assertThat(late.heading()).isEqualTo("Гэты час толькі што занялі. Вось тры найбліжэйшыя.");
        assertThat(late.all("name=\"pick\"[^>]*><strong>(.*?)</strong>"))
                .hasSize(3)
                .doesNotHaveDuplicates();
        Map<String, String> again = late.form();
        assertThat(again).containsEntry("name", "Алеся").containsEntry("agreed", "true");
        again.put("pick", late.first("name=\"pick\" value=\"([^\"]+)\""));
        assertThat(mother.sends("/visits", again).status()).isEqualTo(303);
    }

    @Test
    void a_form_that_was_sent_is_not_sent_again_with_something_else_in_it() {
        Map<String, String> form = mother.fillsIn("/times?hard=eat", address);
        assertThat(mother.sends("/visits", form).status()).isEqualTo(303);
        form.put("name", "Янка");

        Page page = mother.sends("/visits", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.heading()).isEqualTo("Гэтая форма ўжо адпраўленая");
    }

    @Test
    void a_time_that_passed_while_somebody_typed_is_no_reason_to_type_again() {
        Map<String, String> form = mother.fillsIn("/times?hard=together", address);
        form.put("start", Instant.now().truncatedTo(ChronoUnit.HOURS).toString());

        Page page = mother.sends("/book/check", form);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.heading()).isEqualTo("Гэты час ужо мінуў.");
        assertThat(page.form()).containsEntry("email", address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/book",
                "/book?service=hearing&start=yesterday",
                "/book?service=parents-workshop&start=2026-12-02T12:00:00Z",
                "/book?service=hearing&start=2026-12-02T12:00:00Z&specialist=00000000-0000-0000-0000-000000000000",
                "/book?service=%27&start=9999-99-99"
            })
    void a_time_that_cannot_be_understood_leads_back_to_the_times(String nonsense) {
        Page page = mother.opens(nonsense);

        assertThat(page.status()).isEqualTo(400);
        assertThat(page.heading()).isEqualTo("Выберыце час яшчэ раз");
    }

    @Test
    void the_consent_is_there_in_full() {
        assertThat(mother.opens("/consent").heading()).isEqualTo("Згода на захоўванне звестак");
    }

    private static List<Page> atOnce(int times, java.util.concurrent.Callable<Page> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Page>> running = new ArrayList<>();
            for (int i = 0; i < times; i++) {
                running.add(threads.submit(work));
            }
            List<Page> pages = new ArrayList<>();
            for (Future<Page> one : running) {
                pages.add(one.get());
            }
            return pages;
        }
    }
}
