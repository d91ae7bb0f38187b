package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody writes headers that only a proxy should write. The operator has named no proxy, so they change nothing. */
@InOpenHouse
class ForgedHeadersTests {
    private static final String WRONG = "code=BCDFGHJK&contact=nobody%40example.org";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nobody_has_guessed_yet() {
        jdbc.sql("delete from visits.attempt").update();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "X-Real-IP", "Forwarded", "True-Client-IP", "X-Forwarded-By"})
    void an_address_in_a_header_is_nobodys_address(String header) {
        String value = header.equals("Forwarded") ? "for=203.0.113.9;proto=https;host=evil.example" : "203.0.113.9";

        assertThat(outside().opens("/probe/where", header, value).body())
                .isEqualTo(outside().opens("/probe/where").body())
                .endsWith(" http localhost:" + port);
    }

    @Test
    void no_header_makes_the_house_another_house() {
        String[] forged = {"X-Forwarded-Host", "evil.example", "X-Forwarded-Port", "99", "X-Forwarded-Proto", "https"};

        assertThat(outside().opens("/probe/where", forged).body()).endsWith(" http localhost:" + port);
        assertThat(outside().opens("/desk", forged).headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).doesNotContain("evil", ":99"));
        assertThat(outside().sendsForm("/look", "size=huge", forged).headers().firstValue("Set-Cookie"))
                .hasValueSatisfying(cookie -> assertThat(cookie).startsWith("look="));
        assertThat(outside().opens("/", forged).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void a_header_for_each_guess_gives_no_more_guesses() {
        for (int i = 1; i <= 30; i++) {
            assertThat(guess("203.0.113." + i).statusCode()).isEqualTo(422);
        }

        assertThat(guess("198.51.100.1").statusCode()).isEqualTo(429);
        assertThat(guess("2001:db8::1").statusCode()).isEqualTo(429);
    }

    @Test
    void a_header_does_not_say_who_somebody_is() {
        HttpResponse<String> answer =
                outside().opens("/desk", "X-User-ID", "1", "X-Remote-User", "maryna", "REMOTE_USER", "maryna");

        assertThat(answer.statusCode()).isEqualTo(302);
    }

    @Test
    void a_header_does_not_turn_a_request_into_another_one() {
        assertThat(outside()
                        .sendsForm("/look", "_method=DELETE", "X-HTTP-Method-Override", "GET")
                        .statusCode())
                .isEqualTo(303);
        assertThat(outside()
                        .opens("/", "X-Original-URL", "/probe/where", "X-Rewrite-URL", "/probe/where")
                        .body())
                .contains("<html");
    }

    private HttpResponse<String> guess(String from) {
        return outside().sendsForm("/visit", WRONG, "X-Forwarded-For", from);
    }

    private Outside outside() {
        return new Outside(port);
    }
}
