package by.pobach.letters;

import by.pobach.web.Language;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person of the Centre has yet to say, by phone or text message.
 *
 * @param to a phone number, or the e-mail address that did not work
 * @param words what to say, in the person's language
 */
public record ToTell(
        UUID letterId,
        UUID about,
        String kind,
        String to,
        Language language,
        String subject,
        String words,
        Instant since,
        Why why) {

    public enum Why {
        /** The person wants to be called or texted. */
        ASKED,
        /** The mail server does not take mail to this address. */
        REFUSED,
        /** The house fell down while sending a reminder: it may have arrived or not. */
        UNKNOWN
    }

    static ToTell of(KeptLetter letter) {
        Why why = switch (letter.state()) {
            case "failed" -> Why.REFUSED;
            case "unknown" -> Why.UNKNOWN;
            default -> Why.ASKED;
        };
        return new ToTell(
                letter.id(),
                letter.about(),
                letter.kind(),
                shown(letter.to()),
                letter.language(),
                shown(letter.subject()),
                shown(letter.words()),
                letter.postedAt(),
                why);
    }

    private static String shown(@Nullable String text) {
        return text == null ? "" : text;
    }
}
