package by.pobach.offers;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A time to take instead, and the one thing in which it differs from what was wished.
 *
 * @param differs a message key below {@code visits.near}
 * @param wish what the offer was found for
 * @param dropped the need it cannot meet, or null
 */
public record Nearby(
        Offer offer, String differs, Wish wish, @Nullable Need dropped) {

    public static Nearby of(Alternative alternative, Wish wish) {
        Need dropped = alternative.difference() == Alternative.Difference.WITHOUT_NEED
                ? unmet(alternative.offer(), wish).orElse(null)
                : null;
        return new Nearby(alternative.offer(), alternative.difference().code(), wish, dropped);
    }

    static Nearby otherHours(Offer offer, Wish wish) {
        return new Nearby(offer, "hours", wish, null);
    }

    static Nearby elsewhere(Offer offer, Wish wish) {
        return new Nearby(offer, "place", wish, null);
    }

    static Nearby otherService(Offer offer, Wish wish) {
        return new Nearby(offer, "service", wish, null);
    }

    /** The need that the offer's room cannot meet. */
    private static Optional<Need> unmet(Offer offer, Wish wish) {
        return wish.needs().stream()
                .filter(need -> need.roomFeature()
                        .filter(feature ->
                                offer.room() == null || !offer.room().features().contains(feature))
                        .isPresent())
                .findFirst();
    }

    /** Whom to ask for: somebody by name only where the name is part of what is said. */
    @Nullable
    UUID specialist() {
        return wish.specialist() == null ? null : offer.specialist().id();
    }
}
