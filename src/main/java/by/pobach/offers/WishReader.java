package by.pobach.offers;

import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;

/** Reads a search for offers from a query, naming everything that is wrong with it. */
@Component
public class WishReader {
    private static final int LONGEST_RANGE = 366;
    private static final int USUAL_RANGE = 30;
    private static final int USUAL_LIMIT = 50;
    private static final int LARGEST_LIMIT = 500;

    private final Services services;
    private final Starts starts;
    private final Centre centre;
    private final Clock clock;

    /** What was read: a wish, or what is wrong. */
    sealed interface Reading {}

    record Read(Wish wish, int limit) implements Reading {}

    record Wrong(List<Fault> faults) implements Reading {}

    WishReader(Services services, Starts starts, Centre centre, Clock clock) {
        this.services = services;
        this.starts = starts;
        this.centre = centre;
        this.clock = clock;
    }

    Reading read(MultiValueMap<String, String> query) {
        List<Fault> faults = new ArrayList<>();
        Service service = service(query.getFirst("service"), faults);
        UUID specialist = service == null ? null : specialist(query.getFirst("specialist"), service, faults);
        Set<Need> needs = needs(query.getOrDefault("need", List.of()), faults);
        Place place = service == null ? Place.HERE : place(query.getFirst("place"), service, faults);
        ZoneId zone = centre.facts().zone();
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        LocalDate from = date("from", query.getFirst("from"), today, faults);
        LocalDate to = date("to", query.getFirst("to"), from.plusDays(USUAL_RANGE), faults);
        if (faults.isEmpty() && !to.isAfter(from)) {
            faults.add(new Fault("to", "not-after-from"));
        } else if (faults.isEmpty() && ChronoUnit.DAYS.between(from, to) > LONGEST_RANGE) {
            faults.add(new Fault("to", "range-too-long"));
        }
        int limit = limit(query.getFirst("limit"), faults);
        if (service == null || !faults.isEmpty()) {
            return new Wrong(faults);
        }
        LocalDate first = from.isBefore(today) ? today : from;
        LocalDate end = earlier(to, starts.endOfHorizon(zone));
        Wish wish = new Wish(service, place, specialist, needs, first, first.isAfter(end) ? first : end, List.of());
        return new Read(wish, limit);
    }

    private @Nullable Service service(@Nullable String id, List<Fault> faults) {
        Optional<Service> found = id == null ? Optional.empty() : services.offered(id);
        if (found.isEmpty()) {
            faults.add(new Fault("service", id == null ? "missing" : "unknown"));
        }
        return found.orElse(null);
    }

    private @Nullable UUID specialist(@Nullable String id, Service service, List<Fault> faults) {
        if (id == null || id.isEmpty()) {
            return null;
        }
        Optional<UUID> found = services.specialists(service).stream()
                .map(StaffMember::id)
                .filter(known -> known.toString().equalsIgnoreCase(id))
                .findFirst();
        if (found.isEmpty()) {
            faults.add(new Fault("specialist", "not-for-this-service"));
        }
        return found.orElse(null);
    }

    static Set<Need> needs(List<String> codes, List<Fault> faults) {
        Set<Need> needs = EnumSet.noneOf(Need.class);
        for (String code : codes) {
            Need.of(code).ifPresentOrElse(needs::add, () -> faults.add(new Fault("need", "unknown")));
        }
        return needs;
    }

    public static Place place(@Nullable String code, Service service, List<Fault> faults) {
        if (code == null) {
            return service.places().getFirst();
        }
        Optional<Place> place = Place.of(code).filter(service.places()::contains);
        if (place.isEmpty()) {
            faults.add(new Fault("place", "unknown"));
        }
        return place.orElse(Place.HERE);
    }

    private static LocalDate date(String field, @Nullable String text, LocalDate otherwise, List<Fault> faults) {
        if (text == null) {
            return otherwise;
        }
        try {
            LocalDate date = LocalDate.parse(text);
            if (date.getYear() >= 1900 && date.getYear() < 3000) {
                return date;
            }
        } catch (DateTimeParseException e) {
            // said below, as for a date that nobody means
        }
        faults.add(new Fault(field, "not-a-date"));
        return otherwise;
    }

    private static int limit(@Nullable String text, List<Fault> faults) {
        if (text == null) {
            return USUAL_LIMIT;
        }
        if (text.matches("[0-9]{1,3}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= LARGEST_LIMIT) {
            return Integer.parseInt(text);
        }
        faults.add(new Fault("limit", "limit-range"));
        return USUAL_LIMIT;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
