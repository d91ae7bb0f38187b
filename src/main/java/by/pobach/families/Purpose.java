package by.pobach.families;

import java.util.Locale;

/** What for. Stands beside each look in the family’s log, in words they understand. */
public enum Purpose {
    OWN_FAMILY,
    BOOKING,
    PREPARE_LESSON,
    COORDINATION,
    EMERGENCY,
    DANGER,
    EXPORT;

    /** The word of the log, such as {@code prepare-lesson}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
