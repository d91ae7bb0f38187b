package by.pobach.figures;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is counted. The words for it, and what exactly is counted, are messages under {@code figures.<code>}. */
enum Figure {
    ASKED,
    ANSWERED,
    LONGEST_WAIT,
    KEPT,
    NO_SHOW,
    UNMARKED,
    CANCELLED_BY_FAMILY,
    CANCELLED_BY_US,
    /** As things stand now, whichever week is looked at. */
    UNTOLD,
    OLDEST_WISH;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Figure> of(String code) {
        return Arrays.stream(values())
                .filter(figure -> figure.code().equals(code))
                .findFirst();
    }

    public boolean isOfNow() {
        return this == UNTOLD || this == OLDEST_WISH;
    }
}
