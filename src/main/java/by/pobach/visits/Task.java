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
 * @param owner who of the staff has taken it, or null; whoever runs the desk may take or give it
 */
public record Task(
        UUID id,
        Kind kind,
        @Nullable UUID visit,
        @Nullable UUID person,
        @Nullable String words,
        LocalDate due,
        Instant madeAt,
        @Nullable UUID owner) {

    /** A new one, which nobody has taken yet. */
    public Task(
            UUID id,
            Kind kind,
            @Nullable UUID visit,
            @Nullable UUID person,
            @Nullable String words,
            LocalDate due,
            Instant madeAt) {
        this(id, kind, visit, person, words, due, madeAt, null);
    }

    public enum Kind {
        /** Find an interpreter for a visit whose time is kept. */
        INTERPRETER,
        /** Answer somebody for whom no time suited. */
        WISH,
        /** Call a family whose specialist is away, since nothing else was found for it yet. */
        AWAY,
        /** Many bookings in an hour: look whether they are real. */
        RUSH,
        /** What somebody at the desk noted: a call to make, a paper to bring. */
        NOTE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
