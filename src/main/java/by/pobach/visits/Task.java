package by.pobach.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the desk owes somebody, with a date.
 *
 * @param due the promised day, Centre time
 */
public record Task(
        UUID id,
        Kind kind,
        @Nullable UUID visit,
        @Nullable UUID person,
        @Nullable String words,
        LocalDate due,
        Instant madeAt) {

    public enum Kind {
        /** Find an interpreter for a visit whose time is kept. */
        INTERPRETER,
        /** Answer somebody for whom no time suited. */
        WISH,
        /** Many bookings in an hour: look whether they are real. */
        RUSH;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
