package by.pobach.families;

import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.families.Decision.Allowed;
import by.pobach.families.Decision.Refused;
import by.pobach.families.Decision.Rule;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who may what, as sentences. Nothing here asks the database: the facts are given. */
final class AccessRules {
    private static final Set<Action> OF_TIMES = Set.of(Action.KNOW, Action.SEE_TIMES);
    private static final Set<Action> OF_WORK =
            Set.of(Action.KNOW, Action.SEE_TIMES, Action.SEE_STORY, Action.CHANGE_STORY);
    private static final Set<Action> OF_READING = Set.of(Action.KNOW, Action.SEE_TIMES, Action.SEE_STORY);

    private AccessRules() {}

    /**
     * What is known of somebody and a child at this moment; all that a decision goes by.
     *
     * @param barred by a court’s order or a stated danger
     * @param relative of the staff member who asks
     * @param kind of the bond that holds now, or null
     * @param opens what that bond opens, or null
     * @param assigned why the child is this staff member’s work now: visit, coordination or danger; or null
     * @param decides whether a young person has said that they decide themselves, and is old enough to
     */
    record Facts(
            boolean known,
            boolean barred,
            boolean relative,
            @Nullable Kind kind,
            @Nullable Opens opens,
            @Nullable String assigned,
            boolean decides) {}

    static Decision decide(Who who, Action action, Facts facts) {
        if (!facts.known()) {
            return new Refused(Rule.NO_SUCH_CHILD);
        }
        return switch (who) {
            case Who.Stranger() -> new Refused(Rule.NOBODY_WITHOUT_A_NAME);
            case Who.Machine _ -> new Refused(Rule.PROGRAMS_OPEN_NO_CHILD);
            case Who.Colleague _ -> atWork(action, facts);
            case Who.Kin _ -> facts.barred() ? new Refused(Rule.A_COURT_OR_A_DANGER_SAYS_NO) : asKin(action, facts);
        };
    }

    /** No role is looked at: a child opens for whose work it is, as long as it is. */
    private static Decision atWork(Action action, Facts facts) {
        if (facts.relative()) {
            return new Refused(Rule.OWN_RELATIVES_ARE_CLOSED_AT_WORK);
        }
        if (facts.assigned() == null) {
            return new Refused(Rule.A_ROLE_ALONE_OPENS_NOTHING);
        }
        boolean danger = facts.assigned().equals("danger");
        Set<Action> open = danger ? OF_READING : OF_WORK;
        return open.contains(action)
                ? new Allowed(danger ? Rule.OPENED_IN_DANGER : Rule.ASSIGNED_FOR_NOW)
                : new Refused(Rule.NOT_YOURS_TO_STEER);
    }

    private static Decision asKin(Action action, Facts facts) {
        Kind kind = facts.kind();
        if (kind == null || facts.opens() == null) {
            return new Refused(Rule.NO_BOND);
        }
        return switch (facts.opens()) {
            case NOTHING -> new Refused(Rule.THE_BOND_OPENS_NOTHING);
            case TIMES ->
                OF_TIMES.contains(action)
                        ? new Allowed(Rule.TIMES_AND_PLACES_ONLY)
                        : new Refused(Rule.TIMES_AND_PLACES_ONLY);
            case ALL -> openKin(kind, action, facts);
        };
    }

    /** Reading is one thing; steering belongs to whoever answers for the child, and to a young person who decides. */
    private static Decision openKin(Kind kind, Action action, Facts facts) {
        if (OF_READING.contains(action)) {
            return new Allowed(Rule.THE_FAMILY_S_OWN);
        }
        if (!kind.answersForTheChild()) {
            return new Refused(Rule.NOT_YOURS_TO_STEER);
        }
        return action == Action.STEER && facts.decides() && kind != Kind.SELF
                ? new Refused(Rule.THE_YOUNG_PERSON_DECIDES)
                : new Allowed(Rule.THE_FAMILY_S_OWN);
    }
}
