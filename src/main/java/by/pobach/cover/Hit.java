package by.pobach.cover;

import by.pobach.visits.Visit;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that an absence hits, as it was then, and what was decided for it.
 *
 * @param revision of the visit when it was hit
 * @param toldRevision the revision that somebody was told of by a named colleague, or null
 */
record Hit(
        UUID visit,
        int revision,
        Instant start,
        UUID specialist,
        @Nullable Decision decision,
        @Nullable Instant decidedAt,
        @Nullable String decidedBy,
        @Nullable Integer toldRevision,
        @Nullable Instant toldAt,
        @Nullable String toldBy) {

    enum Decision {
        /** The same time with somebody else. */
        SUBSTITUTE,
        TIME,
        /** The time stays kept, and the family is called. */
        CALL,
        /** As it was, since who was away is here again. */
        BACK;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As nobody has decided anything yet. */
    static Hit of(Visit visit) {
        return new Hit(
                visit.id(), visit.revision(), visit.start(), visit.specialist(), null, null, null, null, null, null);
    }

    boolean toldOf(Visit visit) {
        return toldRevision != null && toldRevision == visit.revision();
    }
}
