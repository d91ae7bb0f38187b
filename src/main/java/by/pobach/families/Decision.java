package by.pobach.families;

import java.util.Locale;

/** The answer to {@link Access#may}, with the rule that spoke. */
public sealed interface Decision {

    record Allowed(Rule by) implements Decision {}

    record Refused(Rule by) implements Decision {
        /**
         * Whether it must look as if there were no such child: to whoever may not even know. Others read why, since they know
         * the child anyway.
         */
        public boolean silent() {
            return by != Rule.TIMES_AND_PLACES_ONLY
                    && by != Rule.THE_YOUNG_PERSON_DECIDES
                    && by != Rule.NOT_YOURS_TO_STEER;
        }

        /** The message that says why. */
        public String key() {
            return "families.refused." + by.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    default boolean allowed() {
        return this instanceof Allowed;
    }

    /** The rules, in the order in which they speak. */
    enum Rule {
        NO_SUCH_CHILD,
        NOBODY_WITHOUT_A_NAME,
        PROGRAMS_OPEN_NO_CHILD,
        A_COURT_OR_A_DANGER_SAYS_NO,
        OWN_RELATIVES_ARE_CLOSED_AT_WORK,
        A_ROLE_ALONE_OPENS_NOTHING,
        ASSIGNED_FOR_NOW,
        OPENED_IN_DANGER,
        NOT_YOURS_TO_STEER,
        NO_BOND,
        THE_BOND_OPENS_NOTHING,
        TIMES_AND_PLACES_ONLY,
        THE_YOUNG_PERSON_DECIDES,
        THE_FAMILY_S_OWN
    }
}
