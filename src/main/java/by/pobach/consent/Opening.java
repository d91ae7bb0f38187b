package by.pobach.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A child’s page opened in danger.
 *
 * @param reason empty once the child’s key is gone
 * @param fromHome whether the danger may come from a guardian or from home: then the family is told when an officer says so
 * @param reviewed when an officer looked at it, or null
 * @param tellAt from when the family knows, or null while nobody has decided
 */
record Opening(
        UUID id,
        UUID child,
        UUID staff,
        String reason,
        boolean fromHome,
        Instant at,
        @Nullable Instant reviewed,
        @Nullable Instant tellAt) {

    /** Whether the family’s log leaves it out now. */
    public boolean withheld(Instant now) {
        return fromHome && (tellAt == null || tellAt.isAfter(now));
    }
}
