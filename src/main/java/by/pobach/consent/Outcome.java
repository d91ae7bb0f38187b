package by.pobach.consent;

import java.util.UUID;

/** What comes of giving a consent. */
sealed interface Outcome {
    record Accepted(UUID id) implements Outcome {}

    /** No bond of this person answers for the child now, or an order or a danger closes the child to them. */
    record NotYours() implements Outcome {}

    /** A young person decides; the guardians read. */
    record YoungPersonDecides() implements Outcome {}

    /** Kept, so that nobody asks again tomorrow; nothing stands for this purpose and recipient. */
    record ChildSaidNo() implements Outcome {}

    /** The guardians do not agree: nothing new leaves the house. */
    record Frozen() implements Outcome {}

    /** Nobody can have read that version in that language. */
    record TextUnknown() implements Outcome {}

    /** It would end before it begins, or has ended already. */
    record Over() implements Outcome {}

    /** Why the child was not asked is not said. */
    record ReasonMissing() implements Outcome {}
}
