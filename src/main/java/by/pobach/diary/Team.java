package by.pobach.diary;

import java.util.List;
import java.util.UUID;

/**
 * One way to make a visit happen: every role must be filled, each by any one of its candidates.
 *
 * <p>Pools of two roles of one team must not share a resource: each role is looked at by itself.
 *
 * @param key what tells this way from the others, usually the specialist
 */
public record Team(UUID key, List<Role> roles) {

    /** A place in the team, with its candidates in the order of preference. */
    public record Role(List<Candidate> candidates) {}

    /** Parts that only come together, such as a specialist and the room of their own. */
    public record Candidate(List<Part> parts) {}

    /**
     * One resource.
     *
     * @param before minutes it is needed before the start
     * @param after minutes it is needed after the end
     */
    public record Part(UUID resource, int before, int after) {}
}
