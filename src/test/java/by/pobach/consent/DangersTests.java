package by.pobach.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.families.Access;
import by.pobach.families.Action;
import by.pobach.families.Purpose;
import by.pobach.families.Who;
import by.pobach.journal.Entry;
import by.pobach.journal.Journal;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody opens a child’s page because of a danger; others hear of it, and an officer says when the family does. */
@SpringBootTest
@InTestHouse
class DangersTests {
    private static final String REASON = "Дзіця расказала, што баіцца ісці дадому.";

    @Autowired
    ApplicationContext house;

    @Autowired
    Dangers dangers;

    @Autowired
    EmergencyCards cards;

    @Autowired
    Access access;

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    private Family family;
    private UUID mother;
    private UUID psychologist;
    private UUID officer;

    @BeforeEach
    void a_family_a_psychologist_and_an_officer() {
        family = new Family(house);
        mother = family.mother();
        psychologist = family.hire(Role.SPECIALIST);
        officer = family.hire(Role.PROTECTION_OFFICER);
    }

    @Test
    void for_sixty_minutes_the_page_is_open_to_be_read_and_no_longer() {
        assertThat(mayRead(psychologist)).isFalse();

        opened(false);

        assertThat(mayRead(psychologist)).isTrue();
        assertThat(access.may(new Who.Colleague(psychologist), Action.CHANGE_STORY, family.child)
                        .allowed())
                .isFalse();
        assertThat(jdbc.sql("select until from families.assignment where child_id = ?")
                        .param(family.child)
                        .query(Instant.class)
                        .single())
                .isBetween(
                        Instant.now().plus(Duration.ofMinutes(59)),
                        Instant.now().plus(Duration.ofMinutes(61)));
        family.run(
                "update families.assignment set since = now() - interval '61 min', until = now() - interval '1 s' where child_id = ?",
                family.child);
        assertThat(mayRead(psychologist)).isFalse();
    }

    @Test
    void a_reason_in_three_words_opens_nothing() {
        assertThat(open(psychologist, Optional.of(family.child), "Трэба тэрмінова!", false))
                .isInstanceOf(DangerOutcome.ReasonShort.class);
        assertThat(mayRead(psychologist)).isFalse();
    }

    @Test
    void nobody_s_code_an_unknown_child_and_one_s_own_relative_open_alike_nothing() {
        family.isRelativeOf(psychologist);

        assertThat(open(psychologist, Optional.empty(), REASON, false)).isInstanceOf(DangerOutcome.NobodyFound.class);
        assertThat(open(psychologist, Optional.of(Ids.next()), REASON, false))
                .isInstanceOf(DangerOutcome.NobodyFound.class);
        assertThat(open(psychologist, Optional.of(family.child), REASON, false))
                .isInstanceOf(DangerOutcome.NobodyFound.class);
    }

