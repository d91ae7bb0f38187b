package by.pobach.security;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.visits.SmallCentre;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A program books, and says more or something else than it was asked. */
@InOpenHouse
class BookingDoorTests {
    @Autowired
    SmallCentre centre;

    @Autowired
    MockMvcTester web;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void the_centre_is_open() {
        centre.open();
    }

    @Test
    void what_nobody_asked_for_is_not_taken() {
        Instant start = centre.wednesday(5, 9, 0);
        MvcTestResult booked = book(body(
                start,
                ",\"state\":\"came\",\"code\":\"BBBBBBBB\",\"token\":\"mine\",\"id\":\"" + UUID.randomUUID()
                        + "\",\"room\":\"mine\",\"end\":\"2030-01-01T00:00:00Z\",\"generation\":7,\"by\":\"staff\""));

        assertThat(booked).hasStatus(201);
        assertThat(booked).bodyJson().extractingPath("$.state").isEqualTo("booked");
        assertThat(booked).bodyJson().extractingPath("$.code").asString().isNotEqualTo("BBBBBBBB");
        assertThat(booked).bodyJson().extractingPath("$.token").asString().hasSize(43);
        assertThat(booked)
                .bodyJson()
                .extractingPath("$.end")
                .asString()
                .startsWith(start.toString().substring(0, 10));
    }

    @Test
    void a_quote_in_json_stays_a_quote() {
        MvcTestResult wrong = book("{\"service\":\"talk\\\",\\\"state\\\":\\\"x\",\"agreed\":true}");

        assertThat(wrong).hasStatus(422).bodyJson().doesNotHavePath("$.state");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"service\":[\"talk\"]}",
                "{\"service\":{\"$ne\":null}}",
                "{\"agreed\":\"true\"}",
                "{\"agreed\":1}",
                "{\"person\":[]}",
                "{\"person\":\"Алеся\"}",
                "{\"children\":{\"0\":{}}}",
                "{\"children\":[{\"age\":\"7\"}]}",
                "{\"children\":[{\"age\":7.5}]}",
                "{\"needs\":\"wheelchair\"}",
                "{\"start\":1767225600}"
            })
    void a_value_of_another_kind_is_refused_and_never_bent_into_shape(String body) {
        int before = visits();

        assertThat(book(body))
                .hasStatus(422)
                .bodyJson()
                .extractingPath("$.type")
                .isEqualTo("/problems/invalid");
        assertThat(visits()).isEqualTo(before);
    }

    @Test
    void nobody_skips_the_consent_by_going_straight_to_the_last_step() {
        Instant start = centre.wednesday(5, 10, 0);
        int before = visits();
        String form = "service=talk&start=" + start
                + "&who=family&name=A&email=a%40b.example&tell=mail&language=be&key=" + UUID.randomUUID();

        MvcTestResult answer = web.post()
                .uri("/visits")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .content(form)
                .exchange();

        assertThat(answer).hasStatus(422);
        assertThat(visits()).isEqualTo(before);
    }

    private MvcTestResult book(String body) {
        return web.post()
                .uri("/api/v1/visits")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }

    private static String body(Instant start, String more) {
        return "{\"service\":\"talk\",\"start\":\"" + start
                + "\",\"agreed\":true,\"person\":{\"name\":\"Алеся\",\"email\":\"" + UUID.randomUUID()
                + "@b.example\",\"language\":\"be\",\"role\":\"DIRECTOR\"}" + more + "}";
    }

    private int visits() {
        return jdbc.sql("select count(*) from visits.visit")
                .query(Integer.class)
                .single();
    }
}
