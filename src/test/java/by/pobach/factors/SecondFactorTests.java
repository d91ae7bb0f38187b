package by.pobach.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import by.pobach.InTestHouse;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.Passwords;
import by.pobach.signin.SignedIn;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import jakarta.servlet.http.Cookie;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
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
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Maryna has a telephone with an app; somebody else has her password. */
@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
@Import(SecondFactorTests.Rooms.class)
@NullMarked
class SecondFactorTests {
    private static final String RIGHT = "сіні васілёк у полі";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern KEY =
            Pattern.compile("<dd class=\"secret\" lang=\"en\" translate=\"no\">([A-Z2-7 ]+)</dd>");
    private static final Pattern SPARE =
            Pattern.compile("<li class=\"secret\" lang=\"en\" translate=\"no\">([A-Z ]+)</li>");

    /** A child's room, and one of the desk. */
    @RestController
    static class Rooms {
        @GetMapping({"/desk/children/test", "/desk/test-room"})
        String who() {
            return SignedIn.secondFactor() + " " + SignedIn.lately(Duration.ofMinutes(1));
        }

        @PostMapping("/desk/children/test")
        String write(@RequestParam String note) {
            return note;
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Passwords passwords;

    @Autowired
    SecondFactors factors;

    @Autowired
    Clock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private UUID id = new UUID(0, 0);
    private String maryna = "";

    @BeforeEach
    void maryna_is_hired() {
        jdbc.sql("delete from signin.guesses").update();
        id = Ids.next();
        maryna = "maryna." + id + "@pobach.example";
        in(() -> {
            staff.hire(new StaffMember(
                    id, Words.same("Марына"), Words.same("лагапед"), Set.of(Role.DIRECTOR), List.of("be"), maryna));
            passwords.set(id, RIGHT);
        });
    }

    @Test
    void a_password_alone_opens_the_desk_and_no_childs_page() throws Exception {
        Cookie session = signIn();

        assertThat(answer(get("/desk/test-room").cookie(session)).getContentAsString())
                .isEqualTo("false true");
        assertThat(answer(get("/desk/children/test?a=1").cookie(session)).getRedirectedUrl())
                .isEqualTo("/desk/second-factor?next=%2Fdesk%2Fchildren%2Ftest%3Fa%3D1");
        assertThat(answer(get("/desk/second-factor?next=/desk/children/test").cookie(session))
                        .getRedirectedUrl())
                .isEqualTo("/desk/second-factor/set-up?next=/desk/children/test");
    }

    @Test
    void maryna_connects_her_telephone_and_is_let_in() throws Exception {
        Cookie session = signIn();

        Set<String> spares = connects(session);

        assertThat(spares).hasSize(10);
        assertThat(jdbc.sql("select subject from letters.letter where recipient = ?")
                        .param(maryna)
                        .query(String.class)
                        .list())
                .containsExactly("Змены ва ўваходзе");
        assertThat(rowsWith(secretInDatabase())).isZero();
    }

    @Test
    void from_then_on_the_password_alone_opens_nothing() throws Exception {
        connects(signIn());

        MockHttpServletResponse half = signsIn("/desk/test-room");
        Cookie session = half.getCookie("session");

        assertThat(half.getRedirectedUrl()).isEqualTo("/desk/second-factor?next=%2Fdesk%2Ftest-room");
        assertThat(answer(get("/desk/test-room").cookie(session)).getRedirectedUrl())
                .isEqualTo("/desk/second-factor?next=%2Fdesk%2Ftest-room");
        for (String path : List.of(
                "/desk/second-factor/set-up", "/desk/second-factor/confirmation", "/desk/second-factor/codes")) {
            assertThat(sends(path, session).getContentAsString()).as(path).doesNotContain("class=\"secret\"");
        }
        assertThat(answer(get("/desk/second-factor/set-up").cookie(session)).getStatus())
                .isEqualTo(302);

        MockHttpServletResponse whole = passes(session, codeAt(Duration.ofSeconds(30)), "/desk/children/test");

        assertThat(whole.getRedirectedUrl()).isEqualTo("/desk/children/test");
        Cookie now = whole.getCookie("session");
        assertThat(now.getValue()).isNotEqualTo(session.getValue());
        assertThat(answer(get("/desk/children/test").cookie(now)).getContentAsString())
                .isEqualTo("true true");
        assertThat(answer(get("/desk/test-room").cookie(session)).getStatus()).isEqualTo(302);
    }

    @Test
    void a_number_works_once() throws Exception {
        connects(signIn());
        String code = codeAt(Duration.ofSeconds(30));
        assertThat(passes(signIn(), code, "").getStatus()).isEqualTo(302);

        MockHttpServletResponse again = passes(signIn(), code, "");

        assertThat(again.getStatus()).isEqualTo(422);
        assertThat(again.getContentAsString()).contains("Гэтым кодам ужо ўвайшлі");
    }

    @Test
    void a_clock_an_hour_off_is_told_and_that_number_is_not_good_later_either() throws Exception {
        connects(signIn());
        String early = codeAt(Duration.ofHours(1));

        MockHttpServletResponse refused = passes(signIn(), early, "");

        assertThat(refused.getStatus()).isEqualTo(422);
        assertThat(refused.getContentAsString()).contains("розніца каля 60 хвілін", "аўтаматычны час");
        assertThat(jdbc.sql("select count(*) from factors.burned where staff_id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        UUID me = id;
        long step = Totp.step(clock.instant().plus(Duration.ofHours(1)));
        assertThat(jdbc.sql("select step from factors.burned where staff_id = ?")
                        .param(me)
                        .query(Long.class)
                        .single())
                .isBetween(step - 1, step);
    }

    @Test
    void a_spare_code_stands_in_once_however_it_is_typed() throws Exception {
        String spare = connects(signIn()).iterator().next();

        assertThat(passes(signIn(), " " + spare.toLowerCase(java.util.Locale.ROOT) + " ", "")
                        .getStatus())
                .isEqualTo(302);
        assertThat(passes(signIn(), spare, "").getStatus()).isEqualTo(422);
        assertThat(factors.spares(id)).isEqualTo(9);
    }

    @Test
    void guessing_ends_after_five_and_ends_the_half_sign_in_everywhere() throws Exception {
        String spare = connects(signIn()).iterator().next();
        Cookie other = signIn();
        Cookie thief = signIn();
        for (int i = 0; i < 5; i++) {
            assertThat(passes(thief, i % 2 == 0 ? "000000" : "BCDF GHJK LMNP", "")
                            .getStatus())
                    .isEqualTo(422);
        }

        MockHttpServletResponse refused = passes(thief, spare, "");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("900");
        for (Cookie half : List.of(thief, other)) {
            assertThat(answer(get("/desk/second-factor").cookie(half)).getRedirectedUrl())
                    .startsWith("/sign-in");
        }
        assertThat(passes(signIn(), codeAt(Duration.ofSeconds(30)), "").getStatus())
                .as("a new password sign-in gives no new guesses")
                .isEqualTo(429);
        assertThat(factors.spares(id)).isEqualTo(10);
    }

    @Test
    void marynas_success_gives_the_thief_no_new_guesses() throws Exception {
        connects(signIn());
        Cookie thief = signIn();
        for (int i = 0; i < 4; i++) {
            passes(thief, "000000", "");
        }
        assertThat(passes(signIn(), codeAt(Duration.ofSeconds(30)), "").getStatus())
                .isEqualTo(302);

        assertThat(passes(thief, "000000", "").getStatus()).isEqualTo(422);
        assertThat(passes(thief, "000000", "").getStatus()).isEqualTo(429);
    }

    @Test
    void what_was_typed_before_the_second_step_is_sent_after_it() throws Exception {
        connects(signIn());
        Cookie half = signIn();
        MockHttpServletResponse held =
                answer(posting("/desk/children/test", half).param("note", "Янка любіць цягнікі"));

        assertThat(held.getStatus()).isEqualTo(307);
        assertThat(held.getHeader("Location"))
                .isEqualTo("/desk/second-factor/again?held-for=%2Fdesk%2Fchildren%2Ftest");
        String page = answer(posting("/desk/second-factor/again", half)
                        .param("held-for", "/desk/children/test")
                        .param("note", "Янка любіць цягнікі"))
                .getContentAsString();
        assertThat(page).contains("не згінула", "name=\"held\"");
        String sent = answer(posting("/desk/second-factor", half)
                        .param("code", codeAt(Duration.ofSeconds(30)))
                        .param("held-for", "/desk/children/test")
                        .param("held", "note=%D0%AF%D0%BD%D0%BA%D0%B0"))
                .getContentAsString();
        assertThat(sent).contains("name=\"note\" value=\"Янка\"", "action=\"/desk/children/test\"");
    }

    @Test
    void whoever_lost_everything_is_helped_by_somebody_else_and_told() throws Exception {
        connects(signIn());
        Cookie helped = passes(signIn(), codeAt(Duration.ofSeconds(30)), "").getCookie("session");
        assertThat(answer(posting("/desk/second-factor/lost", helped).param("email", maryna))
                        .getStatus())
                .as("not oneself")
                .isEqualTo(422);
        String lost = maryna;
        UUID who = id;
        maryna_is_hired();
        Cookie director = signIn();
        assertThat(answer(posting("/desk/second-factor/lost", director).param("email", lost))
                        .getStatus())
                .as("not with a password alone")
                .isNotEqualTo(200);
        connects(director);
        Cookie whole = passes(signIn(), codeAt(Duration.ofSeconds(30)), "").getCookie("session");

        assertThat(answer(posting("/desk/second-factor/lost", whole).param("email", lost))
                        .getContentAsString())
                .contains("Зроблена");

        assertThat(factors.hasApp(who)).isFalse();
        assertThat(answer(get("/desk/test-room").cookie(helped)).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select kind from letters.letter where recipient = ? order by id")
                        .param(lost)
                        .query(String.class)
                        .list())
                .containsExactly("factor-set-up", "factor-taken-away");
    }

    private Set<String> connects(Cookie session) throws Exception {
        String page = sends("/desk/second-factor/set-up", session).getContentAsString();
        Matcher key = KEY.matcher(page);
        assertThat(key.find()).isTrue();
        assertThat(page).contains("autocomplete=\"one-time-code\"", "<svg class=\"qr\"");
        byte[] secret = Base32.bytes(key.group(1).replace(" ", ""));
        assertThat(answer(posting("/desk/second-factor/confirmation", session).param("code", "000000"))
                        .getStatus())
                .isEqualTo(422);
        String late = Totp.code(secret, Totp.step(clock.instant().minus(Duration.ofHours(1))));
        assertThat(answer(posting("/desk/second-factor/confirmation", session).param("code", late))
                        .getContentAsString())
                .contains("60 хвілін");
        String code = Totp.code(secret, Totp.step(clock.instant()));
        Matcher spare = SPARE.matcher(answer(posting("/desk/second-factor/confirmation", session)
                        .param("code", code.substring(0, 3) + " " + code.substring(3)))
                .getContentAsString());
        Set<String> spares = new java.util.LinkedHashSet<>();
        while (spare.find()) {
            spares.add(spare.group(1));
        }
        this.secret = secret;
        return spares;
    }

    private byte[] secret = {};

    private String codeAt(Duration later) {
        Instant at = clock.instant().plus(later);
        return Totp.code(secret, Totp.step(at));
    }

    private String secretInDatabase() {
        return Base32.of(secret);
    }

    private int rowsWith(String text) {
        return jdbc.sql("""
                select count(*) from factors.totp t
                where t::text like '%' || :text || '%' or position(:bytes in t.secret) > 0
                """)
                .param("text", text)
                .param("bytes", text.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .query(Integer.class)
                .single();
    }

    private Cookie signIn() throws Exception {
        return signsIn("").getCookie("session");
    }

    private MockHttpServletResponse signsIn(String next) throws Exception {
        return answer(posting("/sign-in")
                .param("email", maryna)
                .param("password", RIGHT)
                .param("next", next));
    }

    private MockHttpServletResponse passes(Cookie session, String code, String next) throws Exception {
        return answer(
                posting("/desk/second-factor", session).param("code", code).param("next", next));
    }

    private MockHttpServletResponse sends(String path, Cookie session) throws Exception {
        return answer(posting(path, session));
    }

    private MockHttpServletRequestBuilder posting(String path, Cookie... session) throws Exception {
        MockHttpServletResponse page = answer(get("/sign-in"));
        Matcher token = TOKEN.matcher(page.getContentAsString());
        assertThat(token.find()).isTrue();
        var request =
                MockMvcRequestBuilders.post(path).cookie(page.getCookie("form")).param("_csrf", token.group(1));
        return session.length == 0 ? request : request.cookie(session);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header(HttpHeaders.ACCEPT_LANGUAGE, "be"))
                .andReturn()
                .getResponse();
    }

    private void in(Runnable work) {
        Actor.as("job:test", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }
}
