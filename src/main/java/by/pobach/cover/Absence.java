package by.pobach.cover;

import by.pobach.visits.Visit;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody is away: a case of the desk until everybody knows.
 *
 * @param id also that of the absence in the diary
 * @param from and {@code to} half-open
 * @param openedBy such as {@code staff:…}
 * @param takenBackAt when somebody said that they are here after all; the range is empty since then
 */
record Absence(
        UUID id,
        UUID who,
        Instant from,
        Instant to,
        @Nullable Why why,
        Instant openedAt,
        String openedBy,
        @Nullable Instant closedAt,
        @Nullable String closedBy,
        @Nullable Instant takenBackAt,
        @Nullable String takenBackBy) {

    /** Why somebody is away, where they want to say it. Never about health. */
    enum Why {
        CENTRE,
        LEARNING,
        LEAVE,
        OWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Why> of(@Nullable String code) {
            return Arrays.stream(values())
                    .filter(why -> why.code().equals(code))
                    .findFirst();
        }
    }

    public boolean isOpen() {
        return closedAt == null;
    }

    boolean covers(Instant start, Instant end) {
        return from.isBefore(to) && start.isBefore(to) && end.isAfter(from);
    }

    /** Whether the visit counts on who is away, as specialist or as interpreter, while they are away. */
    boolean hits(Visit visit) {
        return visit.stands() && visit.takes(who) && covers(visit.start(), visit.end());
    }
}
