package by.pobach.links;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import by.pobach.InTestHouse;
import by.pobach.people.Accounts;
import by.pobach.people.Persons;
import by.pobach.signin.SignedIn;
import by.pobach.web.Actor;
import by.pobach.web.Language;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Alesia signs in by a link; others try with hers. */
@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
@Import(FamilySignInTests.Rooms.class)
@NullMarked
class FamilySignInTests {
    private static final Pattern FORM = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern LINK = Pattern.compile("http://localhost:8080(/family/sign-in/link/\\S+)");

    /** A room of the family and one of the staff. */
    @RestController
    static class Rooms {
        @GetMapping({"/family/test-who", "/desk/test-who"})
        String who() {
            return Actor.current() + " " + SignedIn.personId().isPresent() + " "
                    + SignedIn.staffId().isPresent() + " " + SignedIn.secondFactor() + " "
                    + SignedIn.lately(Duration.ofMinutes(5));
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Accounts accounts;

    @Autowired
    Persons persons;

    @Autowired
    SignInLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String mail = "";

    @BeforeEach
    void alesia_has_an_address() {
        jdbc.sql("delete from signin.guesses").update();
        mail = "alesia." + UUID.randomUUID() + "@example.org";
    }

    @Test
    void alesia_gets_a_link_and_a_page_of_her_own() throws Exception {
        String link = asks(mail, "/family/test-who");

        assertThat(answer(get(link)).getContentAsString())
                .contains("Як да вас звяртацца?")
                .doesNotContain(mail);
        MockHttpServletResponse in = presses(link, "Алеся");

        UUID alesia = accounts.of(mail).orElseThrow();
        assertThat(persons.find(alesia).orElseThrow().name()).isEqualTo("Алеся");
        assertThat(in.getRedirectedUrl()).isEqualTo("/family/test-who");
        assertThat(answer(get("/family/test-who").cookie(in.getCookie("family")))
                        .getContentAsString())
                .isEqualTo("person:" + alesia + " true false false true");
    }

    @Test
    void the_second_time_she_is_known_and_only_presses_the_button() throws Exception {
        UUID alesia = account();
        String link = asks(mail, "");

        assertThat(answer(get(link)).getContentAsString()).contains("Вы ўвойдзеце як a…@example.org");
        assertThat(presses(link, "").getRedirectedUrl()).isEqualTo("/family");
        assertThat(accounts.of(mail)).contains(alesia);
    }

    @Test
    void whoever_has_an_account_and_whoever_has_none_are_answered_the_same() throws Exception {
        account();

        String known = answer(form().param("contact", mail)).getContentAsString();
        String unknown = answer(form().param("contact", "nobody@example.org")).getContentAsString();

        assertThat(withoutSecrets(known)).isEqualTo(withoutSecrets(unknown));
        assertThat(known).doesNotContain(mail);
        assertThat(jdbc.sql("select count(distinct subject) from letters.letter where kind = 'sign-in'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void looking_at_a_link_uses_nothing_up_and_pressing_the_button_does() throws Exception {
        account();
        String link = asks(mail, "");
        for (int i = 0; i < 3; i++) {
            assertThat(answer(get(link)).getStatus()).isEqualTo(200);
        }

        assertThat(presses(link, "").getStatus()).isEqualTo(302);

        assertThat(answer(get(link)).getStatus()).isEqualTo(410);
        MockHttpServletResponse again = presses(link, "");
        assertThat(again.getStatus()).isEqualTo(410);
        assertThat(again.getContentAsString()).contains("Ёю ўжо ўвайшлі", "/family/sign-in");
        assertThat(again.getCookie("family")).isNull();
    }

    @Test
    void of_ten_who_press_at_once_one_comes_in() throws Exception {
        account();
        String link = asks(mail, "");
        String token = link.substring(link.lastIndexOf('/') + 1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> all = IntStream.range(0, 10)
                    .<Callable<Boolean>>mapToObj(
                            i -> () -> links.enter(token, "").isPresent())
                    .toList();

            assertThat(threads.invokeAll(all).stream().map(Future::resultNow)).containsOnlyOnce(true);
        }
    }

    @Test
    void a_late_link_and_a_wrong_one_say_so_and_lead_on() throws Exception {
        String link = asks(mail, "");
        jdbc.sql("update links.link set expires_at = now()").update();

        assertThat(presses(link, "Алеся").getContentAsString()).contains("Прайшоў яе час", "/family/sign-in");
        assertThat(accounts.of(mail)).isEmpty();
        assertThat(answer(get("/family/sign-in/link/long-ago")).getStatus()).isEqualTo(404);
        assertThat(answer(get("/family/sign-in/link/long-ago")).getContentAsString())
                .contains("скапіравалася не цалкам");
    }

    @Test
    void of_the_link_only_a_hash_is_kept_and_of_the_contact_nothing_afterwards() throws Exception {
        account();
        String link = asks(mail, "");
        String token = link.substring(link.lastIndexOf('/') + 1);

        assertThat(jdbc.sql("select count(*) from links.link l where l::text like '%' || :token || '%'")
                        .param("token", token)
                        .query(Integer.class)
                        .single())
                .isZero();
        presses(link, "");

        assertThat(rowsWith(mail, "links.link")).isZero();
        assertThat(rowsWith(token, "letters.letter")).isZero();
    }

    @Test
    void a_link_that_nobody_opened_loses_its_contact_and_its_words() throws Exception {
        asks(mail, "");
        jdbc.sql("update links.link set expires_at = now() - interval '1 second'")
                .update();

        Actor.as("job:test", links::forgetOld);

        assertThat(rowsWith(mail, "links.link")).isZero();
        assertThat(rowsWith(mail, "letters.letter")).isZero();
    }

    @Test
    void a_phone_gets_its_link_by_a_text_message_from_the_desk() throws Exception {
        MockHttpServletResponse answer = answer(form().param("contact", "8 (029) 123-45-67"));

        assertThat(answer.getContentAsString()).contains("адправіць чалавек з Цэнтра");
        assertThat(jdbc.sql("select recipient from letters.letter where channel = 'DESK' and state = 'to_tell'")
                        .query(String.class)
                        .list())
                .contains("+375291234567");
        assertThat(answer(form().param("contact", "8 017 123-45-67")).getContentAsString())
                .contains("паведамленні не прыходзяць");
    }

    @Test
    void nobody_is_flooded_with_letters() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(answer(form().param("contact", mail)).getStatus()).isEqualTo(200);
        }

        MockHttpServletResponse refused = answer(form().param("contact", mail));

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("900");
        assertThat(refused.getContentAsString()).contains("ужо пайшло некалькі спасылак", mail);
        assertThat(rowsWith(mail, "letters.letter")).isEqualTo(3);
    }

    @Test
    void when_no_mail_leaves_the_page_says_so_and_the_letter_is_kept() throws Exception {
        assertThat(answer(form().param("contact", mail)).getContentAsString()).contains("Ваш ліст захаваны");
        assertThat(rowsWith(mail, "letters.letter")).isOne();
    }

    @Test
    void a_session_planted_before_is_worth_nothing_after() throws Exception {
        account();
        Cookie planted = presses(asks(mail, ""), "").getCookie("family");
        String link = asks(mail, "");
        Matcher token = FORM.matcher(answer(get(link).cookie(planted)).getContentAsString());
        assertThat(token.find()).isTrue();

        MockHttpServletResponse page = answer(get(link).cookie(planted));
        Matcher fresh = FORM.matcher(page.getContentAsString());
        assertThat(fresh.find()).isTrue();
        MockHttpServletResponse in = answer(MockMvcRequestBuilders.post(link)
                .cookie(page.getCookie("form"), planted)
                .param("_csrf", fresh.group(1)));

        assertThat(in.getCookie("family").getValue()).isNotEqualTo(planted.getValue());
        assertThat(answer(get("/family/test-who").cookie(planted)).getStatus()).isEqualTo(302);
        assertThat(answer(get("/family/test-who").cookie(in.getCookie("family")))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void the_session_of_a_family_opens_nothing_at_the_desk() throws Exception {
        account();
        Cookie family = presses(asks(mail, ""), "").getCookie("family");

        assertThat(answer(get("/desk/test-who").cookie(family)).getRedirectedUrl())
                .startsWith("/sign-in");
        assertThat(answer(get("/desk/test-who").cookie(new Cookie("session", family.getValue())))
                        .getRedirectedUrl())
                .startsWith("/sign-in");
    }

    @Test
    void two_browsers_in_one_account_do_not_know_of_each_other() throws Exception {
        account();
        Cookie phone = presses(asks(mail, ""), "").getCookie("family");
        Cookie library = presses(asks(mail, ""), "").getCookie("family");
        Matcher token =
                FORM.matcher(answer(get("/family/sign-in").cookie(library)).getContentAsString());
        assertThat(token.find()).isTrue();

        MockHttpServletResponse page = answer(get("/family/sign-in"));
        Matcher fresh = FORM.matcher(page.getContentAsString());
        assertThat(fresh.find()).isTrue();
        answer(MockMvcRequestBuilders.post("/family/sign-out")
                .cookie(page.getCookie("form"), library)
                .param("_csrf", fresh.group(1)));

        assertThat(answer(get("/family/test-who").cookie(library)).getStatus()).isEqualTo(302);
        assertThat(answer(get("/family/test-who").cookie(phone)).getStatus()).isEqualTo(200);
    }

    @Test
    void whose_account_is_erased_is_out_with_the_next_click() throws Exception {
        UUID alesia = account();
        Cookie family = presses(asks(mail, ""), "").getCookie("family");

        in(() -> persons.erase(alesia));

        assertThat(answer(get("/family/test-who").cookie(family)).getStatus()).isEqualTo(302);
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        assertThat(answer(MockMvcRequestBuilders.post("/family/sign-in").param("contact", mail))
                        .getStatus())
                .isEqualTo(403);
        assertThat(rowsWith(mail, "letters.letter")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Алеся\r\nBcc: all@example.org", "Алеся\nSubject: x", "https://evil.example", "", "   "})
    void a_name_that_is_none_is_refused_with_words(String name) throws Exception {
        String link = asks(mail, "");

        MockHttpServletResponse refused = presses(link, name);

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("error-summary");
        assertThat(accounts.of(mail)).isEmpty();
        assertThat(presses(link, "Алеся").getStatus()).isEqualTo(302);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "alesia@example.org\r\nBcc: b@example.org", "12", "", "@", "; drop table"})
    void what_is_no_contact_is_refused_with_words(String contact) throws Exception {
        MockHttpServletResponse refused = answer(form().param("contact", contact));

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("error-summary").doesNotContain("??");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/family",
                "//evil.example",
                "/family/../desk",
                "/desk",
                "/familyx",
                "/family//x"
            })
    void nobody_is_sent_elsewhere_after_signing_in(String next) throws Exception {
        account();

        assertThat(presses(asks(mail, next), "").getRedirectedUrl()).isEqualTo("/family");
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to_and_brought_back() throws Exception {
        assertThat(answer(get("/family/test-who?a=1")).getRedirectedUrl())
                .isEqualTo("/family/sign-in?next=%2Ffamily%2Ftest-who%3Fa%3D1");
    }

    private UUID account() {
        in(() -> accounts.open("Алеся", mail, Language.BE));
        return accounts.of(mail).orElseThrow();
    }

    /** Asks for a link and takes it out of the letter. */
    private String asks(String contact, String next) throws Exception {
        assertThat(answer(form().param("contact", contact).param("next", next)).getStatus())
                .isEqualTo(200);
        String words = jdbc.sql("""
                select words from letters.letter where recipient = :to order by id desc limit 1
                """).param("to", contact).query(String.class).single();
        Matcher link = LINK.matcher(words);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private MockHttpServletResponse presses(String link, String name) throws Exception {
        return answer(posting(link).param("name", name));
    }

    private MockHttpServletRequestBuilder form() throws Exception {
        return posting("/family/sign-in");
    }

    private MockHttpServletRequestBuilder posting(String path) throws Exception {
        MockHttpServletResponse page = answer(get("/family/sign-in"));
        Matcher token = FORM.matcher(page.getContentAsString());
        assertThat(token.find()).isTrue();
        return MockMvcRequestBuilders.post(path).cookie(page.getCookie("form")).param("_csrf", token.group(1));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header(HttpHeaders.ACCEPT_LANGUAGE, "be"))
                .andReturn()
                .getResponse();
    }

    private int rowsWith(String text, String table) {
        assertThat(Set.of("links.link", "letters.letter")).contains(table);
        return jdbc.sql("select count(*) from " + table + " r where r::text like '%' || :text || '%'")
                .param("text", text)
                .query(Integer.class)
                .single();
    }

    private static String withoutSecrets(String page) {
        return page.lines()
                .filter(line -> !line.contains("_csrf"))
                .map(line -> line.replaceAll("<input type=\"hidden\"[^>]*>", ""))
                .collect(Collectors.joining("\n"));
    }

    private void in(Runnable work) {
        Actor.as("job:test", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }
}
