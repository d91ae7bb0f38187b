package by.pobach.consent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Which children are expected here, and whose visit a code is; answered by whoever knows for whom a visit is. */
public interface ExpectedToday {
    record Expected(UUID child, Instant start, UUID specialist) {}

    /** Those whose visits stand on that day, by time. */
    List<Expected> on(LocalDate day);

    /** The child of the visit with exactly this code. */
    Optional<UUID> behind(String code);
}
