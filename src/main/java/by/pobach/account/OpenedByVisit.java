package by.pobach.account;

import by.pobach.families.Bonds;
import by.pobach.families.FamilyRules;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitWatcher;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A child’s page is open to whoever holds the child’s visit, until some days after it; it follows the visit to another person. */
@Component
class OpenedByVisit implements VisitWatcher {
    private final VisitChildTable table;
    private final Bonds bonds;
    private final FamilyRules rules;

    OpenedByVisit(VisitChildTable table, Bonds bonds, FamilyRules rules) {
        this.table = table;
        this.bonds = bonds;
        this.rules = rules;
    }

    @Override
    public void stands(Visit visit) {
        table.childOf(visit.id()).ifPresent(child -> open(child, visit));
    }

    @Override
    public void ended(Visit visit) {
        table.childOf(visit.id()).ifPresent(child -> bonds.endAssignments(child, visit.id()));
    }

    void open(UUID child, Visit visit) {
        bonds.endAssignments(child, visit.id());
        if (visit.stands()) {
            bonds.assign(
                    child,
                    visit.specialist(),
                    "visit",
                    visit.id(),
                    visit.end().plus(Duration.ofDays(rules.assignedDays())));
        }
    }
}
