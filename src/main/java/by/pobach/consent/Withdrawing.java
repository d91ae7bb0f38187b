package by.pobach.consent;

import java.time.Instant;
import java.util.List;

/** What comes of taking a consent back. */
sealed interface Withdrawing {
    /** @param handedOn when something was already done on the strength of it; that cannot be called back */
    record Withdrawn(List<Instant> handedOn) implements Withdrawing {}

    record WithdrawnBefore() implements Withdrawing {}

    /** Unknown, another child’s, or not theirs to steer. */
    record NotYours() implements Withdrawing {}
}
