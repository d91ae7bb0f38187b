package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.Passwords;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Maryna's password and her sessions, as somebody who wants them would try them. */
@InOpenHouse
@ExtendWith(OutputCaptureExtension.class)
class SignInDoorTests {
    private static final String RIGHT =
            "Сіні васілёк, і ў полі ветрана: 17 буслоў 🌾 над дарогай у Маладзечна і далей, далей";
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

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
        Actor.as(
                "job:test",
                () -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                    staff.hire(new StaffMember(
                            id,
                            Words.same("Марына"),
                            Words.same("лагапед"),
                            Set.of(Role.SPECIALIST),
                            List.of("be"),
                            maryna));
                    assertThat(passwords.set(id, RIGHT)).isEqualTo(Passwords.Answer.SET);
                }));
    }

    @Test
    void a_long_sentence_in_any_letters_is_a_password_and_counts_to_its_last_letter() throws Exception {
        assertThat(RIGHT.length()).isGreaterThan(72);
        assertThat(signIn(RIGHT).getRedirectedUrl()).isEqualTo("/desk");
        assertThat(signIn(RIGHT.substring(0, RIGHT.length() - 1)).getStatus()).isEqualTo(422);
        assertThat(signIn(RIGHT.toLowerCase(java.util.Locale.ROOT)).getStatus()).isEqualTo(422);
        assertThat(signIn(RIGHT + " ").getStatus()).isEqualTo(422);
    }

    @Test
    void a_password_gets_old_with_its_owner() throws Exception {
        jdbc.sql("update signin.password set changed_at = now() - interval '10 years' where staff_id = :id")
                .param("id", id)
                .update();

        assertThat(signIn(RIGHT).getRedirectedUrl()).isEqualTo("/desk");
    }

    @Test
    void a_new_password_wants_the_old_one_and_ends_every_session() throws Exception {
        Cookie session = session(signIn(RIGHT));
        Cookie another = session(signIn(RIGHT));

        assertThat(change(session, "не той пароль", "зусім новы пароль").getStatus())
                .isEqualTo(422);
        assertThat(desk(session).getStatus()).isEqualTo(200);
        assertThat(change(session, RIGHT, "зусім новы пароль").getStatus()).isEqualTo(302);

        assertThat(desk(session).getStatus()).isEqualTo(302);
        assertThat(desk(another).getStatus()).isEqualTo(302);
        assertThat(signIn(RIGHT).getStatus()).isEqualTo(422);
        assertThat(signIn("зусім новы пароль").getRedirectedUrl()).isEqualTo("/desk");
    }

    @Test
    void a_password_is_hidden_while_it_is_typed_and_may_come_from_a_password_manager() throws Exception {
        Cookie session = session(signIn(RIGHT));
        for (String page : List.of(
                answer(get("/sign-in")).getContentAsString(),
                answer(get("/desk/password").cookie(session)).getContentAsString())) {
            List<String> fields = Pattern.compile("<input[^>]*name=\"(?:password|old)\"[^>]*>")
                    .matcher(page)
                    .results()
                    .map(found -> found.group())
                    .toList();

            assertThat(fields)
                    .isNotEmpty()
                    .allMatch(field -> field.contains("type=\"password\""))
                    .allMatch(field -> field.contains("-password\""))
                    .noneMatch(field -> field.contains("maxlength") || field.contains("autocomplete=\"off\""));
        }
    }

    @Test
    void a_session_has_an_id_that_nobody_guesses() throws Exception {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            ids.add(new String(Base64.getDecoder().decode(session(signIn(RIGHT)).getValue()), StandardCharsets.UTF_8));
        }

        // 36 letters of 6 bits each; a UUID would have 122 random bits.
        assertThat(ids).hasSize(5).allMatch(known -> known.matches("[\\w-]{36}") && !known.matches("[0-9a-f-]{36}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00000000-0000-4000-8000-000000000000",
                "' or 1=1 --",
                "../../etc/passwd",
                "",
                "staff:00000000-0000-4000-8000-000000000000"
            })
    void a_session_that_nobody_opened_is_nobodys(String invented) throws Exception {
        String cookie = Base64.getEncoder().encodeToString(invented.getBytes(StandardCharsets.UTF_8));

        assertThat(desk(new Cookie("session", cookie)).getStatus()).isEqualTo(302);
        assertThat(desk(new Cookie("session", "not base64 %%%")).getStatus()).isEqualTo(302);
    }

    @Test
    void every_page_of_the_desk_has_a_way_out_which_leaves_nothing_behind() throws Exception {
        Cookie session = session(signIn(RIGHT));
        for (String page : List.of("/desk", "/desk/week", "/desk/month", "/desk/tasks", "/desk/password")) {
            assertThat(answer(get(page).cookie(session)).getContentAsString())
                    .as(page)
                    .contains("action=\"/sign-out\"");
        }

        MockHttpServletResponse out = answer(form(session, "/sign-out"));

        assertThat(out.getHeader("Clear-Site-Data")).isEqualTo("\"cache\"");
        assertThat(desk(session).getStatus()).isEqualTo(302);
        assertThat(jdbc.sql("select count(*) from signin.session where principal_name = :who")
                        .param("who", "staff:" + id)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void no_secret_of_signing_in_is_kept_in_clear() throws Exception {
        session(signIn(RIGHT));

        assertThat(jdbc.sql("select hash from signin.password where staff_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .single())
                .startsWith("$argon2id$")
                .doesNotContain(RIGHT);
    }

    @Test
    void tries_stopped_ones_and_refusals_stand_in_the_log_without_a_name(CapturedOutput log) throws Exception {
        Cookie session = session(signIn(RIGHT));
        for (int i = 0; i < 6; i++) {
            signIn("not the password");
        }
        answer(post("/desk/password").cookie(session));

        assertThat(log.getAll())
                .contains("PASSWORD is tried", "PASSWORD was tried too often and is refused")
                .contains("Refused staff:" + id + ": MissingCsrfTokenException")
                .doesNotContain(maryna, "127.0.0.1", "not the password");
    }

    private MockHttpServletResponse change(Cookie session, String old, String fresh) throws Exception {
        return answer(form(session, "/desk/password").param("old", old).param("password", fresh));
    }

    private MockHttpServletResponse desk(Cookie session) throws Exception {
        return answer(get("/desk").cookie(session));
    }

    private MockHttpServletResponse signIn(String password) throws Exception {
        return answer(form(null, "/sign-in").param("email", maryna).param("password", password));
    }

    private static Cookie session(MockHttpServletResponse welcome) {
        Cookie session = welcome.getCookie("session");
        assertThat(session).isNotNull();
        return session;
    }

    private MockHttpServletRequestBuilder form(Cookie session, String action) throws Exception {
        MockHttpServletRequestBuilder asking = get("/sign-in");
        MockHttpServletResponse page = answer(session == null ? asking : asking.cookie(session));
        Matcher token = TOKEN.matcher(page.getContentAsString());
        assertThat(token.find()).isTrue();
        MockHttpServletRequestBuilder sending =
                post(action).cookie(page.getCookie("form")).param("_csrf", token.group(1));
        return session == null ? sending : sending.cookie(session);
    }

    private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request).andReturn().getResponse();
    }
}
