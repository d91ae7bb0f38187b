package by.pobach.cover;

import by.pobach.cover.Affected.Told;
import by.pobach.letters.Letters;
import by.pobach.letters.Posted;
import by.pobach.offers.OfferRules;
import by.pobach.offers.Place;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitTable.Step;
import by.pobach.visits.Visits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whom an absence hits and who of them knows. Read anew each time from the visits, their letters and their steps: a change
 * made elsewhere, by the desk or the family itself, is seen here too.
 */
@Component
class Whom {
    private static final Duration LONGEST_VISIT = Duration.ofHours(12);
    private static final Set<String> CHANGES =
            Set.of("replaced", "other-interpreter", "shifted", "agreed", "moved", "cancelled", "restored", "confirmed");

    private final CoverTable table;
    private final Visits visits;
    private final Letters letters;
    private final OfferRules rules;
    private final Clock clock;

    Whom(CoverTable table, Visits visits, Letters letters, OfferRules rules, Clock clock) {
        this.table = table;
        this.visits = visits;
        this.letters = letters;
        this.rules = rules;
        this.clock = clock;
    }

    /** The visits ahead that count on who is away. */
    List<Visit> hitNow(Absence absence) {
        Instant now = clock.instant();
        return visits.between(absence.from().minus(LONGEST_VISIT), absence.to()).stream()
                .filter(absence::hits)
                .filter(visit -> visit.start().isAfter(now))
                .toList();
    }

    /** All that were or are hit, those first who must leave home first. */
    List<Affected> of(Absence absence) {
        Map<UUID, Hit> hits = new LinkedHashMap<>();
        table.hits(absence.id()).forEach(hit -> hits.put(hit.visit(), hit));
        if (absence.isOpen()) {
            hitNow(absence).forEach(visit -> hits.computeIfAbsent(visit.id(), id -> Hit.of(visit)));
        }
        Map<UUID, Posted> posted = letters.newest(hits.keySet());
        return hits.values().stream()
                .flatMap(hit -> visits.find(hit.visit()).stream()
                        .map(visit -> affected(absence, visit, hit, posted.get(visit.id()))))
                .sorted(Comparator.comparing(Affected::leaves)
                        .thenComparing(affected -> affected.visit().start())
                        .thenComparing(affected -> affected.visit().id()))
                .toList();
    }

    Optional<Affected> one(Absence absence, UUID visit) {
        return visits.find(visit)
                .flatMap(now -> table.hits(absence.id()).stream()
                        .filter(hit -> hit.visit().equals(visit))
                        .findFirst()
                        .or(() -> absence.isOpen() && absence.hits(now) ? Optional.of(Hit.of(now)) : Optional.empty())
                        .map(hit -> affected(
                                absence,
                                now,
                                hit,
                                letters.newest(List.of(visit)).get(visit))));
    }

    private Affected affected(Absence absence, Visit visit, Hit hit, @Nullable Posted posted) {
        Instant leaves = visit.place() == Place.HERE ? visit.start().minus(rules.travel()) : visit.start();
        Told told = told(absence, visit, hit, posted);
        String by = hit.toldOf(visit) ? hit.toldBy() : posted == null ? null : posted.toldBy();
        return new Affected(visit, hit, told, leaves, by);
    }

    private Told told(Absence absence, Visit visit, Hit hit, @Nullable Posted posted) {
        boolean ahead = visit.start().isAfter(clock.instant());
        if (hit.toldOf(visit) && !(ahead && absence.hits(visit))) {
            return Told.SAID;
        }
        if (absence.hits(visit)) {
            return Told.UNDECIDED;
        }
        if (visit.revision() == hit.revision() || visit.state() == Visit.State.LAPSED) {
            return Told.UNTOUCHED;
        }
        return answer(visit).orElseGet(() -> byLetter(visit, posted));
    }

    /** What the family said or did itself after the last change. */
    private Optional<Told> answer(Visit visit) {
        Stream<Step> changes = visits.history(visit).stream().filter(step -> CHANGES.contains(step.what()));
        return changes.reduce((earlier, later) -> later)
                .filter(step -> step.by().equals("family"))
                .map(step -> step.what().equals("agreed") ? Told.AGREED : Told.OWN_CHOICE);
    }

    private static Told byLetter(Visit visit, @Nullable Posted posted) {
        if (posted == null || posted.revision() < visit.revision()) {
            return Told.TO_CALL;
        }
        return switch (posted.how()) {
            case WAITING -> Told.WAITING;
            case SENT -> Told.SENT;
            case TO_TELL -> Told.TO_CALL;
            case TOLD -> Told.SAID;
            case WITHDRAWN -> Told.UNTOUCHED;
        };
    }
}
