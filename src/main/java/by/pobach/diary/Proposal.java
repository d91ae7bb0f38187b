package by.pobach.diary;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A time that looks free, with who fills each role of the team, in the team's order of roles.
 *
 * @param key the team's key
 * @param start and {@code end} the visit itself, half-open, without buffers
 */
public record Proposal(UUID key, Instant start, Instant end, List<Team.Candidate> chosen) {

    /** What must be held to keep it, buffers included. */
    public List<Slot> slots() {
        return chosen.stream()
                .flatMap(candidate -> candidate.parts().stream())
                .map(part -> new Slot(
                        part.resource(), start.minusSeconds(part.before() * 60L), end.plusSeconds(part.after() * 60L)))
                .toList();
    }
}
