package by.pobach.settings;

import by.pobach.diary.Diary;
import by.pobach.offers.Services;
import by.pobach.people.Staff;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Promised visits that a change would touch: they stay as they are, and a person decides about each. */
@Component
class AheadVisits {
    private static final int SHOWN = 40;

    private final Visits visits;
    private final Services services;
    private final Staff staff;
    private final Forms forms;
    private final Clock clock;

    /** One visit: when, what and with whom; who comes is said behind the link. */
    record Line(String text, String href) {}

    /** All there are, and the first of them. */
    record Ahead(int count, List<Line> lines) {}

    AheadVisits(Visits visits, Services services, Staff staff, Forms forms, Clock clock) {
        this.visits = visits;
        this.services = services;
        this.staff = staff;
        this.forms = forms;
        this.clock = clock;
    }

    Ahead of(Predicate<Visit> touched, Language language) {
        Instant now = clock.instant();
        return between(now, now.plus(Duration.ofDays(Diary.HORIZON_DAYS)), touched, language);
    }

    /** Those that lie in a half-open range, at least with a part of them. */
    Ahead between(Instant from, Instant to, Predicate<Visit> touched, Language language) {
        List<Visit> found = visits.between(from.minus(Duration.ofDays(1)), to).stream()
                .filter(Visit::stands)
                .filter(visit -> visit.end().isAfter(from))
                .filter(touched)
                .toList();
        return new Ahead(
                found.size(),
                found.stream().limit(SHOWN).map(visit -> line(visit, language)).toList());
    }

    private Line line(Visit visit, Language language) {
        String service = services.find(visit.service())
                .map(known -> known.name().in(language))
                .orElse("");
        String specialist = staff.find(visit.specialist())
                .map(who -> who.name().in(language))
                .orElse("");
        return new Line(
                forms.moment(visit.start(), language) + " · " + service + " · " + specialist,
                "/desk/visits/" + visit.id() + "/move");
    }
}
