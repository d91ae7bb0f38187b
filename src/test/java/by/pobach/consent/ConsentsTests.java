package by.pobach.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.consent.Agreement.Assent;
import by.pobach.consent.Agreement.Paper;
import by.pobach.consent.Agreement.Text;
import by.pobach.consent.Consents.Proof;
import by.pobach.families.Who;
import by.pobach.journal.Entry;
import by.pobach.journal.Journal;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A mother agrees, takes back, and nothing leaves the house in between without her. */
@SpringBootTest
@InTestHouse
class ConsentsTests {
    private static final String SCHOOL = "Школа № 5";

    @Autowired
    ApplicationContext house;

    @Autowired
    Consents consents;

    @Autowired
    ConsentTable table;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    private Family family;
    private UUID mother;

    @BeforeEach
    void a_mother_and_her_daughter() {
        family = new Family(house);
        mother = family.mother();
    }

    @Test
    void what_a_mother_agrees_to_is_proved_for_that_purpose_and_recipient_only() {
        gives(mother);

        assertThat(proof(SCHOOL)).isPresent();
        assertThat(proof("  школа   № 5 ")).isPresent();
        assertThat(proof("Школа № 6")).isEmpty();
        assertThat(as(mother, () -> consents.proof(Purpose.PHOTO, family.child, SCHOOL)))
                .isEmpty();
        assertThat(as(mother, () -> consents.proof(Purpose.SHARING, new Family(house).child, SCHOOL)))
                .isEmpty();
    }

    @Test
    void taking_it_back_acts_at_once_and_says_what_cannot_be_called_back() {
        UUID id = gives(mother);
        assertThat(proof(SCHOOL)).isPresent();

        Withdrawing done = as(mother, () -> consents.withdraw(family.child, id, new Who.Kin(mother)));

        assertThat(done)
                .isInstanceOfSatisfying(
                        Withdrawing.Withdrawn.class,
                        withdrawn -> assertThat(withdrawn.handedOn()).hasSize(1));
        assertThat(proof(SCHOOL)).isEmpty();
        assertThat(as(mother, () -> consents.withdraw(family.child, id, new Who.Kin(mother))))
                .isInstanceOf(Withdrawing.WithdrawnBefore.class);
    }

