package by.pobach.offers;

import by.pobach.offers.Alternative.Difference;
import by.pobach.places.Centre;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Nothing free is never the end: the nearest offers that differ from a wish in one thing, and in which. */
@Component
public class Alternatives {
    private static final int MOST = 3;
    private static final int DAYS = 30;

    private final Offers offers;
    private final Centre centre;
    private final Clock clock;

    Alternatives(Offers offers, Centre centre, Clock clock) {
        this.offers = offers;
        this.centre = centre;
        this.clock = clock;
    }

    /** Somebody was faster at this start: another specialist then, another time that day, another day. */
    public List<Alternative> around(Wish wish, Instant start) {
        ZoneId zone = centre.facts().zone();
        LocalDate day = LocalDate.ofInstant(start, zone);
        List<Alternative> found = new ArrayList<>();
        if (wish.specialist() != null) {
            offers.at(wish.withSpecialist(null), start).ifPresent(offer -> add(found, offer, Difference.SPECIALIST));
        }
        nearest(wish.between(day, day.plusDays(1)), start, false).stream()
                .limit(1)
                .forEach(offer -> add(found, offer, Difference.TIME));
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Wish month = wish.between(later(day.minusDays(7), today), day.plusDays(DAYS));
        LocalTime time = LocalTime.ofInstant(start, zone);
        nearest(month, start, true).stream()
                .filter(offer -> !LocalDate.ofInstant(offer.start(), zone).equals(day))
                .min(Comparator.comparing(offer -> distance(offer, start, time, zone)))
                .ifPresent(offer -> add(found, offer, Difference.DAY));
        if (found.size() < MOST) {
            nearest(month, start, true).forEach(offer -> add(found, offer, differenceOf(offer, day, zone)));
        }
        if (found.size() < MOST && wish.specialist() != null) {
            nearest(month.withSpecialist(null), start, true)
                    .forEach(offer -> add(found, offer, Difference.WITHOUT_SPECIALIST));
        }
        if (found.isEmpty() && wish.needs().contains(Need.SIGN_INTERPRETER)) {
            return around(withoutInterpreter(wish), start);
        }
        return List.copyOf(found);
    }

    private static Wish withoutInterpreter(Wish wish) {
        Set<Need> fewer = EnumSet.copyOf(wish.needs());
        fewer.remove(Need.SIGN_INTERPRETER);
        return wish.withNeeds(fewer);
    }

    /** A whole search found nothing: give up one constraint at a time. */
    List<Alternative> instead(Wish wish) {
        List<Alternative> found = new ArrayList<>();
        if (wish.needs().contains(Need.SIGN_INTERPRETER)) {
            offers.firstWithoutInterpreter(wish).ifPresent(offer -> add(found, offer, Difference.INTERPRETER_LATER));
        }
        if (wish.specialist() != null) {
            offers.first(wish.withSpecialist(null), start -> true)
                    .ifPresent(offer -> add(found, offer, Difference.WITHOUT_SPECIALIST));
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), centre.facts().zone());
        LocalDate from = later(wish.from(), today);
        offers.first(wish.between(from, later(wish.to(), from).plusDays(DAYS)), start -> true)
                .ifPresent(offer -> add(found, offer, Difference.DAY));
        for (Need need : wish.needs()) {
            Set<Need> fewer = EnumSet.copyOf(wish.needs());
            fewer.remove(need);
            if (need != Need.SIGN_INTERPRETER) {
                offers.first(wish.withNeeds(fewer), start -> true)
                        .ifPresent(offer -> add(found, offer, Difference.WITHOUT_NEED));
            }
        }
        return List.copyOf(found);
    }

    private static void add(List<Alternative> found, Offer offer, Difference difference) {
        boolean known = found.stream()
                .anyMatch(alternative -> alternative.offer().start().equals(offer.start())
                        && alternative.offer().specialist().equals(offer.specialist()));
        if (found.size() < MOST && !known) {
            found.add(new Alternative(offer, difference));
        }
    }

    /** Free starts near the wanted one, the nearest first. */
    private List<Offer> nearest(Wish wish, Instant start, boolean wide) {
        List<Instant> starts = offers.starts(wish).stream()
                .filter(other -> !other.equals(start))
                .sorted(Comparator.comparing(
                        other -> Duration.between(start, other).abs()))
                .limit(wide ? 24 : 1)
                .toList();
        return starts.stream()
                .map(other -> offers.at(wish, other))
                .flatMap(Optional::stream)
                .toList();
    }

    /** A day away counts for a lot, an hour of the day for less: the same hour tomorrow comes before another hour. */
    private static long distance(Offer offer, Instant start, LocalTime time, ZoneId zone) {
        long days = Math.abs(Duration.between(start, offer.start()).toHours() / 24);
        LocalTime offered = LocalTime.ofInstant(offer.start(), zone);
        return days * 60 * 6 + Math.abs(Duration.between(time, offered).toMinutes());
    }

    private static Difference differenceOf(Offer offer, LocalDate day, ZoneId zone) {
        return LocalDate.ofInstant(offer.start(), zone).equals(day) ? Difference.TIME : Difference.DAY;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
