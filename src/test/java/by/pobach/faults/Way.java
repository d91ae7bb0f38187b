package by.pobach.faults;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** One way to make a visit happen: each role is filled by one of its candidates, each of which takes some spans. */
record Way(List<List<List<Span>>> roles) {

    /** A resource for a half-open time, buffers included. */
    record Span(UUID resource, Instant from, Instant to) {}

    Stream<Span> spans() {
        return roles.stream().flatMap(List::stream).flatMap(List::stream);
    }
}
