package by.pobach.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.signin.SignIn.Outcome;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Maryna signs in; somebody else tries to. */
@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@InTestHouse
@NullMarked
class SignInTests {
    private static final String RIGHT = "сіні васілёк у полі";
    private static final String OFFICE = "203.0.113.7";
    private static final String THIEF = "198.51.100.66";

    @Autowired
    SignIn signIn;

    @Autowired
    Staff staff;

    @Autowired
    Passwords passwords;

    @Autowired
    PasswordTable table;

    @Autowired
    PasswordHashes hashes;

    @Autowired
    FirstAdministrator first;

    @Autowired
    GuessTable guesses;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private String maryna = "";
    private UUID id = new UUID(0, 0);

    @BeforeEach
    void maryna_is_hired() {
        jdbc.sql("delete from signin.guesses").update();
        jdbc.sql("delete from signin.familiar").update();
        id = Ids.next();
        maryna = "maryna." + id + "@pobach.example";
        in(() -> {
            staff.hire(new StaffMember(
                    id, Words.same("Марына"), Words.same("лагапед"), Set.of(Role.SPECIALIST), List.of("be"), maryna));
            assertThat(passwords.set(id, RIGHT)).isEqualTo(Passwords.Answer.SET);
        });
    }

    @Test
    void maryna_is_welcome_however_she_types_her_address() {
        assertThat(signIn.with("  " + maryna.toUpperCase(Locale.ROOT) + " ", RIGHT, OFFICE))
                .isInstanceOfSatisfying(
                        Outcome.Welcome.class,
                        welcome -> assertThat(welcome.member().id()).isEqualTo(id));
    }

