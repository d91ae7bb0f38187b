package by.pobach.families;

import static by.pobach.families.Decision.Rule.*;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.families.AccessRules.Facts;
import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.families.Decision.Allowed;
import by.pobach.families.Decision.Refused;
import by.pobach.families.Decision.Rule;
import by.pobach.web.Ids;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may what, rule by rule, without a database. */
class AccessRulesTests {
    private static final Who MOTHER = new Who.Kin(Ids.next());
    private static final Who LAHAPED = new Who.Colleague(Ids.next());
    private static final Facts NOTHING = new Facts(true, false, false, null, null, null, false);

    @Test
    void a_mother_may_everything_with_her_child() {
        assertThat(allowed(MOTHER, bond(Kind.PARENT, Opens.ALL))).containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void a_parent_with_times_only_learns_times_and_places_and_reads_why_not_more() {
        assertThat(allowed(MOTHER, bond(Kind.PARENT, Opens.TIMES)))
                .containsExactlyInAnyOrder(Action.KNOW, Action.SEE_TIMES);
        Refused refused = refused(MOTHER, Action.SEE_STORY, bond(Kind.PARENT, Opens.TIMES));
        assertThat(refused.by()).isEqualTo(TIMES_AND_PLACES_ONLY);
        assertThat(refused.silent()).isFalse();
    }

    @Test
    void a_bond_that_opens_nothing_does_not_even_tell_that_we_know_the_child() {
        assertThat(allowed(MOTHER, bond(Kind.PARENT, Opens.NOTHING))).isEmpty();
        assertThat(refused(MOTHER, Action.KNOW, bond(Kind.PARENT, Opens.NOTHING))
                        .silent())
                .isTrue();
    }

    @Test
    void a_court_or_a_danger_is_stronger_than_any_bond() {
        Facts barred = new Facts(true, true, false, Kind.PARENT, Opens.ALL, null, false);

        assertThat(allowed(MOTHER, barred)).isEmpty();
        assertThat(refused(MOTHER, Action.KNOW, barred).by()).isEqualTo(A_COURT_OR_A_DANGER_SAYS_NO);
        assertThat(refused(MOTHER, Action.KNOW, barred).silent()).isTrue();
    }

    @Test
    void a_teacher_to_whom_all_is_open_reads_and_steers_nothing() {
        assertThat(allowed(MOTHER, bond(Kind.TEACHER, Opens.ALL)))
                .containsExactlyInAnyOrder(Action.KNOW, Action.SEE_TIMES, Action.SEE_STORY);
        assertThat(allowed(MOTHER, bond(Kind.SUPPORTER, Opens.ALL)))
                .containsExactlyInAnyOrder(Action.KNOW, Action.SEE_TIMES, Action.SEE_STORY);
    }

    @Test
    void when_a_young_person_decides_the_mother_sees_and_he_steers() {
        Facts hers = new Facts(true, false, false, Kind.PARENT, Opens.ALL, null, true);
        Facts his = new Facts(true, false, false, Kind.SELF, Opens.ALL, null, true);

        assertThat(refused(MOTHER, Action.STEER, hers).by()).isEqualTo(THE_YOUNG_PERSON_DECIDES);
        assertThat(allowed(MOTHER, hers)).contains(Action.SEE_STORY, Action.SEE_LOG);
        assertThat(allowed(MOTHER, his)).containsExactlyInAnyOrder(Action.values());
    }

    @Test
    void nobody_of_the_staff_sees_a_child_by_a_role_alone() {
        assertThat(allowed(LAHAPED, NOTHING)).isEmpty();
        assertThat(refused(LAHAPED, Action.KNOW, NOTHING).by()).isEqualTo(A_ROLE_ALONE_OPENS_NOTHING);
    }

    @Test
    void whose_work_the_child_is_sees_the_story_and_neither_steers_nor_reads_the_log() {
        assertThat(allowed(LAHAPED, work("visit", false)))
                .containsExactlyInAnyOrder(Action.KNOW, Action.SEE_TIMES, Action.SEE_STORY, Action.CHANGE_STORY);
        assertThat(allowed(LAHAPED, work("danger", false)))
                .containsExactlyInAnyOrder(Action.KNOW, Action.SEE_TIMES, Action.SEE_STORY);
    }

    @Test
    void own_relatives_are_closed_at_work_even_when_the_child_is_ones_work() {
        assertThat(allowed(LAHAPED, work("visit", true))).isEmpty();
        assertThat(allowed(LAHAPED, work("danger", true))).isEmpty();
    }

    @Test
    void strangers_programs_and_whoever_asks_for_an_unknown_child_get_nothing() {
        Facts everything = new Facts(true, false, false, Kind.PARENT, Opens.ALL, "visit", false);
        Facts unknown = new Facts(false, false, false, Kind.PARENT, Opens.ALL, "visit", false);

        assertThat(allowed(new Who.Stranger(), everything)).isEmpty();
        assertThat(allowed(new Who.Machine("program:1"), everything)).isEmpty();
        assertThat(allowed(MOTHER, unknown)).isEmpty();
        assertThat(allowed(LAHAPED, unknown)).isEmpty();
    }

    @Test
    void each_rule_speaks_somewhere() {
        Set<Rule> spoken = List.of(MOTHER, LAHAPED, new Who.Stranger(), new Who.Machine("program:1")).stream()
                .flatMap(who -> AllFacts.all()
                        .flatMap(facts ->
                                Arrays.stream(Action.values()).map(action -> AccessRules.decide(who, action, facts))))
                .map(decision -> switch (decision) {
                    case Allowed(var by) -> by;
                    case Refused(var by) -> by;
                })
                .collect(Collectors.toSet());

        assertThat(spoken).containsExactlyInAnyOrder(Rule.values());
    }

    private static Facts bond(Kind kind, Opens opens) {
        return new Facts(true, false, false, kind, opens, null, false);
    }

    private static Facts work(@Nullable String assigned, boolean relative) {
        return new Facts(true, false, relative, null, null, assigned, false);
    }

    private static List<Action> allowed(Who who, Facts facts) {
        return Arrays.stream(Action.values())
                .filter(action -> AccessRules.decide(who, action, facts).allowed())
                .toList();
    }

    private static Refused refused(Who who, Action action, Facts facts) {
        return (Refused) AccessRules.decide(who, action, facts);
    }
}
