package by.pobach.cover;

import by.pobach.people.StaffMember;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be offered to a family: the visit's own time with somebody else, or another time.
 *
 * @param room and {@code interpreter} it would have, or null
 */
record Option(
        Instant start,
        StaffMember with,
        @Nullable UUID room,
        @Nullable UUID interpreter) {

    /** What is sent when the family is to be called instead. */
    static final String CALL = "call";

    /** A start and with whom, as a form sends it. */
    record Chosen(Instant start, UUID specialist) {
        static Optional<Chosen> of(String value) {
            String[] parts = value.split("/", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Chosen(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (DateTimeException | IllegalArgumentException notAChoice) {
                return Optional.empty();
            }
        }
    }

    String value() {
        return start + "/" + with.id();
    }
}
