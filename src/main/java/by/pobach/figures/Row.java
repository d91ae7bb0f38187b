package by.pobach.figures;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One of those that a figure counts; ids only. */
sealed interface Row {
    @Nullable
    UUID person();

    /** A visit; {@code booked} is when it was asked for. */
    record OfVisit(
            UUID id,
            String service,
            UUID specialist,
            UUID person,
            Instant start,
            Instant end,
            String state,
            Instant booked)
            implements Row {}

    /** Something promised to somebody until a day. */
    record OfTask(
            UUID id,
            String kind,
            @Nullable UUID visit,
            @Nullable UUID person,
            Instant made,
            LocalDate due,
            @Nullable Instant done)
            implements Row {}
}
