package by.pobach.site;

import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.places.Centre;
import by.pobach.web.Addresses;
import by.pobach.web.Dates;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is on: the next dates of the groups, the nearest first. */
@Component
class Programme {
    private final Services services;
    private final Centre centre;
    private final Dates dates;
    private final Addresses addresses;
    private final Clock clock;

    Programme(Services services, Centre centre, Dates dates, Addresses addresses, Clock clock) {
        this.addresses = addresses;
        this.services = services;
        this.centre = centre;
        this.dates = dates;
        this.clock = clock;
    }

    /** One date of a group, {@code start} and {@code end} half-open. */
    record Event(Service service, Instant start, Instant end) {
        /** Unchanged for as long as this date stands: groups and starts are never renamed, only added. */
        String id() {
            return service.id() + "/" + start;
        }

        String href() {
            return "/times?service=" + service.id();
        }
    }

    /** The same for a page, in words; instants are ISO 8601 with the Centre’s offset; {@code whole} is the whole address. */
    record Told(String name, String about, String when, String start, String end, String href, String whole) {}

    List<Event> next() {
        return services.all().stream()
                .filter(Service::isGroup)
                .flatMap(service -> next(service).stream())
                .sorted(Comparator.comparing(Event::start))
                .toList();
    }

    List<Told> told(List<Event> events, Language language) {
        return events.stream().map(event -> told(event, language)).toList();
    }

    List<Event> next(Service service) {
        return services.groupDates(service, clock.instant()).stream()
                .map(start -> new Event(service, start, start.plus(Duration.ofMinutes(service.minutes()))))
                .toList();
    }

    private Told told(Event event, Language language) {
        ZoneId zone = centre.facts().zone();
        return new Told(
                event.service().name().in(language),
                event.service().about().in(language),
                dates.moment(event.start(), zone, language),
                iso(event.start(), zone),
                iso(event.end(), zone),
                event.href(),
                addresses.of(event.href() + "&lang=" + language.tag()));
    }

    private static String iso(Instant instant, ZoneId zone) {
        return java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
