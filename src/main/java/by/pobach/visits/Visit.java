package by.pobach.visits;

import by.pobach.diary.Proposal;
import by.pobach.offers.Need;
import by.pobach.offers.Offers;
import by.pobach.offers.Place;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit that somebody was promised.
 *
 * @param start and {@code end} the visit itself, half-open, without buffers
 * @param different what is different this time, in the desk's own words to the family
 * @param revision counts its changes, from 0; the SEQUENCE of its calendar entry
 * @param generation counts its links; a new link makes the old one worthless
 */
public record Visit(
        UUID id,
        String service,
        Place place,
        Instant start,
        Instant end,
        UUID specialist,
        @Nullable UUID room,
        @Nullable UUID interpreter,
        List<UUID> devices,
        Set<Need> needs,
        UUID person,
        @Nullable String note,
        @Nullable String different,
        State state,
        int revision,
        int generation,
        String code,
        Instant bookedAt,
        @Nullable Instant cancelledAt) {

    /** Where a visit stands. */
    public enum State {
        /** Held until somebody follows the link to confirm it. */
        ASKED,
        BOOKED,
        CANCELLED,
        /** Asked for but never confirmed. */
        LAPSED,
        CAME,
        LATE,
        NO_SHOW;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    /** The same visit at another time, one revision later; one that waits to be confirmed still does. */
    Visit at(Proposal proposal, Offers.Crew crew) {
        return new Visit(
                id,
                service,
                place,
                proposal.start(),
                proposal.end(),
                proposal.key(),
                crew.room(),
                crew.interpreter(),
                crew.devices(),
                needs,
                person,
                note,
                different,
                state == State.ASKED ? State.ASKED : State.BOOKED,
                revision + 1,
                generation,
                code,
                bookedAt,
                null);
    }

    /** The same visit at the same time, after its cancellation was taken back. */
    Visit restored() {
        return new Visit(
                id,
                service,
                place,
                start,
                end,
                specialist,
                room,
                interpreter,
                devices,
                needs,
                person,
                note,
                different,
                State.BOOKED,
                revision + 1,
                generation,
                code,
                bookedAt,
                null);
    }

    /** The same visit with other words about what is different, one revision later. */
    Visit withDifferent(@Nullable String words) {
        return new Visit(
                id,
                service,
                place,
                start,
                end,
                specialist,
                room,
                interpreter,
                devices,
                needs,
                person,
                note,
                words,
                state,
                revision + 1,
                generation,
                code,
                bookedAt,
                cancelledAt);
    }

    /** Whether it takes this person, room or device. */
    public boolean takes(UUID resource) {
        return specialist.equals(resource)
                || resource.equals(room)
                || resource.equals(interpreter)
                || devices.contains(resource);
    }

    /** Whether it still takes time in the diary. */
    public boolean stands() {
        return state == State.BOOKED || state == State.ASKED;
    }

    public boolean canMove(Instant now) {
        return stands() && start.isAfter(now);
    }

    /** As far as time goes; {@link VisitChanges#canRestore} says the whole. */
    boolean canBeRestored(Instant now, java.time.Duration undo) {
        return state == State.CANCELLED
                && start.isAfter(now)
                && cancelledAt != null
                && cancelledAt.plus(undo).isAfter(now);
    }
}
