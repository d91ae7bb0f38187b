package by.pobach.factors;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.Pobach;
import by.pobach.SameDatabase;
import by.pobach.factors.SecondFactors.Outcome;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.GuessLimit;
import by.pobach.signin.GuessLimit.Action;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Faults that others had in their lock-out (Keycloak 49960, 52646, 26177, 26180), tried on two nodes of one house. */
@NullMarked
class LockOutTests {
    private static final String THIEF = "198.51.100.66";
    private static final String OFFICE = "203.0.113.7";

    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    private UUID maryna = new UUID(0, 0);
    private List<String> spares = List.of();
    private byte[] secret = {};

    @BeforeAll
    static void two_nodes() {
        SameDatabase database = new SameDatabase();
        one = new SpringApplicationBuilder(Pobach.class).initializers(database).run();
        other = new SpringApplicationBuilder(Pobach.class)
                .initializers(database)
                .run();
    }

    @AfterAll
    static void both_end() {
        other.close();
        one.close();
    }

    @BeforeEach
    void maryna_has_a_telephone_and_spare_codes() {
        one.getBean(JdbcClient.class).sql("delete from signin.guesses").update();
        maryna = Ids.next();
        Actor.as(
                "job:test",
                () -> one.getBean(TransactionTemplate.class)
                        .executeWithoutResult(status -> one.getBean(Staff.class)
                                .hire(new StaffMember(
                                        maryna,
                                        Words.same("Марына"),
                                        Words.same("лагапед"),
                                        Set.of(Role.SPECIALIST),
                                        List.of("be"),
                                        maryna + "@pobach.example"))));
        Actor.as("job:test", () -> {
            factors(one).begin(maryna);
            secret = Base32.bytes(factors(one).pending(maryna).orElseThrow());
            spares = factors(one).confirm(maryna, code(0)).orElseThrow();
        });
    }

    @Test
    void of_forty_guesses_at_once_on_two_nodes_five_are_looked_at() throws Exception {
        List<Outcome> outcomes =
                atOnce(40, i -> pass(i % 2 == 0 ? one : other, "BCDF GHJK LMN" + "PQRST".charAt(i % 5)));

        assertThat(outcomes).filteredOn(Outcome.WRONG::equals).hasSize(5);
        assertThat(outcomes).filteredOn(Outcome.TOO_MANY::equals).hasSize(35);
    }

    @Test
    void marynas_success_on_one_node_gives_the_thief_on_the_other_no_new_guesses() {
        for (int i = 0; i < 4; i++) {
            assertThat(pass(other, "000000")).isEqualTo(Outcome.WRONG);
        }

        assertThat(pass(one, code(30))).isEqualTo(Outcome.PASSED);

        assertThat(pass(other, "000000")).isEqualTo(Outcome.WRONG);
        assertThat(pass(other, "000000")).isEqualTo(Outcome.TOO_MANY);
        assertThat(pass(one, "000000")).isEqualTo(Outcome.TOO_MANY);
    }

    @Test
    void numbers_and_spare_codes_are_guessed_out_of_the_same_purse() {
        for (int i = 0; i < 5; i++) {
            assertThat(pass(i % 2 == 0 ? one : other, i % 2 == 0 ? "000000" : "BCDFGHJKLMNP"))
                    .isEqualTo(Outcome.WRONG);
        }

        assertThat(pass(one, spares.getFirst())).isEqualTo(Outcome.TOO_MANY);
        assertThat(pass(other, code(30))).isEqualTo(Outcome.TOO_MANY);
        assertThat(factors(one).spares(maryna)).isEqualTo(10);
    }

    @Test
    void whoever_waits_a_quarter_of_an_hour_again_and_again_has_twenty_a_day() {
        for (int round = 0; round < 4; round++) {
            for (int i = 0; i < 5; i++) {
                assertThat(pass(one, "000000")).isEqualTo(Outcome.WRONG);
            }
            assertThat(pass(one, "000000")).isEqualTo(Outcome.TOO_MANY);
            one.getBean(JdbcClient.class)
                    .sql("update signin.guesses set since = since - interval '16 minutes'")
                    .update();
        }

        assertThat(pass(other, "000000")).isEqualTo(Outcome.TOO_MANY);
    }

    @Test
    void one_number_on_two_nodes_at_once_lets_one_in() throws Exception {
        String code = code(30);

        assertThat(atOnce(4, i -> pass(i % 2 == 0 ? one : other, code)))
                .containsOnlyOnce(Outcome.PASSED)
                .doesNotContain(Outcome.TOO_MANY);
    }

    @Test
    void one_spare_code_on_two_nodes_at_once_lets_one_in() throws Exception {
        String spare = spares.getFirst();

        assertThat(atOnce(4, i -> pass(i % 2 == 0 ? one : other, spare))).containsOnlyOnce(Outcome.PASSED);
    }

    @Test
    void a_lock_out_of_one_action_is_none_of_another() {
        for (int i = 0; i < 6; i++) {
            pass(one, "000000");
        }

        assertThat(other.getBean(GuessLimit.class).take(Action.PASSWORD, maryna + "@pobach.example", OFFICE))
                .isPresent();
    }

    private interface Guess {
        Outcome of(int number);
    }

    private static List<Outcome> atOnce(int count, Guess guess) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> all = IntStream.range(0, count)
                    .<Callable<Outcome>>mapToObj(i -> () -> guess.of(i))
                    .toList();
            return threads.invokeAll(all).stream().map(Future::resultNow).toList();
        }
    }

    private Outcome pass(ConfigurableApplicationContext node, String typed) {
        return Actor.as(
                "job:test", () -> factors(node).pass(maryna, typed, THIEF).outcome());
    }

    private String code(int seconds) {
        return Totp.code(secret, Totp.step(one.getBean(Clock.class).instant().plusSeconds(seconds)));
    }

    private static SecondFactors factors(ConfigurableApplicationContext node) {
        return node.getBean(SecondFactors.class);
    }
}
