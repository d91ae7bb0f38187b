package by.pobach.calendar;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a calendar file; says nothing private by itself.
 *
 * @param uid stable over the entry's life
 * @param sequence the entry's revision, from 0
 * @param start and {@code end} a half-open range
 * @param stamp when this revision was made
 */
public record CalendarEntry(
        String uid,
        int sequence,
        Instant stamp,
        Instant start,
        Instant end,
        ZoneId zone,
        String summary,
        String location,
        @Nullable String url,
        boolean cancelled) {}
