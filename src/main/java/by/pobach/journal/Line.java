package by.pobach.journal;

import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/**
 * An entry as the family reads it, for {@code journal/log :: entries(lines)}. Whoever makes the page fills in the name, which
 * the journal does not know.
 *
 * @param at in the zone of the Centre
 * @param what the key of its words
 * @param who name and, of the staff, profession; empty when it was nobody in particular, or nobody whom we still know
 * @param purpose the key of its words
 */
public record Line(UUID id, OffsetDateTime at, String what, String who, String purpose) {

    public static Line of(Entry entry, ZoneId zone, String who) {
        return new Line(
                entry.id(),
                entry.at().truncatedTo(ChronoUnit.SECONDS).atZone(zone).toOffsetDateTime(),
                Vocabulary.WHAT + entry.what(),
                who,
                Vocabulary.PURPOSE + entry.purpose());
    }
}
