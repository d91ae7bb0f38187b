package by.pobach.consent;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An agreement as it was kept.
 *
 * @param bond how the giver stood beside the child then
 * @param withdrawn when it was taken back, or null
 */
record Consent(
        UUID id,
        Agreement of,
        String bond,
        Instant at,
        @Nullable Instant withdrawn) {

    /** Neither ended nor taken back, and the child did not say no; who gave it may have lost the right to, all the same. */
    public boolean stands(Instant now) {
        return withdrawn == null
                && of.assent() != Agreement.Assent.NO
                && !of.since().isAfter(now)
                && of.until().isAfter(now);
    }
}
