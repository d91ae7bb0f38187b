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
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Wish month = wish.between(later(day.minusDays(7), today), day.plusDays(DAYS));
        Offers.Starts free = offers.starts(month);
        List<Instant> sameDay = new ArrayList<>();
        List<Instant> otherDays = new ArrayList<>();
        for (Instant other : free.all()) {
            (LocalDate.ofInstant(other, zone).equals(day) ? sameDay : otherDays).add(other);
        }
        sameDay.remove(start);
        Comparator<Instant> nearness =
                Comparator.comparing(other -> Duration.between(start, other).abs());
        sameDay.stream().min(nearness).ifPresent(other -> add(found, free, other, Difference.TIME));
        otherDays.stream()
                .min(Comparator.comparing(other -> distance(other, start, zone)))
                .ifPresent(other -> add(found, free, other, Difference.DAY));
        sameDay.stream().sorted(nearness).limit(MOST).forEach(other -> add(found, free, other, Difference.TIME));
        if (found.size() < MOST) {
            otherDays.stream().sorted(nearness).limit(MOST).forEach(other -> add(found, free, other, Difference.DAY));
        }
        if (found.size() < MOST && wish.specialist() != null) {
            Offers.Starts anybody = offers.starts(month.withSpecialist(null));
            anybody.all().stream()
                    .filter(other -> !other.equals(start))
                    .sorted(nearness)
                    .limit(MOST)
                    .forEach(other -> add(found, anybody, other, Difference.WITHOUT_SPECIALIST));
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

    private void add(List<Alternative> found, Offers.Starts free, Instant start, Difference difference) {
        if (found.size() < MOST) {
            offers.at(free, start).ifPresent(offer -> add(found, offer, difference));
        }
    }

    /** A day away counts for a lot, an hour of the day for less: the same hour tomorrow comes before another hour. */
    private static long distance(Instant offered, Instant start, ZoneId zone) {
        long days = Math.abs(Duration.between(start, offered).toHours() / 24);
        LocalTime time = LocalTime.ofInstant(start, zone);
        return days * 60 * 6
                + Math.abs(Duration.between(time, LocalTime.ofInstant(offered, zone))
                        .toMinutes());
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
