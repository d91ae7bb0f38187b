package by.pobach.equipment;

import by.pobach.web.Words;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One device on the shelf.
 *
 * @param kind what it is, as a short code: {@code fm-system}, {@code ultrasonic-cane}, {@code standing-frame}, {@code communicator}
 * @param name model and number, such as «FM-сістэма, камплект 2»
 * @param band the radio band whose channel it takes, or null for a device without radio
 * @param bufferMinutes charging and cleaning after each visit, part of the hold
 */
public record Item(
        UUID id, String kind, Words name, @Nullable String band, int bufferMinutes) {}
