package by.pobach.equipment;

import by.pobach.web.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What several items are examples of.
 *
 * @param kind what it is, as a short code: {@code fm-system}, {@code ultrasonic-cane}, {@code standing-frame}, {@code communicator}
 * @param band the radio band whose channel each item takes, or null for a device without radio
 * @param bufferMinutes charging and cleaning after each visit, part of the hold
 */
public record Model(
        UUID id, String kind, Words name, @Nullable String band, int bufferMinutes) {}
