package by.pobach.cover;

import by.pobach.visits.Visit;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a case, and whether the family knows.
 *
 * @param leaves when the family must leave home, by the Centre's allowance for the way
 * @param by who told them, such as {@code staff:…}, or null
 */
record Affected(
        Visit visit,
        Hit hit,
        Told told,
        Instant leaves,
        @Nullable String by) {

    /** Whether the family of a visit knows what became of it. */
    enum Told {
        /** Nothing was decided yet. */
        UNDECIDED,
        /** The letter has not left the house. */
        WAITING,
        /** The letter has left; there is no answer, and silence is no consent. */
        SENT,
        /** A person has to say it. */
        TO_CALL,
        /** A named colleague said it. */
        SAID,
        /** The family answered that it suits. */
        AGREED,
        /** The family itself chose another time, or cancelled. */
        OWN_CHOICE,
        /** Nothing changed for the family: there is nothing to tell. */
        UNTOUCHED;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        boolean knows() {
            return this == SAID || this == AGREED || this == OWN_CHOICE;
        }
    }

    boolean undecided() {
        return told == Told.UNDECIDED;
    }

    boolean untold() {
        return !told.knows() && told != Told.UNTOUCHED;
    }
}
