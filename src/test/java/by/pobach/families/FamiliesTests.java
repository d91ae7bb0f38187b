package by.pobach.families;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.families.Household.Answer;
import by.pobach.families.Household.Seen;
import by.pobach.families.Story.Part;
import by.pobach.journal.Entry;
import by.pobach.journal.Journal;
import by.pobach.people.Accounts;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.vault.Field;
import by.pobach.vault.Vault;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Words;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Алеся and those around her, on a real database with both walls. */
@SpringBootTest
@InTestHouse
class FamiliesTests {
    @Autowired
    Household household;

    @Autowired
    Bonds bonds;

    @Autowired
    Children children;

    @Autowired
    Accounts accounts;

    @Autowired
    Staff staff;

    @Autowired
    Journal journal;

    @Autowired
    Vault vault;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private UUID mother = Ids.next();
    private UUID father = Ids.next();
    private UUID lahaped = Ids.next();
    private UUID alesya = Ids.next();

    @BeforeEach
    void a_family_and_a_specialist() {
        mother = account("Марына");
        father = account("Андрэй");
        lahaped = hire("lahaped-" + Ids.next() + "@pobach.example");
        alesya = as("person:" + mother, () -> household.add(new Who.Kin(mother), "Алеся", null, Kind.PARENT));
    }

    @Test
    void whoever_tells_of_a_child_finds_her_and_nobody_else_does() {
        assertThat(as("person:" + mother, household::mine))
                .extracting(Child::calledBy)
                .containsExactly("Алеся");
        assertThat(as("person:" + father, household::mine)).isEmpty();
        assertThat(as("staff:" + lahaped, household::mine)).isEmpty();
        assertThat(see("person:" + father)).isInstanceOf(Answer.Closed.class);
        assertThat(see("staff:" + lahaped)).isInstanceOf(Answer.Closed.class);
        assertThat(see("visitor")).isInstanceOf(Answer.Closed.class);
    }

    @Test
    void what_the_family_told_is_read_by_whose_work_she_is_as_long_as_she_is() {
        tells(Map.of(Part.YES, "Усміхаецца", Part.STORY, "Не гаворыць, але ўсё разумее."), Set.of("quiet-room"));
        in(() ->
                bonds.assign(alesya, lahaped, "visit", Ids.next(), Instant.now().plus(Duration.ofDays(1))));

        Seen seen = open(see("staff:" + lahaped));
        assertThat(Objects.requireNonNull(seen.story()).of(Part.YES)).isEqualTo("Усміхаецца");
        assertThat(Objects.requireNonNull(seen.story()).needs()).containsExactly("quiet-room");
        assertThat(seen.maySteer()).isFalse();

        jdbc.sql(
                        "update families.assignment set since = now() - interval '2 d', until = now() - interval '1 s' where child_id = ?")
                .param(alesya)
                .update();
        assertThat(see("staff:" + lahaped)).isInstanceOf(Answer.Closed.class);
    }

    @Test
    void the_father_with_times_only_knows_her_and_reads_no_story() {
        in(() -> bonds.add(alesya, father, Kind.PARENT, Opens.TIMES, null));

        Seen seen = open(see("person:" + father));
        assertThat(seen.child().calledBy()).isEqualTo("Алеся");
        assertThat(seen.story()).isNull();
    }

    @Test
    void a_court_order_closes_her_to_the_father_at_once_without_a_trace() {
        in(() -> bonds.add(alesya, father, Kind.PARENT, Opens.ALL, null));
        assertThat(see("person:" + father)).isInstanceOf(Answer.Open.class);

        in(() -> bonds.bar(alesya, father, "court"));

        assertThat(as("person:" + father, household::mine)).isEmpty();
        assertThat(see("person:" + father))
                .isInstanceOfSatisfying(
                        Answer.Closed.class,
                        closed -> assertThat(closed.why().silent()).isTrue());
    }

    @Test
    void an_ended_bond_opens_nothing_and_one_with_a_last_day_ends_by_itself() {
        in(() -> bonds.add(
                alesya,
                father,
                Kind.LEGAL_REPRESENTATIVE,
                Opens.ALL,
                Instant.now().plusSeconds(3_600)));
        assertThat(see("person:" + father)).isInstanceOf(Answer.Open.class);

        jdbc.sql(
                        "update families.bond set since = now() - interval '2 d', until = now() - interval '1 s' where person_id = ?")
                .param(father)
                .update();
        assertThat(see("person:" + father)).isInstanceOf(Answer.Closed.class);
    }

    @Test
    void a_mother_who_works_here_sees_her_own_child_at_home_only() {
        String mail = "asvetlana-" + Ids.next() + "@pobach.example";
        UUID asStaff = hire(mail);
        UUID atHome = in(() -> accounts.open("Асвятлана", mail, Language.BE));
        in(() -> bonds.add(alesya, atHome, Kind.PARENT, Opens.ALL, null));
        in(() -> bonds.assign(alesya, asStaff, "visit", null, Instant.now().plus(Duration.ofDays(1))));

        assertThat(see("person:" + atHome)).isInstanceOf(Answer.Open.class);
        assertThat(see("staff:" + asStaff)).isInstanceOf(Answer.Closed.class);
    }

    @Test
    void each_look_stands_in_the_log_and_a_refused_one_does_not() {
        in(() -> bonds.assign(alesya, lahaped, "visit", null, Instant.now().plus(Duration.ofDays(1))));
        see("staff:" + lahaped);
        see("person:" + father);

        List<Entry> log = journal.of(alesya, 50, null);
        assertThat(log).extracting(Entry::actor).contains("staff:" + lahaped).doesNotContain("person:" + father);
        assertThat(log.getFirst().purpose()).isEqualTo("prepare-lesson");
    }

