package by.pobach.account;

import by.pobach.consent.ExpectedToday;
import by.pobach.places.Centre;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitTable;
import by.pobach.visits.Visits;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The children of visits, as far as families said which child a visit is for. */
@Component
class ExpectedChildren implements ExpectedToday {
    private final Visits visits;
    private final VisitTable table;
    private final VisitChildTable children;
    private final Centre centre;

    ExpectedChildren(Visits visits, VisitTable table, VisitChildTable children, Centre centre) {
        this.visits = visits;
        this.table = table;
        this.children = children;
        this.centre = centre;
    }

    @Override
    public List<Expected> on(LocalDate day) {
        ZoneId zone = centre.facts().zone();
        List<Visit> standing =
                visits
                        .between(
                                day.atStartOfDay(zone).toInstant(),
                                day.plusDays(1).atStartOfDay(zone).toInstant())
                        .stream()
                        .filter(Visit::stands)
                        .sorted(Comparator.comparing(Visit::start))
                        .toList();
        Map<UUID, UUID> tied =
                children.childrenOf(standing.stream().map(Visit::id).toList());
        return standing.stream()
                .filter(visit -> tied.containsKey(visit.id()))
                .map(visit -> expected(visit, tied))
                .toList();
    }

    private static Expected expected(Visit visit, Map<UUID, UUID> tied) {
        return new Expected(java.util.Objects.requireNonNull(tied.get(visit.id())), visit.start(), visit.specialist());
    }

    @Override
    public Optional<UUID> behind(String code) {
        String exact = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return exact.isEmpty()
                ? Optional.empty()
                : table.withCode(exact).stream().findFirst().flatMap(visit -> children.childOf(visit.id()));
    }
}
