package by.pobach.letters;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the newest letter about something is.
 *
 * @param revision of what it is about
 * @param toldBy who said it, such as {@code staff:…}, or null
 */
public record Posted(
        UUID about, int revision, How how, @Nullable String toldBy) {

    public enum How {
        /** It has not left the house yet. */
        WAITING,
        /** The mail server has it; whether anybody read it nobody knows. */
        SENT,
        /** A person has to say it. */
        TO_TELL,
        /** A person of the Centre said it. */
        TOLD,
        /** Its words are erased, and nobody has to say it any more. */
        WITHDRAWN;

        static How of(String state) {
            return switch (state) {
                case "waiting", "sending" -> WAITING;
                case "sent", "shown" -> SENT;
                case "told" -> TOLD;
                case "withdrawn" -> WITHDRAWN;
                default -> TO_TELL;
            };
        }
    }
}
