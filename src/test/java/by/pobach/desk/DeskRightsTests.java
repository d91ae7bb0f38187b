package by.pobach.desk;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.offers.Place;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.visits.Visit;
import by.pobach.visits.Visit.State;
import by.pobach.web.Words;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@NullMarked
class DeskRightsTests {
    private static final LocalDate MONDAY = LocalDate.of(2027, 3, 1);

    private final DeskRights iryna = of(Role.SPECIALIST);
    private final DeskRights pavel = of(Role.SPECIALIST);
    private final DeskRights maryna = of(Role.COORDINATOR);
    private final DeskRights hanna = of(Role.INTERPRETER);

    @ParameterizedTest
    @EnumSource(Role.class)
    void coordinators_and_directors_run_the_desk_and_nobody_else(Role role) {
        boolean runs = role == Role.COORDINATOR || role == Role.DIRECTOR;

        assertThat(of(role).runsDesk()).isEqualTo(runs);
        assertThat(of(role).seesContacts()).isEqualTo(runs);
        assertThat(of(role).mayReadWeekOf(UUID.randomUUID())).isEqualTo(runs);
    }

    @Test
    void iryna_the_specialist_opens_her_own_visits_only() {
        Visit hers = visit(iryna.who().id(), State.BOOKED);

        assertThat(iryna.mayOpen(hers)).isTrue();
        assertThat(pavel.mayOpen(hers)).isFalse();
        assertThat(maryna.mayOpen(hers)).isTrue();
        assertThat(iryna.mayReadWeekOf(iryna.who().id())).isTrue();
        assertThat(iryna.mayReadWeekOf(pavel.who().id())).isFalse();
    }

    @Test
    void a_methodologist_who_receives_a_family_says_who_came() {
        DeskRights natallia = of(Role.METHODOLOGIST);
        Visit hers = visit(natallia.who().id(), State.BOOKED);

        assertThat(natallia.mayOpen(hers)).isTrue();
        assertThat(natallia.mayMark(hers, MONDAY, MONDAY)).isTrue();
        assertThat(natallia.seesContacts()).isFalse();
    }

    @Test
    void hanna_the_interpreter_opens_the_visits_she_interprets_and_marks_none() {
        Visit visit = visit(iryna.who().id(), State.BOOKED, hanna.who().id());

        assertThat(hanna.mayOpen(visit)).isTrue();
        assertThat(hanna.mayMark(visit, MONDAY, MONDAY)).isFalse();
        assertThat(hanna.mayOpen(visit(iryna.who().id(), State.BOOKED))).isFalse();
    }

    @Test
    void who_came_is_said_on_the_day_by_the_specialist_or_the_desk() {
        Visit hers = visit(iryna.who().id(), State.BOOKED);

        assertThat(iryna.mayMark(hers, MONDAY, MONDAY)).isTrue();
        assertThat(maryna.mayMark(hers, MONDAY, MONDAY.plusDays(3))).isTrue();
        assertThat(pavel.mayMark(hers, MONDAY, MONDAY)).isFalse();
        assertThat(iryna.mayMark(hers, MONDAY, MONDAY.minusDays(1))).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            value = State.class,
            names = {"CANCELLED", "LAPSED"})
    void nobody_comes_to_a_visit_that_is_off(State off) {
        assertThat(maryna.mayMark(visit(iryna.who().id(), off), MONDAY, MONDAY)).isFalse();
    }

    private static DeskRights of(Role role) {
        UUID id = UUID.randomUUID();
        Words words = Words.same("Ірына");
        return new DeskRights(new StaffMember(id, words, words, Set.of(role), List.of("be"), id + "@pobach.example"));
    }

    private static Visit visit(UUID specialist, State state, UUID... interpreter) {
        Instant nine = Instant.parse("2027-03-01T06:00:00Z");
        return new Visit(
                UUID.randomUUID(),
                "talk",
                Place.HERE,
                nine,
                nine.plusSeconds(1800),
                specialist,
                null,
                interpreter.length == 0 ? null : interpreter[0],
                List.of(),
                Set.of(),
                UUID.randomUUID(),
                null,
                null,
                state,
                0,
                0,
                "BCDFGHJK",
                nine,
                null);
    }
}
