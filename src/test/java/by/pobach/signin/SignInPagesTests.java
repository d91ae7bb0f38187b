package by.pobach.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.InTestHouse;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The doors of the house, through all its filters. */
@SpringBootTest
@AutoConfigureMockMvc
@InTestHouse
@Import(SignInPagesTests.Rooms.class)
@NullMarked
class SignInPagesTests {
    private static final String RIGHT = "сіні васілёк у полі";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    /** A room behind each door. */
    @RestController
    static class Rooms {
        @GetMapping("/desk/who")
        String who() {
            return Actor.current() + " " + SignedIn.staffId().orElseThrow() + " " + SignedIn.as(Role.SPECIALIST);
        }

        @PostMapping({"/desk/change", "/public-form", "/api/v1/test-form"})
        String change() {
            return Actor.current();
        }
    }

    @Autowired
    MockMvc mvc;

    @Autowired
    Staff staff;

    @Autowired
    Passwords passwords;

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
                    id, Words.same("Марына"), Words.same("лагапед"), Set.of(Role.SPECIALIST), List.of("be"), maryna));
            passwords.set(id, RIGHT);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/health", "/favicon.svg", "/no-such-page", "/sign-in", "/desk/who", "/api/v1/nothing-here"
            })
    void looking_around_opens_no_session(String path) throws Exception {
        int before = sessions();

        MockHttpServletResponse answer = answer(get(path));

        assertThat(answer.getHeaders(HttpHeaders.SET_COOKIE)).noneMatch(cookie -> cookie.contains("session"));
        assertThat(answer.getHeaders(HttpHeaders.SET_COOKIE))
                .noneMatch(cookie -> cookie.toUpperCase(Locale.ROOT).contains("JSESSIONID"));
        assertThat(sessions()).isEqualTo(before);
    }

    @Test
    void whoever_is_not_signed_in_is_asked_to_and_brought_back() throws Exception {
        MockHttpServletResponse answer = answer(get("/desk/who?day=2027-03-01"));

        assertThat(answer.getStatus()).isEqualTo(302);
        assertThat(answer.getRedirectedUrl()).isEqualTo("/sign-in?next=%2Fdesk%2Fwho%3Fday%3D2027-03-01");
        assertThat(signIn(RIGHT, "/desk/who?day=2027-03-01", false).getRedirectedUrl())
                .isEqualTo("/desk/who?day=2027-03-01");
    }

    @Test
    void maryna_signs_in_works_and_signs_out() throws Exception {
        MockHttpServletResponse welcome = signIn(RIGHT, "", false);
        Cookie session = welcome.getCookie("session");

        assertThat(welcome.getRedirectedUrl()).isEqualTo("/desk");
        assertThat(answer(get("/desk/who").cookie(session)).getContentAsString())
                .isEqualTo("staff:" + id + " " + id + " true");

        Form form = form(false, session);
        assertThat(answer(form.post("/sign-out").cookie(session)).getRedirectedUrl())
                .isEqualTo("/");
        assertThat(answer(get("/desk/who").cookie(session)).getStatus()).isEqualTo(302);
    }

    @Test
    void the_session_cookie_is_bound_to_this_house() throws Exception {
        String https = signIn(RIGHT, "", true).getHeaders(HttpHeaders.SET_COOKIE).stream()
                .filter(cookie -> cookie.startsWith("__Host-session="))
                .findFirst()
                .orElseThrow();

        assertThat(https)
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(signIn(RIGHT, "", false).getCookie("session").isHttpOnly()).isTrue();
    }

    @Test
    void how_maryna_wants_pages_to_look_is_with_her_on_the_next_machine() throws Exception {
        MockHttpServletResponse first = signIn(RIGHT, "", false);
        assertThat(first.getCookie("look")).as("nothing chosen yet").isNull();
        Cookie session = first.getCookie("session");

        answer(look().param("size", "huge").param("contrast", "night").cookie(session));

        Cookie look = signIn(RIGHT, "", false).getCookie("look");
        assertThat(look.getValue()).isEqualTo("size-huge.contrast-night");
        assertThat(signIn(RIGHT, "", true).getCookie("__Host-look").getSecure()).isTrue();
        assertThat(jdbc.sql("select by_actor from signin.look where staff_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .isEqualTo("staff:" + id);

        answer(look().param("as-it-was", "yes").cookie(session));

        assertThat(signIn(RIGHT, "", false).getCookie("look").getMaxAge())
                .as("taken back here, taken back there")
                .isZero();
    }

    @Test
    void what_a_visitor_chooses_stays_in_the_visitor_s_browser() throws Exception {
        int before = looks();

        assertThat(answer(look().param("size", "huge")).getCookie("look").getValue())
                .isEqualTo("size-huge");
        answer(look().param("size", "huge").cookie(new Cookie("session", "bm9ib2R5")));

        assertThat(looks()).isEqualTo(before);
    }

    @Test
    void a_session_planted_before_is_worth_nothing_after() throws Exception {
        Cookie marynas = signIn(RIGHT, "", false).getCookie("session");
        Form form = form(false, marynas);

        MockHttpServletResponse again = answer(
                form.post("/sign-in").cookie(marynas).param("email", maryna).param("password", RIGHT));

        assertThat(again.getCookie("session").getValue()).isNotEqualTo(marynas.getValue());
        assertThat(answer(get("/desk/who").cookie(marynas)).getStatus()).isEqualTo(302);
    }

    @Test
    void a_new_password_ends_every_session() throws Exception {
        Cookie session = signIn(RIGHT, "", false).getCookie("session");

        in(() -> passwords.set(id, "зусім новы пароль"));

        assertThat(answer(get("/desk/who").cookie(session)).getStatus()).isEqualTo(302);
    }

    @Test
    void who_left_the_centre_is_out_with_the_next_click() throws Exception {
        Cookie session = signIn(RIGHT, "", false).getCookie("session");

        in(() -> staff.leaves(id, Instant.now().minusSeconds(5)));

        assertThat(answer(get("/desk/who").cookie(session)).getStatus()).isEqualTo(302);
    }

    @Test
    void after_twenty_one_hours_and_not_before_one_signs_in_again() throws Exception {
        Cookie session = signIn(RIGHT, "", false).getCookie("session");
        assertThat(answer(get("/desk/who").cookie(session)).getStatus()).isEqualTo(200);

        signedInBefore(Duration.ofHours(20));
        assertThat(answer(get("/desk/who").cookie(session)).getStatus()).isEqualTo(200);

        signedInBefore(Duration.ofHours(21).plusSeconds(1));
        assertThat(answer(get("/desk/who").cookie(session)).getStatus()).isEqualTo(302);
    }

    private void signedInBefore(Duration since) throws Exception {
        jdbc.sql("update signin.session_attributes set attribute_bytes = :old where attribute_name = 'since'")
                .param("old", serialized(System.currentTimeMillis() - since.toMillis()))
                .update();
    }

    @Test
    void a_wrong_password_keeps_what_was_typed_and_says_what_to_do() throws Exception {
        MockHttpServletResponse wrong = signIn("not the password", "", false);
        String page = wrong.getContentAsString();

        assertThat(wrong.getStatus()).isEqualTo(422);
        assertThat(page).contains("value=\"" + maryna + "\"").contains("Праверце раскладку");
        assertThat(page).doesNotContain("not the password");
        maryna = "nobody." + id + "@pobach.example";
        assertThat(signIn("not the password", "", false).getContentAsString().replaceAll("value=\"[^\"]*\"", ""))
                .isEqualTo(page.replaceAll("value=\"[^\"]*\"", ""));
    }

    @Test
    void too_many_guesses_get_a_page_with_words() throws Exception {
        for (int i = 0; i < 5; i++) {
            signIn("guess", "", false);
        }

        MockHttpServletResponse answer = signIn(RIGHT, "", false);

        assertThat(answer.getStatus()).isEqualTo(429);
        assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("900");
        assertThat(answer.getContentAsString()).contains("праз 15 хвілін");
    }

    @Test
    void a_staff_form_without_its_token_is_refused() throws Exception {
        Cookie session = signIn(RIGHT, "", false).getCookie("session");
        Form form = form(false, session);

        assertThat(answer(post("/desk/change").cookie(session)).getStatus()).isEqualTo(403);
        assertThat(answer(post("/sign-in").param("email", maryna).param("password", RIGHT))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(form.post("/desk/change").cookie(session)).getContentAsString())
                .isEqualTo("staff:" + id);
    }

    @Test
    void another_site_cannot_send_our_public_form() throws Exception {
        assertThat(answer(post("/public-form").header("Sec-Fetch-Site", "cross-site"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(post("/public-form").header("Sec-Fetch-Site", "same-site"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(post("/public-form")
                                .header("Origin", "https://evil.example")
                                .header("Host", "localhost"))
                        .getStatus())
                .isEqualTo(403);
        assertThat(answer(post("/public-form")
                                .header("Sec-Fetch-Site", "same-origin")
                                .header("Origin", "null"))
                        .getContentAsString())
                .isEqualTo("visitor");
        assertThat(answer(post("/public-form")
                                .header("Origin", "http://localhost:8080")
                                .header("Host", "localhost:8080"))
                        .getStatus())
                .isEqualTo(200);
    }

    @Test
    void a_public_form_has_no_rights_of_a_signed_in_person() throws Exception {
        Cookie session = signIn(RIGHT, "", false).getCookie("session");

        assertThat(answer(post("/public-form").cookie(session)).getContentAsString())
                .isEqualTo("visitor");
        assertThat(answer(post("/api/v1/test-form").cookie(session)).getContentAsString())
                .isEqualTo("visitor");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/x;y=1", "/a//b", "/%2e%2e/etc", "/a%00b", "/a%2fb", "/a%0d%0ab"})
    void a_path_that_the_firewall_refuses_is_the_senders_mistake(String path) throws Exception {
        assertThat(answer(get(URI.create(path))).getStatus()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/desk",
                "//evil.example",
                "/desk/../../x",
                "/desk\r\nSet-Cookie: a",
                "/deskx",
                "javascript:1"
            })
    void nobody_is_sent_elsewhere_after_signing_in(String next) throws Exception {
        assertThat(signIn(RIGHT, next, false).getRedirectedUrl()).isEqualTo("/desk");
    }

    @ParameterizedTest
    @ValueSource(strings = {"be", "ru", "en"})
    void the_form_speaks_three_languages_and_is_kept_nowhere(String language) throws Exception {
        MockHttpServletResponse answer = answer(get("/sign-in?lang=" + language));

        assertThat(answer.getContentAsString())
                .contains("<html lang=\"" + language + "\"")
                .doesNotContain("??");
        assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL)).contains("no-store");
    }

    @Test
    void maryna_sees_her_devices_and_ends_one_and_then_all_others() throws Exception {
        Cookie here = signIn(RIGHT, "", false).getCookie("session");
        Cookie phone = signIn(RIGHT, "", false).getCookie("session");
        Cookie library = signIn(RIGHT, "", false).getCookie("session");
        String page = answer(get("/desk/sessions").cookie(here)).getContentAsString();
        Matcher number =
                Pattern.compile("name=\"number\" value=\"([0-9a-f]{16})\"").matcher(page);
        assertThat(number.results()).hasSize(2);
        assertThat(number.reset().find()).isTrue();

        answer(form(false, here).post("/desk/sessions/end").cookie(here).param("number", number.group(1)));
        assertThat(List.of(open(here), open(phone), open(library))).containsOnlyOnce(false);
        assertThat(open(here)).isTrue();

        answer(form(false, here).post("/desk/sessions/others").cookie(here));
        assertThat(List.of(open(here), open(phone), open(library))).containsExactly(true, false, false);
    }

    private boolean open(Cookie session) throws Exception {
        return answer(get("/desk/who").cookie(session)).getStatus() == 200;
    }

    @Test
    void nobody_ends_somebody_elses_session() throws Exception {
        Cookie marynas = signIn(RIGHT, "", false).getCookie("session");
        String number = java.util.HexFormat.of()
                .formatHex(
                        Secrets.hash(new String(
                                java.util.Base64.getDecoder().decode(marynas.getValue()), StandardCharsets.UTF_8)),
                        0,
                        8);
        maryna_is_hired();
        Cookie other = signIn(RIGHT, "", false).getCookie("session");

        answer(form(false, other).post("/desk/sessions/end").cookie(other).param("number", number));

        assertThat(open(marynas)).isTrue();
    }

    @Test
    void before_the_end_a_page_says_so_and_one_button_lets_her_stay() throws Exception {
        Cookie session = signIn(RIGHT, "", false).getCookie("session");
        assertThat(answer(get("/desk/password").cookie(session)).getContentAsString())
                .doesNotContain("Застацца даўжэй");
        signedInBefore(Duration.ofHours(20).plusMinutes(30));
        assertThat(answer(get("/desk/password").cookie(session)).getContentAsString())
                .contains("Ваш уваход скончыцца", "name=\"next\" value=\"/desk/password\"");

        MockHttpServletResponse longer = answer(form(false, session)
                .post("/desk/sessions/extension")
                .cookie(session)
                .param("next", "/desk/password"));

        assertThat(longer.getRedirectedUrl()).isEqualTo("/desk/password");
        assertThat(answer(get("/desk/password").cookie(session)).getContentAsString())
                .doesNotContain("Застацца даўжэй");
    }

    @Test
    void so_many_devices_are_no_failure_and_the_oldest_gives_way() throws Exception {
        Cookie first = signIn(RIGHT, "", false).getCookie("session");
        for (int i = 0; i < SessionList.MOST; i++) {
            assertThat(signIn(RIGHT, "", false).getRedirectedUrl()).isEqualTo("/desk");
        }

        assertThat(open(first)).isFalse();
        assertThat(jdbc.sql("select coalesce(max(counted), 0) from signin.guesses")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_change_of_hat_leads_to_the_other_pages() throws Exception {
        Cookie session = signIn(RIGHT, "", false).getCookie("session");

        assertThat(answer(form(false, session).post("/hat").cookie(session).param("to", "family"))
                        .getRedirectedUrl())
                .isEqualTo("/family");
        assertThat(answer(get("/family/sessions").cookie(session)).getRedirectedUrl())
                .startsWith("/family/sign-in");
    }

    private record Form(String token, Cookie cookie, boolean secure) {
        MockHttpServletRequestBuilder post(String path) {
            return org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
                    .secure(secure)
                    .cookie(cookie)
                    .param("_csrf", token);
        }
    }

    private Form form(boolean secure, Cookie... session) throws Exception {
        MockHttpServletRequestBuilder asking = get("/sign-in").secure(secure);
        MockHttpServletResponse page = answer(session.length == 0 ? asking : asking.cookie(session));
        Matcher token = TOKEN.matcher(page.getContentAsString());
        assertThat(token.find()).isTrue();
        return new Form(token.group(1), page.getCookie(secure ? "__Host-form" : "form"), secure);
    }

    private MockHttpServletResponse signIn(String password, String next, boolean secure) throws Exception {
        return answer(form(secure)
                .post("/sign-in")
                .param("email", maryna)
                .param("password", password)
                .param("next", next));
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.header(HttpHeaders.ACCEPT_LANGUAGE, "be"))
                .andReturn()
                .getResponse();
    }

    private static MockHttpServletRequestBuilder look() {
        return post("/look").header("Origin", "http://localhost:8080");
    }

    private int looks() {
        return jdbc.sql("select count(*) from signin.look").query(Integer.class).single();
    }

    private int sessions() {
        return jdbc.sql("select count(*) from signin.session")
                .query(Integer.class)
                .single();
    }

    private static byte[] serialized(Long value) throws Exception {
        var bytes = new java.io.ByteArrayOutputStream();
        try (var out = new java.io.ObjectOutputStream(bytes)) {
            out.writeObject(value);
        }
        return bytes.toByteArray();
    }

    private void in(Runnable work) {
        Actor.as("job:test", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }
}