    @Test
    void the_same_letter_composed_in_two_ways_is_the_same_password() {
        in(() -> passwords.set(id, "вясновы йогурт"));

        assertThat(signIn.with(maryna, "вясновы и\u0306огурт", OFFICE)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void a_wrong_password_and_an_unknown_address_are_told_the_same() {
        assertThat(signIn.with(maryna, "not the password", OFFICE)).isEqualTo(new Outcome.NotKnown());
        assertThat(signIn.with("nobody@pobach.example", "not the password", OFFICE))
                .isEqualTo(new Outcome.NotKnown());
    }

    @Test
    void the_dummy_costs_what_a_password_costs() {
        assertThat(hashes.upToDate(PasswordHashes.NOBODY)).isTrue();
        assertThat(PasswordHashes.NOBODY).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(table.hashOf(id).orElseThrow()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void after_five_wrong_guesses_even_the_right_one_waits_but_only_there() {
        guess(maryna, THIEF, 5);

        assertThat(signIn.with(maryna, RIGHT, THIEF)).isInstanceOf(Outcome.TooMany.class);
        assertThat(signIn.with(maryna, RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void marynas_success_does_not_give_the_thief_new_guesses() {
        guess(maryna, THIEF, 5);

        assertThat(signIn.with(maryna, RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);

        assertThat(signIn.with(maryna, RIGHT, THIEF)).isInstanceOf(Outcome.TooMany.class);
    }

    @Test
    void many_addresses_share_ten_guesses_and_maryna_still_gets_in_from_her_office() {
        assertThat(signIn.with(maryna, RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);
        for (int i = 1; i <= 10; i++) {
            guess(maryna, "198.51.100." + i, 1);
        }

        assertThat(signIn.with(maryna, RIGHT, "198.51.100.99")).isInstanceOf(Outcome.TooMany.class);
        assertThat(signIn.with(maryna, RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void whoever_is_locked_out_cannot_lock_out_others_by_going_on() {
        guess(maryna, THIEF, 5);
        for (int i = 0; i < 20; i++) {
            assertThat(signIn.with(maryna, "guess", THIEF)).isInstanceOf(Outcome.TooMany.class);
        }

        assertThat(signIn.with(maryna, RIGHT, "192.0.2.1")).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void one_address_may_guess_thirty_times_whatever_the_account() {
        for (int i = 0; i < 30; i++) {
            guess("account" + i + "@pobach.example", THIEF, 1);
        }

        assertThat(signIn.with("another@pobach.example", "guess", THIEF)).isInstanceOf(Outcome.TooMany.class);
    }

    @Test
    void a_household_with_many_ipv6_addresses_is_one_address() {
        assertThat(GuessLimit.network("2001:db8:1:2:aaaa::1")).isEqualTo(GuessLimit.network("2001:db8:1:2:bbbb::2"));
        assertThat(GuessLimit.network("2001:db8:1:3::1")).isNotEqualTo(GuessLimit.network("2001:db8:1:2::1"));
    }

    @Test
    void after_a_quarter_of_an_hour_the_guesses_are_forgotten() {
        guess(maryna, THIEF, 5);
        jdbc.sql("update signin.guesses set since = since - interval '15 minutes 1 second'")
                .update();

        assertThat(signIn.with(maryna, RIGHT, THIEF)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void forty_guesses_at_once_on_two_nodes_look_at_five_passwords() throws Exception {
        GuessLimit other = new GuessLimit(guesses, transactions);
        SignIn second = new SignIn(staff, table, hashes, other);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> all = IntStream.range(0, 40)
                    .<Callable<Outcome>>mapToObj(i -> () -> (i % 2 == 0 ? signIn : second).with(maryna, "guess", THIEF))
                    .toList();
            List<Outcome> outcomes =
                    threads.invokeAll(all).stream().map(Future::resultNow).toList();

            assertThat(outcomes).filteredOn(new Outcome.NotKnown()::equals).hasSize(5);
            assertThat(outcomes).filteredOn(new Outcome.TooMany()::equals).hasSize(35);
        }
        assertThat(jdbc.sql("select max(counted) from signin.guesses")
                        .query(Integer.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void right_passwords_at_once_count_nothing() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Outcome>> all = IntStream.range(0, 4)
                    .<Callable<Outcome>>mapToObj(i -> () -> signIn.with(maryna, RIGHT, OFFICE))
                    .toList();

            assertThat(threads.invokeAll(all).stream().map(Future::resultNow).toList())
                    .allMatch(Outcome.Welcome.class::isInstance);
        }
        assertThat(jdbc.sql("select sum(counted) from signin.guesses")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_password_is_long_enough_or_refused_as_a_value() {
        in(() -> {
            assertThat(passwords.set(id, "elevenchars")).isEqualTo(Passwords.Answer.TOO_SHORT);
            assertThat(passwords.set(id, "a".repeat(201))).isEqualTo(Passwords.Answer.TOO_LONG);
            assertThat(passwords.set(id, "aaaaaaaabbbb")).isEqualTo(Passwords.Answer.TOO_SIMPLE);
        });
        assertThat(signIn.with(maryna, RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);
    }

    @Test
    void a_real_house_has_no_known_password() {
        assertThatThrownBy(() -> in(() -> passwords.setDemo(List.of(id)))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void the_set_up_link_works_once_and_only_before_anybody_has_a_password() {
        assertThat(first.link("http://localhost:8080")).isEmpty();
        jdbc.sql("delete from signin.password").update();

        String link = first.link("http://localhost:8080/").orElseThrow();
        String spare = first.link("http://localhost:8080").orElseThrow();
        String token = link.substring(link.lastIndexOf('/') + 1);
        String other = spare.substring(spare.lastIndexOf('/') + 1);
        String mail = "alena." + id + "@pobach.example";

        assertThat(link).startsWith("http://localhost:8080/set-up/");
        assertThat(first.setUp("no-such-token", "Алена", mail, RIGHT))
                .isEqualTo(FirstAdministrator.Outcome.LINK_IS_OVER);
        assertThat(first.setUp(token, "Алена", mail, "short")).isEqualTo(FirstAdministrator.Outcome.PASSWORD_TOO_SHORT);
        assertThat(staff.byEmail(mail)).isEmpty();
        assertThat(first.setUp(token, "Алена", mail, RIGHT)).isEqualTo(FirstAdministrator.Outcome.READY);
        assertThat(first.setUp(token, "Алена", mail, RIGHT)).isEqualTo(FirstAdministrator.Outcome.LINK_IS_OVER);
        assertThat(first.setUp(other, "Злодзей", "thief@example.org", RIGHT))
                .isEqualTo(FirstAdministrator.Outcome.LINK_IS_OVER);
        assertThat(signIn.with(mail, RIGHT, OFFICE)).isInstanceOf(Outcome.Welcome.class);
        assertThat(first.link("http://localhost:8080")).isEmpty();
    }

    @Test
    void a_link_of_yesterday_is_over() {
        jdbc.sql("delete from signin.password").update();
        String link = first.link("http://localhost:8080").orElseThrow();
        jdbc.sql("update signin.set_up_link set expires_at = now()").update();

        assertThat(first.isGood(link.substring(link.lastIndexOf('/') + 1))).isFalse();
    }

    private void guess(String account, String address, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(signIn.with(account, "guess " + i, address)).isEqualTo(new Outcome.NotKnown());
        }
    }

    private void in(Runnable work) {
        Actor.as("job:test", () -> new TransactionTemplate(transactions).executeWithoutResult(status -> work.run()));
    }
}
