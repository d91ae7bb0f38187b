package by.pobach.offers;

import by.pobach.diary.Slot;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody looks for: the constraints of a search for a time.
 *
 * @param from first day, {@code to} the day after the last, Centre time
 * @param ignoring slots of one's own visit that will be given back
 */
public record Wish(
        Service service,
        Place place,
        @Nullable UUID specialist,
        Set<Need> needs,
        LocalDate from,
        LocalDate to,
        List<Slot> ignoring) {

    public Wish between(LocalDate newFrom, LocalDate newTo) {
        return new Wish(service, place, specialist, needs, newFrom, newTo, ignoring);
    }

    Wish at(Place other) {
        return new Wish(service, other, specialist, needs, from, to, ignoring);
    }

    public Wish withSpecialist(@Nullable UUID other) {
        return new Wish(service, place, other, needs, from, to, ignoring);
    }

    Wish withNeeds(Set<Need> fewer) {
        return new Wish(service, place, specialist, fewer, from, to, ignoring);
    }
}
