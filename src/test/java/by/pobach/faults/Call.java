package by.pobach.faults;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One question to one node and what came of it, as the client saw it.
 *
 * @param key the key of the booking that this call makes, repeats, moves or cancels
 */
record Call(String key, Act act, Ask ask, Instant began, Instant ended, Answer answer) {

    enum Act {
        BOOK,
        MOVE,
        CANCEL
    }

    /** What was asked for; any specialist when none is named. */
    record Ask(String service, @Nullable UUID specialist, Instant start) {}

    sealed interface Answer {}

    record Accepted(String token, Instant start) implements Answer {}

    record Cancelled() implements Answer {}

    /** Somebody else has it. */
    record Refused() implements Answer {}

    /** The visit can no longer be changed. */
    record TooLate() implements Answer {}

    /** 503, no connection, no answer in time: it may have happened or not. Never a refusal. */
    record Unknown(String why) implements Answer {}

    /** An answer that may never come. */
    record Wrong(int status, String text) implements Answer {}

    boolean succeeded() {
        return answer instanceof Accepted || answer instanceof Cancelled;
    }
}
