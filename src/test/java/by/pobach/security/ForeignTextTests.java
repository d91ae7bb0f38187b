package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import by.pobach.visits.SmallCentre;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.util.UriUtils;

/**
 * Good requests, spoiled at random, through every filter down to the database: whatever comes, the answer is never that
 * something of ours broke. The parsers by themselves are in the {@code …FuzzTests}. The seed stands in each failure;
 * {@code -Dseed=} takes another.
 */
@InOpenHouse
class ForeignTextTests {
    private static final long SEED = Long.getLong("seed", 20_261_123);
    private static final int TIMES = 250;
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final List<String> NASTY = List.of(
            "\0",
            "\"",
            "'",
            "\\",
            "%",
            "%00",
            "%zz",
            "{",
            "}",
            "[",
            "]",
            "\r\n",
            "\u2028",
            "\ud83d",
            "😀",
            "ў",
            "\u202e",
            "9".repeat(40),
            "-1",
            "1e999",
            "null",
            "true",
            "a".repeat(3000),
            "[".repeat(600),
            "2027-02-30",
            "+999999999-01-01",
            "${7*7}",
            "' or 1=1 --",
            "../..",
            ";",
            "&",
            "=",
            "<b>",
            "\u0000\u0001",
            "\u0456\u0306");

    @Autowired
    SmallCentre centre;

    @Autowired
    MockMvc web;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
    }

    @Test
    void a_booking_that_a_program_sends() throws Exception {
        String start = centre.wednesday(6, 9, 0).toString();
        spoil(
                "{\"service\":\"talk\",\"start\":\"" + start + "\",\"specialist\":\"" + SmallCentre.ALENA
                        + "\",\"place\":\"here\",\"needs\":[\"wheelchair\"],\"note\":\"два\",\"agreed\":true,"
                        + "\"children\":[{\"calledBy\":\"Янка\",\"age\":7}],"
                        + "\"person\":{\"name\":\"Алеся\",\"email\":\"a@b.example\",\"phone\":\"+375 29 1234567\",\"language\":\"be\"}}",
                body -> post("/api/v1/visits")
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body));
    }

    @Test
    void the_link_of_a_visit() throws Exception {
        spoil(
                "Zm9yZWlnbi10ZXh0LWZvcmVpZ24tdGV4dC1mb3JlaWduLXRl",
                token -> get(URI.create("/api/v1/visits/" + UriUtils.encode(token, "UTF-8"))));
    }

    @Test
    void a_search_for_times() throws Exception {
        spoil("talk|2027-03-01|2027-03-20|wheelchair|here|50", text -> {
            String[] parts = (text + "||||||").split("\\|", -1);
            return get("/api/v1/offers")
                    .param("service", parts[0])
                    .param("from", parts[1])
                    .param("to", parts[2])
                    .param("need", parts[3])
                    .param("place", parts[4])
                    .param("limit", parts[5]);
        });
        spoil("talk|2027-03-01|after-school|wheelchair|here|hear", text -> {
            String[] parts = (text + "||||||").split("\\|", -1);
            return get("/times")
                    .param("service", parts[0])
                    .param("from", parts[1])
                    .param("when", parts[2])
                    .param("need", parts[3])
                    .param("place", parts[4])
                    .param("hard", parts[5]);
        });
    }

    @Test
    void a_code_and_a_contact() throws Exception {
        spoil(
                "BCDFGHJK +375 29 123-45-67 a@b.example",
                text -> post("/visit").param("code", text).param("contact", text));
    }

    @Test
    void what_a_browser_says_of_itself() throws Exception {
        spoil(
                "size-huge.contrast-night be,ru;q=0.8 /desk/visits",
                text -> get("/look")
                        .param("back", text)
                        .header("Accept-Language", text)
                        .cookie(new Cookie("look", text), new Cookie("lang", text), new Cookie("session", text)));
    }

    @Test
    void where_to_go_after_signing_in() throws Exception {
        spoil("/desk/visits?day=2027-03-01", text -> get("/sign-in").param("next", text));
    }

    private void spoil(String good, Function<String, MockHttpServletRequestBuilder> request) throws Exception {
        Random random = new Random(SEED + good.hashCode());
        long end = System.nanoTime() + LONG.toNanos();
        for (int i = 0; Boolean.getBoolean("deep") ? System.nanoTime() < end : i < TIMES; i++) {
            if (i % 25 == 0) {
                jdbc.sql("delete from visits.attempt").update();
            }
            String text = spoiled(good, random);
            int status =
                    web.perform(request.apply(text)).andReturn().getResponse().getStatus();

            assertThat(status).as("seed %d, number %d: %s", SEED, i, text).isLessThan(500);
        }
    }

    private static String spoiled(String good, Random random) {
        var text = new StringBuilder(good);
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            int from = random.nextInt(text.length() + 1);
            int to = Math.min(text.length(), from + random.nextInt(6));
            switch (random.nextInt(4)) {
                case 0 -> text.delete(from, to);
                case 1 -> text.insert(from, NASTY.get(random.nextInt(NASTY.size())));
                case 2 -> text.replace(from, to, Character.toString(random.nextInt(0xd800)));
                default -> text.insert(from, text.substring(from, to));
            }
        }
        return text.toString();
    }
}
