package by.pobach.diary;

import java.time.Instant;
import java.util.UUID;

/** A resource that is taken: half-open, buffers included, for one visit or meeting. */
public record Hold(UUID heldFor, String kind, UUID resource, Instant from, Instant to) {}