    @Test
    void giving_and_taking_back_stand_in_the_family_s_log() {
        UUID id = gives(mother);
        as(mother, () -> consents.withdraw(family.child, id, new Who.Kin(mother)));

        assertThat(journal.of(family.child, 10, null))
                .extracting(Entry::what, Entry::about)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("give-consent", id),
                        org.assertj.core.groups.Tuple.tuple("withdraw-consent", id));
    }

    @Test
    void the_pool_can_neither_change_nor_remove_a_consent_or_a_withdrawal() {
        gives(mother);

        for (String statement : List.of(
                "update consent.consent set until = now() + interval '9 y'",
                "delete from consent.consent",
                "delete from consent.withdrawal",
                "update consent.withdrawal set at = now()",
                "delete from consent.used")) {
            assertThatThrownBy(() -> family.run(statement)).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void what_was_written_lies_sealed() {
        gives(mother);

        assertThat(jdbc.sql("select count(*) from consent.consent c where convert_from(c.recipient, 'LATIN1') like ?")
                        .param("%" + SCHOOL + "%")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void a_child_s_no_is_kept_and_nothing_stands_any_more() {
        gives(mother);

        Outcome outcome = as(mother, () -> consents.give(agreement(mother, Assent.NO, "", year(), SCHOOL)));

        assertThat(outcome).isInstanceOf(Outcome.ChildSaidNo.class);
        assertThat(proof(SCHOOL)).isEmpty();
        assertThat(as(mother, () -> consents.of(family.child))).hasSize(2);
        assertThat(gives(mother)).isNotNull();
        assertThat(proof(SCHOOL)).isPresent();
    }

    @Test
    void guardians_who_do_not_agree_freeze_what_stands_and_what_is_new_but_not_taking_back() {
        UUID id = gives(mother);
        family.disagree();

        assertThat(proof(SCHOOL)).isEmpty();
        assertThat(give(mother)).isInstanceOf(Outcome.Frozen.class);
        assertThat(as(mother, () -> consents.withdraw(family.child, id, new Who.Kin(mother))))
                .isInstanceOf(Withdrawing.Withdrawn.class);
    }

    @Test
    void a_guardian_who_no_longer_is_one_takes_the_consent_along() {
        family.guardian("Андрэй", "parent", "all");
        gives(mother);

        family.leaves(mother);

        assertThat(proof(SCHOOL)).isEmpty();
        assertThat(give(mother)).isInstanceOf(Outcome.NotYours.class);
    }

    @Test
    void a_court_order_ends_what_the_father_gave_and_he_gives_nothing_new() {
        UUID father = family.guardian("Андрэй", "parent", "all");
        UUID id = gives(father);
        assertThat(proof(SCHOOL)).isPresent();

        family.barred(father);

        assertThat(proof(SCHOOL)).isEmpty();
        assertThat(give(father)).isInstanceOf(Outcome.NotYours.class);
        assertThat(as(father, () -> consents.withdraw(family.child, id, new Who.Kin(father))))
                .isInstanceOf(Withdrawing.NotYours.class);
        assertThat(as(mother, () -> consents.withdraw(family.child, id, new Who.Kin(mother))))
                .isInstanceOf(Withdrawing.Withdrawn.class);
    }

    @Test
    void whoever_sees_times_only_a_teacher_and_a_supporter_give_nothing() {
        for (UUID person : List.of(
                family.guardian("Андрэй", "parent", "times"),
                family.guardian("Ірына", "teacher", "all"),
                family.guardian("Ганна", "supporter", "all"))) {
            assertThat(give(person)).isInstanceOf(Outcome.NotYours.class);
        }
    }

    @Test
    void when_a_young_person_decides_the_mother_s_yes_no_longer_counts_and_theirs_does() {
        gives(mother);
        UUID alesya = family.guardian("Алеся", "self", "all");

        assertThat(proof(SCHOOL)).isEmpty();
        assertThat(give(mother)).isInstanceOf(Outcome.YoungPersonDecides.class);
        gives(alesya);
        assertThat(proof(SCHOOL)).isPresent();
    }

    @Test
    void an_ended_one_proves_nothing_and_one_that_would_be_over_is_refused() {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        as(mother, () -> {
            table.add(
                    Ids.next(),
                    new Agreement(
                            family.child,
                            Purpose.SHARING,
                            "старонка",
                            SCHOOL,
                            yesterday.minusSeconds(9),
                            yesterday,
                            mother,
                            Assent.YES,
                            "",
                            new Text("2026-11", Language.BE),
                            null),
                    "parent");
            return "";
        });

        assertThat(proof(SCHOOL)).isEmpty();
        assertThat(as(mother, () -> consents.give(agreement(mother, Assent.YES, "", yesterday, SCHOOL))))
                .isInstanceOf(Outcome.Over.class);
    }

    @Test
    void a_text_nobody_can_have_read_and_a_child_not_asked_without_a_reason_are_refused() {
        Agreement good = agreement(mother, Assent.YES, "", year(), SCHOOL);
        Agreement unread = new Agreement(
                good.child(),
                good.purpose(),
                good.what(),
                good.recipient(),
                good.since(),
                good.until(),
                mother,
                Assent.YES,
                "",
                new Text("2019-01", Language.BE),
                null);

        assertThat(as(mother, () -> consents.give(unread))).isInstanceOf(Outcome.TextUnknown.class);
        assertThat(as(mother, () -> consents.give(agreement(mother, Assent.NOT_ASKED, " ", year(), SCHOOL))))
                .isInstanceOf(Outcome.ReasonMissing.class);
        assertThat(as(mother, () -> consents.give(agreement(mother, Assent.NOT_ASKED, "Спала", year(), SCHOOL))))
                .isInstanceOf(Outcome.Accepted.class);
    }

    @Test
    void on_paper_it_says_who_took_it_and_when_it_was_signed() {
        UUID lahaped = family.hire(Role.SPECIALIST);
        family.worksWith(lahaped);
        Paper paper = new Paper(LocalDate.of(2026, 11, 2), lahaped, null);

        Outcome outcome = family.in(
                "staff:" + lahaped, () -> consents.give(agreement(mother, Assent.YES, "", year(), SCHOOL, paper)));

        assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
        assertThat(as(mother, () -> consents.of(family.child)))
                .extracting(one -> one.of().paper())
                .containsExactly(paper);
    }

    @Test
    void somebody_of_the_staff_whose_work_the_child_is_not_can_prove_and_withdraw_nothing() {
        UUID id = gives(mother);
        UUID stranger = family.hire(Role.COORDINATOR);

        assertThat(family.in("staff:" + stranger, () -> consents.proof(Purpose.SHARING, family.child, SCHOOL)))
                .isEmpty();
        assertThat(family.in(
                        "staff:" + stranger, () -> consents.withdraw(family.child, id, new Who.Colleague(stranger))))
                .isInstanceOf(Withdrawing.NotYours.class);
    }

    @Test
    void of_two_who_take_it_back_at_once_one_does() throws Exception {
        UUID father = family.guardian("Андрэй", "parent", "all");
        UUID id = gives(mother);
        CountDownLatch go = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            List<Future<Withdrawing>> both = List.of(mother, father).stream()
                    .map(person -> people.submit(() -> {
                        go.await();
                        return as(person, () -> consents.withdraw(family.child, id, new Who.Kin(person)));
                    }))
                    .toList();
            go.countDown();

            assertThat(List.of(both.get(0).get(), both.get(1).get()))
                    .hasAtLeastOneElementOfType(Withdrawing.Withdrawn.class)
                    .hasAtLeastOneElementOfType(Withdrawing.WithdrawnBefore.class);
        }
    }

    @Test
    void taking_back_waits_for_whoever_is_using_it_and_then_names_that_use() throws Exception {
        UUID id = gives(mother);
        CountDownLatch used = new CountDownLatch(1);
        CountDownLatch finish = new CountDownLatch(1);
        try (var people = Executors.newFixedThreadPool(2)) {
            Future<Optional<Proof>> use = people.submit(() -> as(mother, () -> {
                Optional<Proof> proof = consents.proof(Purpose.SHARING, family.child, SCHOOL);
                used.countDown();
                await(finish);
                return proof;
            }));
            used.await();
            Future<Withdrawing> back =
                    people.submit(() -> as(mother, () -> consents.withdraw(family.child, id, new Who.Kin(mother))));

            assertThatThrownBy(() -> back.get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            finish.countDown();

            assertThat(use.get()).isPresent();
            assertThat(back.get())
                    .isInstanceOfSatisfying(
                            Withdrawing.Withdrawn.class,
                            withdrawn -> assertThat(withdrawn.handedOn()).hasSize(1));
        }
        assertThat(proof(SCHOOL)).isEmpty();
    }

    @Test
    void a_referral_cannot_be_made_without_a_proof_nor_with_one_for_something_else() {
        gives(mother);
        Proof proof = proof(SCHOOL).orElseThrow();

        assertThat(new Leaves.Share(family.child, SCHOOL, proof).child()).isEqualTo(family.child);
        assertThatThrownBy(() -> new Leaves.Referral(family.child, SCHOOL, proof))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Leaves.Share(Ids.next(), SCHOOL, proof))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** As later modules will have it: whatever leaves the house. */
    sealed interface Leaves {
        record Referral(UUID child, String to, Proof proof) implements Leaves {
            public Referral {
                proof.of(Purpose.REFERRAL, child);
            }
        }

        record Share(UUID child, String to, Proof proof) implements Leaves {
            public Share {
                proof.of(Purpose.SHARING, child);
            }
        }
    }

    private UUID gives(UUID person) {
        return give(person) instanceof Outcome.Accepted(UUID id)
                ? id
                : org.junit.jupiter.api.Assertions.fail("refused");
    }

    private Outcome give(UUID person) {
        return as(person, () -> consents.give(agreement(person, Assent.YES, "", year(), SCHOOL)));
    }

    private Optional<Proof> proof(String recipient) {
        return family.in("job:sharing", () -> consents.proof(Purpose.SHARING, family.child, recipient));
    }

    private Agreement agreement(UUID giver, Assent assent, String because, Instant until, String recipient) {
        return agreement(giver, assent, because, until, recipient, null);
    }

    private Agreement agreement(
            UUID giver, Assent assent, String because, Instant until, String recipient, @Nullable Paper paper) {
        return new Agreement(
                family.child,
                Purpose.SHARING,
                "Старонка «Так, Не, Стоп»",
                recipient,
                Instant.now().minusSeconds(1),
                until,
                giver,
                assent,
                because,
                new Text("2026-11", Language.BE),
                paper);
    }

    private static Instant year() {
        return Instant.now().plus(Duration.ofDays(365));
    }

    private <T> T as(UUID person, java.util.function.Supplier<T> work) {
        return family.in("person:" + person, work);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
