package by.pobach.visits;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** The contract that other programs rely on. */
@SpringBootTest
@InTestHouse
@AutoConfigureMockMvc
@Import(SmallCentre.class)
class VisitsApiTests {
    @Autowired
    SmallCentre centre;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient sql;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
    }

    @Test
    void a_program_finds_a_time_books_it_and_reads_it_back() {
        Instant start = centre.wednesday(0, 9, 0);
        LocalDate day = LocalDate.ofInstant(start, SmallCentre.MINSK);

        MvcTestResult offers = get("/api/v1/offers?service=talk&from=" + day + "&to=" + day.plusDays(1));
        MvcTestResult booked = post("/api/v1/visits", key(), body(start, ""));

        assertThat(offers)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.offers[0].start")
                .isEqualTo(day + "T09:00:00+03:00");
        assertThat(offers).bodyJson().extractingPath("$.days[0].free").isEqualTo(16);
        assertThat(booked).hasStatus(201).containsHeader("Location");
        assertThat(booked).bodyJson().extractingPath("$.start").isEqualTo(day + "T09:00:00+03:00");
        assertThat(booked).bodyJson().extractingPath("$.code").asString().matches("[A-Z]{8}");
        String link = String.valueOf(booked.getResponse().getHeader("Location"));
        assertThat(get(link)).hasStatusOk().bodyJson().extractingPath("$.state").isEqualTo("booked");
        assertThat(get(link)).hasHeader("Cache-Control", "no-store").hasHeader("Referrer-Policy", "no-referrer");
        assertThat(get(link + "/calendar.ics")).hasStatusOk().bodyText().contains("METHOD:PUBLISH", "SEQUENCE:0");
    }

    @Test
    void a_taken_time_is_409_with_up_to_three_others_that_can_be_booked() {
        Instant start = centre.wednesday(1, 9, 0);
        String alena = ",\"specialist\":\"" + SmallCentre.ALENA + "\"";
        post("/api/v1/visits", key(), body(start, alena));

        MvcTestResult refused = post("/api/v1/visits", key(), body(start, alena));

        assertThat(refused).hasStatus(409).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(refused).bodyJson().extractingPath("$.type").isEqualTo("/problems/taken");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.alternatives")
                .asArray()
                .hasSize(3);
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.alternatives[0].differs")
                .isEqualTo("specialist");
    }

    @Test
    void a_visit_moves_and_is_cancelled_twice_with_the_same_answer() {
        Instant start = centre.wednesday(2, 9, 0);
        String link = location(post("/api/v1/visits", key(), body(start, "")));

        MvcTestResult moved = post(link + "/move", null, "{\"start\":\"" + start.plusSeconds(3600) + "\"}");

        assertThat(moved).hasStatusOk();
        assertThat(post(link + "/cancellation", null, "{\"reason\":\"хварэем\"}"))
                .hasStatus(204);
        assertThat(post(link + "/cancellation", null, "")).hasStatus(204);
        assertThat(get(link))
                .bodyJson()
                .extractingPath("$.history[*].what")
                .isEqualTo(List.of("booked", "moved", "cancelled"));
        assertThat(get(link + "/calendar.ics")).bodyText().contains("STATUS:CANCELLED", "SEQUENCE:2");
        assertThat(post(link + "/move", null, "{\"start\":\"" + start + "\"}")).hasStatus(409);
    }

    @Test
    void a_repeat_gives_the_same_visit_and_another_body_is_told_so() {
        Instant start = centre.wednesday(3, 9, 0);
        String key = key();

        MvcTestResult first = post("/api/v1/visits", key, body(start, ""));
        MvcTestResult again = post("/api/v1/visits", key, body(start, ""));
        MvcTestResult other = post("/api/v1/visits", key, body(start, ",\"note\":\"іншае\""));

        assertThat(again).hasStatus(201);
        assertThat(location(again)).isEqualTo(location(first));
        assertThat(other).hasStatus(422).bodyJson().extractingPath("$.type").isEqualTo("/problems/key-reused");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            start            | 2027-13-45T10:00:00+03:00
            start            | tomorrow
            start            | 2020-01-01T10:00:00+03:00
            start            | 2026-12-02T10:00:01+03:00
            start            | -999999999-01-01T00:00:00+03:00
            service          | nothing
            specialist       | me
            person.language  | de
            person.name      | a\\u0000b
            person.email     | not an address
            person.phone     | 12
            agreed           | false
            """)
    void what_is_wrong_is_named(String field, String value) {
        Map<String, String> fields = new java.util.HashMap<>(Map.of(
                "service", "\"talk\"",
                "start", "\"" + centre.wednesday(4, 9, 0) + "\"",
                "agreed", "true",
                "person.name", "\"Алеся\"",
                "person.email", "\"a@b.example\"",
                "person.language", "\"be\""));
        fields.put(field, field.equals("agreed") ? value : "\"" + value + "\"");
        int before = visits();

        MvcTestResult refused = post("/api/v1/visits", key(), json(fields));

        assertThat(refused).hasStatus(422).bodyJson().extractingPath("$.type").isEqualTo("/problems/invalid");
        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[*].field")
                .asArray()
                .contains(field);
        assertThat(visits()).isEqualTo(before);
    }

    private static String json(Map<String, String> fields) {
        StringBuilder person = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        fields.forEach((name, value) -> {
            boolean ofPerson = name.startsWith("person.");
            (ofPerson ? person : rest)
                    .append(",\"")
                    .append(name.replace("person.", ""))
                    .append("\":")
                    .append(value);
        });
        return "{\"person\":{" + person.substring(1) + "}" + rest + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "\"text\"",
                "{\"person\":[]}",
                "{\"person\":{\"name\":{}}}",
                "{\"children\":7}"
            })
    void a_body_that_is_no_booking_is_422(String body) {
        assertThat(post("/api/v1/visits", key(), body)).hasStatus(422);
    }

    @Test
    void a_missing_key_is_422_and_a_huge_name_is_too_much() {
        assertThat(post("/api/v1/visits", null, body(centre.wednesday(4, 9, 0), "")))
                .hasStatus(422);
        assertThat(post("/api/v1/visits", key(), "{\"note\":\"" + "я".repeat(1_000_000) + "\"}"))
                .hasStatus(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "service=talk&from=2027-02-30",
                "service=talk&from=2027-03-02&to=2027-03-01",
                "service=talk&from=2027-01-01&to=2054-05-19",
                "service=talk&limit=0",
                "service=talk&limit=501",
                "service=talk&limit=x",
                "service=talk&need=wings",
                "service=talk&specialist=00000000-0000-0000-0000-000000000000",
                "service=nothing",
                "from=2027-03-01"
            })
    void a_search_that_makes_no_sense_is_422(String query) {
        assertThat(get("/api/v1/offers?" + query))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.errors")
                .asArray()
                .isNotEmpty();
    }

    @Test
    void somebody_elses_token_is_the_same_404_as_nonsense() {
        for (String token : List.of("x", "%00", "a".repeat(5_000), "..%2f..")) {
            assertThat(get("/api/v1/visits/" + token).getResponse().getStatus())
                    .as(token)
                    .isIn(400, 404, 429);
        }
        assertThat(get("/api/v1/visits/" + "A".repeat(43)))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/not-found");
    }

    @Test
    void an_empty_search_says_why_and_what_else_there_is() {
        Instant start = centre.wednesday(5, 9, 0);
        LocalDate sunday = LocalDate.ofInstant(start, SmallCentre.MINSK).plusDays(4);

        MvcTestResult empty =
                get("/api/v1/offers?service=talk&need=quiet-room&from=" + sunday + "&to=" + sunday.plusDays(1));

        assertThat(empty)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.offers")
                .asArray()
                .isEmpty();
        assertThat(empty).bodyJson().extractingPath("$.why[*].constraint").isEqualTo(List.of("dates", "quiet-room"));
        assertThat(empty).bodyJson().extractingPath("$.alternatives").asArray().isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"be,Сустрэчы", "ru,Встречи", "en,Appointments"})
    void refusals_speak_the_readers_language(String language, String begins) {
        MvcTestResult refused = web.post()
                .uri("/api/v1/visits")
                .header("Idempotency-Key", key())
                .header("Accept-Language", language)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body(centre.wednesday(6, 9, 10), ""))
                .exchange();

        assertThat(refused)
                .bodyJson()
                .extractingPath("$.errors[0].reason")
                .asString()
                .startsWith(begins);
    }

    @Test
    void the_interface_is_described_as_openapi_3_1() {
        MvcTestResult description = get("/api/v1/openapi.json");

        assertThat(description)
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.openapi")
                .asString()
                .startsWith("3.1");
        assertThat(description)
                .bodyJson()
                .extractingPath("$.paths['/api/v1/visits'].post.requestBody")
                .isNotNull();
    }

    private int visits() {
        return sql.sql("select count(*) from visits.visit").query(Integer.class).single();
    }

    private static String body(Instant start, String more) {
        return """
                {"service":"talk","start":"%s","person":{"name":"Алеся","email":"%s@family.example","language":"be"},
                 "unknown":1,"agreed":true%s}
                """.formatted(start, "a" + start.getEpochSecond(), more);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private MvcTestResult get(String path) {
        return web.get().uri(java.net.URI.create(path)).exchange();
    }

    private MvcTestResult post(String path, String key, String body) {
        var request =
                web.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(body);
        return key == null
                ? request.exchange()
                : request.header("Idempotency-Key", key).exchange();
    }

    private static String location(MvcTestResult answer) {
        return String.valueOf(answer.getResponse().getHeader("Location"));
    }
}
