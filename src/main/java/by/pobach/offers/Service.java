package by.pobach.offers;

import by.pobach.web.Words;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something families and teachers can sign up for. (The word is the Centre's own: «паслуга».)
 *
 * @param minutes length of a visit
 * @param step public starts lie on this step from midnight, in minutes
 * @param barriers what it helps with
 * @param places where it can happen, the usual one first
 * @param cost said only where it is an exception from the Centre's cost
 * @param roomFeatures what the room must have; empty means the specialist's usual room or any room for talks
 * @param deviceKind the kind of device it needs, or null
 * @param bufferBefore minutes the specialist needs before, part of the hold; {@code bufferAfter} likewise
 * @param specialists staff ids
 */
public record Service(
        String id,
        int position,
        Kind kind,
        Words name,
        Words about,
        int minutes,
        int step,
        Set<Barrier> barriers,
        List<Place> places,
        @Nullable Words cost,
        Words bring,
        Set<String> roomFeatures,
        @Nullable String deviceKind,
        int bufferBefore,
        int bufferAfter,
        List<UUID> specialists) {

    /** How it is held; a group service shows its next dates, its seats are not booked here. */
    public enum Kind {
        CONSULTATION,
        LESSON,
        DEMONSTRATION,
        GROUP;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The same, given by other people. */
    public Service with(List<UUID> others) {
        return new Service(
                id,
                position,
                kind,
                name,
                about,
                minutes,
                step,
                barriers,
                places,
                cost,
                bring,
                roomFeatures,
                deviceKind,
                bufferBefore,
                bufferAfter,
                others);
    }

    public boolean isGroup() {
        return kind == Kind.GROUP;
    }
}
