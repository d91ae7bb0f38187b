package by.pobach;

import java.util.Locale;

/** What a new installation is filled with. */
enum Seed {
    /** A small made-up Centre, for looking around. */
    DEMO,
    /** The measuring data set; limits are off. */
    BENCH,
    /** Nothing: a real Centre. */
    NONE;

    static Seed of(String name) {
        try {
            return valueOf(name.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new CannotStart("POBACH_SEED is demo, bench or none, not \"" + name + "\".", unknown);
        }
    }
}
