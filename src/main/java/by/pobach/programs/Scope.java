package by.pobach.programs;

import java.util.Locale;

/** What a program may be let in for. */
enum Scope {
    /** Look at times and book, as anybody may, under its own name. */
    BOOKING,
    /** Read figures without people. */
    FIGURES;

    /** As {@code SignedIn.scope} is asked for it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
