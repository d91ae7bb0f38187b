package by.pobach.programs;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.signin.SignedIn;
import by.pobach.web.Actor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** A school's register comes in with its key, and others with what looks like one. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@InTestHouse
@Import(ProgramTests.Room.class)
@NullMarked
class ProgramTests {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    /** Says who is there. */
    @RestController
    static class Room {
        @GetMapping("/api/v1/test-who")
        String who() {
            return Actor.current() + " " + SignedIn.scope("figures") + " " + SignedIn.scope("booking") + " "
                    + SignedIn.staffId().isPresent();
        }
    }

    @LocalServerPort
    int port;

    @Autowired
    Programs programs;

    @Autowired
    ProgramTable table;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_key_opens_what_it_is_for_and_nothing_else() throws Exception {
        String secret = issue();
        UUID id = table.good().getFirst().id();

        assertThat(asks("Bearer " + secret).body()).isEqualTo("program:" + id + " true false false");
        assertThat(asks("bearer " + secret).statusCode()).isEqualTo(200);
        assertThat(jdbc.sql("select used_on = current_date from programs.token where id = ?")
                        .param(id)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void without_a_key_a_program_is_a_visitor() throws Exception {
        assertThat(asks(null).body()).isEqualTo("visitor false false false");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "Bearer pobach_forged", "Basic YTpi", "Bearer a b", "x"})
    void what_only_looks_like_a_key_is_refused_as_programs_read_it(String header) throws Exception {
        refused(asks(header));
    }

    @Test
    void a_key_that_is_over_or_taken_back_is_refused_at_once() throws Exception {
        String late = issue();
        String revoked = issue();
        UUID id = table.good().getFirst().id();
        assertThat(asks("Bearer " + revoked).statusCode()).isEqualTo(200);
        Actor.as("job:test", () -> programs.revoke(id));
        refused(asks("Bearer " + revoked));

        assertThat(asks("Bearer " + late).statusCode()).isEqualTo(200);
        jdbc.sql("update programs.token set expires_at = now()").update();
        refused(asks("Bearer " + late));
    }

    @Test
    void a_key_in_the_address_is_no_key() throws Exception {
        String secret = issue();

        assertThat(get("/api/v1/test-who?access_token=" + secret, null).body()).startsWith("visitor");
    }

    @Test
    void of_the_key_only_a_hash_is_kept() {
        String secret = issue();

        assertThat(jdbc.sql("select count(*) from programs.token t where t::text like '%' || :secret || '%'")
                        .param("secret", secret.substring(7))
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private String issue() {
        return Actor.as("job:test", () -> programs.issue("Журнал", List.of(Scope.FIGURES), 90));
    }

    private static void refused(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer error=\"invalid_token\"");
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
    }

    private HttpResponse<String> asks(@Nullable String header) throws Exception {
        return get("/api/v1/test-who", header);
    }

    private HttpResponse<String> get(String path, @Nullable String header) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (header != null) {
            request.header("Authorization", header);
        }
        return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
