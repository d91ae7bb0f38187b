package by.pobach.offers;

import by.pobach.diary.Diary;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which starts can be asked for at all, free or not. Never rounds silently. */
@Component
public class Starts {
    private static final String FIELD = "start";

    private final Services services;
    private final Diary diary;
    private final Centre centre;
    private final OfferRules rules;
    private final Clock clock;

    Starts(Services services, Diary diary, Centre centre, OfferRules rules, Clock clock) {
        this.services = services;
        this.diary = diary;
        this.centre = centre;
        this.rules = rules;
        this.clock = clock;
    }

    /** Why nobody could ever start then, or empty. */
    public Optional<Fault> fault(Service service, @Nullable UUID specialist, Instant start) {
        List<UUID> able = services.specialists(service).stream()
                .map(StaffMember::id)
                .filter(id -> specialist == null || specialist.equals(id))
                .toList();
        if (able.isEmpty()) {
            return Optional.of(new Fault("specialist", "not-for-this-service"));
        }
        if (!start.isAfter(clock.instant())) {
            return fault("past");
        }
        ZonedDateTime local = start.atZone(centre.facts().zone());
        if (!local.toLocalDate().isBefore(endOfHorizon(local.getZone()))) {
            return fault("beyond-horizon");
        }
        if (!onStep(service, local.toLocalTime())) {
            return fault("off-step");
        }
        Instant end = start.plusSeconds(service.minutes() * 60L);
        return diary.ordinarilyWork(able, start, end) ? Optional.empty() : fault("never-in-hours");
    }

    /** The first day that cannot be booked any more. */
    public LocalDate endOfHorizon(ZoneId zone) {
        return LocalDate.ofInstant(clock.instant(), zone).plusDays(rules.horizonDays() + 1L);
    }

    public boolean withinHorizon(Instant start) {
        ZoneId zone = centre.facts().zone();
        return LocalDate.ofInstant(start, zone).isBefore(endOfHorizon(zone));
    }

    private static boolean onStep(Service service, LocalTime time) {
        return time.toSecondOfDay() % (service.step() * 60) == 0 && time.getNano() == 0;
    }

    private static Optional<Fault> fault(String reason) {
        return Optional.of(new Fault(FIELD, reason));
    }
}
