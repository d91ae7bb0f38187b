package by.pobach.consent;

import by.pobach.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody agrees to.
 *
 * @param what is handed on or shown, in words
 * @param recipient for whom, in words; a proof is asked for with the same words
 * @param until excluded
 * @param giver the person who says yes
 * @param because why the child was not asked; empty when it was
 * @param paper null when it was given on screen
 */
record Agreement(
        UUID child,
        Purpose purpose,
        String what,
        String recipient,
        Instant since,
        Instant until,
        UUID giver,
        Assent assent,
        String because,
        Text text,
        @Nullable Paper paper) {

    /** What the child says to it. */
    public enum Assent {
        YES,
        NOT_ASKED,
        NO;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<Assent> of(String word) {
            return Arrays.stream(values())
                    .filter(assent -> assent.word().equals(word))
                    .findFirst();
        }
    }

    /** The words that were read before saying yes. */
    public record Text(String version, Language language) {}

    /**
     * @param takenBy of the staff
     * @param scan the file, or null
     */
    public record Paper(
            LocalDate signed, UUID takenBy, @Nullable UUID scan) {}
}
