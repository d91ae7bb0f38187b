package by.pobach.account;

import by.pobach.families.Access;
import by.pobach.families.Action;
import by.pobach.families.Child;
import by.pobach.families.Children;
import by.pobach.families.Purpose;
import by.pobach.families.Who;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitKeys;
import by.pobach.visits.VisitTable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The visits of whoever is signed in as a family: those booked with a contact of theirs. */
@Component
class OwnVisits {
    private final VisitTable visits;
    private final VisitKeys keys;
    private final VisitChildTable table;
    private final Persons persons;
    private final Children children;
    private final Access access;
    private final OpenedByVisit opened;

    OwnVisits(
            VisitTable visits,
            VisitKeys keys,
            VisitChildTable table,
            Persons persons,
            Children children,
            Access access,
            OpenedByVisit opened) {
        this.visits = visits;
        this.keys = keys;
        this.table = table;
        this.persons = persons;
        this.children = children;
        this.access = access;
        this.opened = opened;
    }

    /** @param child the child it is for, or null while nobody said */
    record Line(Visit visit, @Nullable UUID child) {}

    /** @param lines the newest first */
    record Seen(List<Line> lines, List<Child> children) {}

    @Transactional
    Seen of(Who.Kin who) {
        List<Visit> own = own(who);
        Map<UUID, UUID> tied = table.childrenOf(own.stream().map(Visit::id).toList());
        return new Seen(
                own.stream().map(visit -> new Line(visit, tied.get(visit.id()))).toList(), children.mine(who));
    }

    private List<Visit> own(Who.Kin who) {
        Stream<Person> person = persons.find(who.id()).stream();
        return person.flatMap(known -> Stream.of(known.email(), known.phone()))
                .filter(contact -> contact != null)
                .flatMap(contact -> visits.withContact(keys.contact(contact)).stream())
                .distinct()
                .sorted(Comparator.comparing(Visit::start).reversed())
                .toList();
    }

    /** Says for which child a visit is; from then on the child’s page is open to whoever holds it. False when either is not theirs. */
    @Transactional
    boolean tie(Who.Kin who, UUID visit, UUID child) {
        var mine = own(who).stream().filter(one -> one.id().equals(visit)).findFirst();
        if (mine.isEmpty()
                || !access.open(Action.CHANGE_STORY, child, Purpose.OWN_FAMILY, "see-visit", visit)
                        .allowed()) {
            return false;
        }
        table.childOf(visit).ifPresent(before -> opened.ended(mine.get()));
        table.keep(visit, child);
        opened.open(child, mine.get());
        return true;
    }
}
