package by.pobach.letters;

import by.pobach.web.Language;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something the Centre says to somebody, once.
 *
 * @param about what it is about; with {@code revision}, {@code kind} and {@code channel} it is unique
 * @param kind such as {@code booked}, {@code moved}, {@code cancelled}
 * @param to an address for MAIL, a phone number for DESK (a person says or texts it)
 * @param text the words, complete, in the person's language
 * @param html the same words as HTML, or null for DESK
 * @param invitation a calendar part, or null
 */
public record Letter(
        UUID about,
        int revision,
        String kind,
        Channel channel,
        String to,
        Language language,
        String subject,
        String text,
        @Nullable String html,
        @Nullable Invitation invitation) {

    public enum Channel {
        MAIL,
        DESK
    }

    /** An RFC 5545 object and its METHOD: REQUEST or CANCEL. */
    public record Invitation(String method, String ics) {}
}