    @Test
    void words_lie_sealed_in_the_database() {
        tells(Map.of(Part.STORY, "KANAREIKA-4711"), Set.of());

        List<byte[]> rows = as(
                "job:test",
                () -> in(() -> jdbc.sql("select words from families.told where child_id = ?")
                        .param(alesya)
                        .query(byte[].class)
                        .list()));
        assertThat(rows)
                .hasSize(1)
                .allSatisfy(words -> assertThat(new String(words, StandardCharsets.ISO_8859_1))
                        .doesNotContain("KANAREIKA"));
    }

    @Test
    void erased_is_erased_in_the_rows_and_in_every_copy_of_them_and_the_log_stays() {
        tells(Map.of(Part.STORY, "KANAREIKA-4712"), Set.of("quiet-room"));
        byte[] kept = as(
                "job:test",
                () -> in(() -> jdbc.sql("select called_by from families.child where id = ?")
                        .param(alesya)
                        .query(byte[].class)
                        .single()));
        assertThat(vault.open(alesya, new Field("families.child", "called_by", alesya), kept))
                .contains("Алеся");

        assertThat(as("person:" + mother, () -> household.erase(alesya))).isInstanceOf(Answer.Open.class);

        assertThat(as("person:" + mother, household::mine)).isEmpty();
        assertThat(see("person:" + mother)).isInstanceOf(Answer.Closed.class);
        assertThat(count("job:test", "select count(*)::int from families.told where child_id = '%s'".formatted(alesya)))
                .isZero();
        assertThat(vault.open(alesya, new Field("families.child", "called_by", alesya), kept))
                .isEmpty();
        assertThat(journal.of(alesya, 50, null)).extracting(Entry::what).contains("erase", "change-story");
    }

    @Test
    void a_copy_holds_what_was_told_who_is_beside_her_and_who_looked() {
        tells(Map.of(Part.LIKES, "Цягнікі"), Set.of("wheelchair"));
        in(() -> bonds.add(alesya, father, Kind.PARENT, Opens.TIMES, null));

        Answer<Household.Everything> copy = as("person:" + mother, () -> household.everything(alesya));

        assertThat(copy).isInstanceOfSatisfying(Answer.Open.class, open -> {
            Household.Everything all = (Household.Everything) open.it();
            assertThat(all.story().of(Part.LIKES)).isEqualTo("Цягнікі");
            assertThat(all.bonds()).hasSize(2);
            assertThat(all.looks()).extracting(Entry::what).contains("export", "add-child");
        });
        assertThat(as("person:" + father, () -> household.everything(alesya))).isInstanceOf(Answer.Closed.class);
    }

    @Test
    void the_second_wall_shows_no_row_to_whoever_forgot_to_ask() {
        tells(Map.of(Part.LIKES, "Цягнікі"), Set.of("wheelchair"));
        String everything = "select (select count(*) from families.child where id = '%1$s')".formatted(alesya)
                + "+ (select count(*) from families.told where child_id = '%1$s')".formatted(alesya)
                + "+ (select count(*) from families.need where child_id = '%1$s')".formatted(alesya);

        assertThat(count("person:" + mother, everything)).isEqualTo(3);
        assertThat(count("person:" + father, everything)).isZero();
        assertThat(count("staff:" + lahaped, everything)).isZero();
        assertThat(count("visitor", everything)).isZero();
        assertThat(count("person:not-an-id", everything)).isZero();
        assertThat(count("job:keys", everything)).isEqualTo(3);
        assertThat(jdbc.sql(everything).query(Integer.class).single()).isZero();
    }

    @Test
    void when_guardians_do_not_agree_sharing_is_frozen_until_they_do() {
        in(() -> {
            bonds.disagree(alesya);
            bonds.disagree(alesya);
            return alesya;
        });
        assertThat(bonds.disagreed(alesya)).isTrue();
        assertThat(open(see("person:" + mother)).frozen()).isTrue();

        in(() -> {
            bonds.settle(alesya);
            return alesya;
        });
        assertThat(bonds.disagreed(alesya)).isFalse();
    }

    private int count(String actor, String sql) {
        return as(actor, () -> in(() -> jdbc.sql(sql).query(Integer.class).single()));
    }

    private Answer<Seen> see(String actor) {
        return as(actor, () -> household.see(alesya, Purpose.PREPARE_LESSON));
    }

    private static Seen open(Answer<Seen> answer) {
        assertThat(answer).isInstanceOf(Answer.Open.class);
        return ((Answer.Open<Seen>) answer).it();
    }

    private void tells(Map<Part, String> told, Set<String> needs) {
        assertThat(as("person:" + mother, () -> household.tell(alesya, Purpose.OWN_FAMILY, told, needs)))
                .isInstanceOf(Answer.Open.class);
    }

    private UUID account(String name) {
        return in(() -> accounts.open(name, "a" + Ids.next() + "@example.org", Language.BE));
    }

    private UUID hire(String mail) {
        UUID id = Ids.next();
        in(() -> {
            staff.hire(new StaffMember(
                    id,
                    Words.same("Ірына Лагапед"),
                    Words.same("лагапед"),
                    Set.of(Role.SPECIALIST, Role.COORDINATOR, Role.DIRECTOR),
                    List.of("be"),
                    mail));
            return id;
        });
        return id;
    }

    private static <T> T as(String actor, Supplier<T> work) {
        return Actor.as(actor, work);
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }

    private void in(Runnable work) {
        transaction.executeWithoutResult(status -> work.run());
    }
}
