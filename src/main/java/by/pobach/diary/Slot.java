package by.pobach.diary;

import java.time.Instant;
import java.util.UUID;

/** A resource and the half-open range of instants it is taken for, buffers included. */
public record Slot(UUID resource, Instant from, Instant to) {}
