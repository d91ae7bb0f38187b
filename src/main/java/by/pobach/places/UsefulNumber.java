package by.pobach.places;

import by.pobach.web.Words;
import java.util.Locale;

/**
 * A number that people may need beside the Centre's own. Numbers change and differ from country to country, so each is a
 * setting; none is written into a page.
 *
 * @param dialled as people read it, with the signs people dial
 * @param who who answers there
 */
public record UsefulNumber(Kind kind, String dialled, Words who) {

    /** What it is for. */
    public enum Kind {
        /** Somebody is in danger now; shown wherever people write to the Centre. */
        DANGER,
        /** A text message can be sent there, also by a relay; for whoever cannot or will not call. */
        TEXT;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a phone dials: digits and a leading plus alone. */
    public String digits() {
        return dialled.replaceAll("[^+0-9]", "");
    }
}
