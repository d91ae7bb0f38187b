package by.pobach.journal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act on what is kept about a child.
 *
 * @param at by the clock of the database
 * @param actor whoever acted, as {@link by.pobach.web.Actor#current()} called it: {@code staff:…}, {@code person:…}, a job
 * @param what a word of {@code journal.what.*}
 * @param purpose a word of {@code journal.purpose.*}
 * @param about what exactly: a visit, a consent, a file; null when it was the child's page as a whole
 */
public record Entry(
        UUID id,
        Instant at,
        String actor,
        UUID child,
        String what,
        String purpose,
        @Nullable UUID about) {}