    @Test
    void the_coordinator_the_officer_and_the_mother_hear_at_once_and_no_letter_says_whose_page() {
        UUID coordinator = family.hire(Role.COORDINATOR);

        opened(false);

        assertThat(letters())
                .contains(mail(officer), mail(coordinator), motherS())
                .doesNotContain(mail(psychologist));
        assertThat(jdbc.sql("select subject || words from letters.letter where kind like 'danger%'")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .noneMatch(words ->
                        words.contains("Алес") || words.contains("баіцца") || words.contains(family.child.toString()));
    }

    @Test
    void a_father_kept_away_by_a_court_hears_nothing() {
        UUID father = family.guardian("Андрэй", "parent", "all");
        family.barred(father);

        opened(false);

        assertThat(letters()).contains(motherS()).doesNotContain(contact(father));
    }

    @Test
    void when_the_danger_may_come_from_home_the_family_neither_hears_nor_reads_it_until_the_officer_says() {
        UUID id = opened(true);
        family.in(
                "staff:" + psychologist,
                () -> access.open(Action.SEE_STORY, family.child, Purpose.PREPARE_LESSON, "read-story", null));

        assertThat(letters()).contains(mail(officer)).doesNotContain(motherS());
        assertThat(familyReads()).isEmpty();

        assertThat(dangers(
                        officer,
                        () -> dangers.tellFamily(
                                officer, id, Instant.now().plus(Duration.ofDays(3)), "Спачатку гутарка са школай")))
                .isTrue();
        assertThat(familyReads()).isEmpty();
        assertThat(letters()).doesNotContain(motherS());

        assertThat(dangers(
                        officer,
                        () -> dangers.tellFamily(officer, id, Instant.now().minusSeconds(1), "Цяпер бяспечна")))
                .isTrue();
        assertThat(familyReads()).containsExactlyInAnyOrder("open-in-danger", "read-story");
        assertThat(letters()).contains(motherS());
        assertThat(dangers(
                        officer,
                        () -> dangers.tellFamily(officer, id, Instant.now().plusSeconds(99), "Не")))
                .isFalse();
    }

    @Test
    void on_the_chosen_day_the_family_is_written_to_once() {
        UUID id = opened(true);
        family.in("staff:" + officer, () -> {
            house.getBean(OpeningTable.class)
                    .tell(
                            house.getBean(OpeningTable.class).find(id).orElseThrow(),
                            Instant.now().minusSeconds(60),
                            "Дзень прыйшоў");
            return "";
        });

        Actor.as("job:danger", dangers::tellThoseWhoseDayCame);
        Actor.as("job:danger", dangers::tellThoseWhoseDayCame);

        assertThat(letters()).filteredOn(motherS()::equals).hasSize(1);
    }

    @Test
    void whoever_opened_it_does_not_look_at_it_themselves_and_others_look_once() {
        UUID id = opened(false);
        UUID own = ((DangerOutcome.Opened) open(officer, Optional.of(family.child), REASON, true)).id();

        assertThat(dangers(psychologist, () -> dangers.review(psychologist, id, "Добра")))
                .isFalse();
        assertThat(dangers(officer, () -> dangers.review(officer, own, "Добра")))
                .isFalse();
        assertThat(dangers(officer, () -> dangers.tellFamily(officer, own, Instant.now(), "Добра")))
                .isFalse();
        assertThat(dangers(officer, () -> dangers.review(officer, id, "Добра"))).isTrue();
        assertThat(dangers(officer, () -> dangers.review(officer, id, "Добра"))).isFalse();
    }

    @Test
    void what_nobody_looked_at_within_seven_days_is_counted() {
        int before = dangers.late();
        UUID id = Ids.next();
        family.in("staff:" + psychologist, () -> {
            house.getBean(OpeningTable.class).add(id, family.child, psychologist, REASON, false);
            return "";
        });

        assertThat(dangers.late()).isEqualTo(before);
        assertThat(house.getBean(OpeningTable.class)
                        .unreviewedBefore(Instant.now().plusSeconds(60)))
                .isGreaterThan(before);
    }

    @Test
    void an_opening_cannot_be_changed_or_removed() {
        opened(true);

        for (String statement : List.of(
                "update consent.opening set from_home = false",
                "delete from consent.opening",
                "delete from consent.review",
                "delete from consent.telling")) {
            assertThatThrownBy(() -> family.run(statement)).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void the_card_of_a_child_who_is_not_expected_today_does_not_open() {
        assertThat(family.in("staff:" + psychologist, () -> cards.open(psychologist, family.child)))
                .isEmpty();
    }

    @Test
    void the_card_of_a_child_expected_today_opens_in_one_tap_with_whom_to_call_and_is_noted() {
        UUID father = family.guardian("Андрэй", "parent", "all");
        family.barred(father);
        family.run("update people.person set phone = '+375291112233' where id = ?", mother);

        Optional<EmergencyCards.Card> card = card(psychologist);

        assertThat(card.orElseThrow().child().calledBy()).isEqualTo("Алеся");
        assertThat(card.orElseThrow().guardians())
                .containsExactly(new EmergencyCards.Guardian("Марына", "+375291112233"));
        assertThat(familyReads()).containsExactly("open-emergency-card");
        assertThat(mayRead(psychologist)).isFalse();
    }

    @Test
    void the_card_of_one_s_own_relative_stays_closed_and_nothing_is_noted() {
        family.isRelativeOf(psychologist);

        assertThat(card(psychologist)).isEmpty();
        assertThat(familyReads()).isEmpty();
        assertThat(mayRead(psychologist)).isFalse();
    }

    private Optional<EmergencyCards.Card> card(UUID who) {
        ExpectedToday today = new ExpectedToday() {
            @Override
            public List<Expected> on(java.time.LocalDate day) {
                return List.of(new Expected(family.child, Instant.now(), psychologist));
            }

            @Override
            public Optional<UUID> behind(String code) {
                return Optional.empty();
            }
        };
        EmergencyCards expecting = new EmergencyCards(
                today,
                access,
                house.getBean(by.pobach.families.Bonds.class),
                house.getBean(by.pobach.families.Children.class),
                house.getBean(by.pobach.people.Persons.class),
                house.getBean(by.pobach.places.Centre.class),
                java.time.Clock.systemUTC());
        return family.in("staff:" + who, () -> expecting.open(who, family.child));
    }

    private UUID opened(boolean fromHome) {
        return open(psychologist, Optional.of(family.child), REASON, fromHome)
                        instanceof DangerOutcome.Opened(UUID _, UUID id)
                ? id
                : org.junit.jupiter.api.Assertions.fail("refused");
    }

    private DangerOutcome open(UUID who, Optional<UUID> child, String reason, boolean fromHome) {
        return dangers(who, () -> dangers.open(who, child, reason, fromHome));
    }

    private static <T> T dangers(UUID who, java.util.function.Supplier<T> act) {
        return Actor.as("staff:" + who, act);
    }

    private boolean mayRead(UUID who) {
        return access.may(new Who.Colleague(who), Action.SEE_STORY, family.child)
                .allowed();
    }

    private List<String> familyReads() {
        return journal.of(family.child, 50, null, dangers.of(family.child)).stream()
                .map(Entry::what)
                .toList();
    }

    private List<String> letters() {
        return jdbc.sql("select recipient from letters.letter where kind like 'danger%'")
                .query(String.class)
                .list();
    }

    private String mail(UUID member) {
        return member + "@pobach.example";
    }

    private String motherS() {
        return contact(mother);
    }

    private String contact(UUID person) {
        return jdbc.sql("select email from people.person where id = ?")
                .param(person)
                .query(String.class)
                .single();
    }
}
