package by.pobach.families;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who stands beside a child.
 *
 * @param until when it ends by itself (excluded), or null
 * @param ended when somebody ended it, or null
 */
record Bond(
        UUID id,
        UUID child,
        UUID person,
        Kind kind,
        Opens opens,
        Instant since,
        @Nullable Instant until,
        @Nullable Instant ended) {

    public enum Kind {
        PARENT,
        FOSTER_PARENT,
        LEGAL_REPRESENTATIVE,
        /** An institution that answers for a child, through a named person. */
        INSTITUTION,
        /** A young person who decides. */
        SELF,
        /** Somebody a young person wants beside them when they decide. */
        SUPPORTER,
        /** A teacher of a pupil. */
        TEACHER;

        /** Whether they may say who else sees the child, agree to things, and write what the family tells. */
        public boolean answersForTheChild() {
            return this != SUPPORTER && this != TEACHER;
        }

        /** As in the database and in message keys: {@code foster-parent}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Kind> of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(kind -> kind.word().equals(word))
                    .findFirst();
        }
    }

    /** What a bond opens. */
    public enum Opens {
        NOTHING,
        /** Times and places. */
        TIMES,
        ALL;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Opens> of(@Nullable String word) {
            return Arrays.stream(values())
                    .filter(opens -> opens.word().equals(word))
                    .findFirst();
        }
    }

    public boolean holds(Instant now) {
        return !since.isAfter(now) && ended == null && (until == null || until.isAfter(now));
    }
}
