package by.pobach.families;

import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.journal.Journal;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to who stands beside a child, and whose work the child is. The caller has asked {@link Access} before. */
@Component
public class Bonds {
    private final BondTable table;
    private final Persons persons;
    private final Staff staff;
    private final Journal journal;

    Bonds(BondTable table, Persons persons, Staff staff, Journal journal) {
        this.table = table;
        this.persons = persons;
        this.staff = staff;
        this.journal = journal;
    }

    /** Those that hold or held, the present ones first. */
    List<Bond> of(UUID child) {
        return table.of(child);
    }

    /**
     * From now on this person stands beside the child; whoever is of the staff too is closed out of the child at work.
     *
     * @param until excluded; null for no end
     * @return false when they already do
     */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean add(UUID child, UUID person, Kind kind, Opens opens, @Nullable Instant until) {
        if (!table.add(child, person, kind, opens, until)) {
            return false;
        }
        if (kind != Kind.TEACHER) {
            alsoOfTheStaff(person).forEach(member -> table.relative(member.id(), child));
        }
        journal.note(child, "change-guardian", Purpose.OWN_FAMILY.word(), person);
        return true;
    }

    private Stream<StaffMember> alsoOfTheStaff(UUID person) {
        return persons.find(person).map(Person::email).flatMap(staff::byEmail).stream();
    }

    /** What a bond opens from now on: the old one ends, and a new one stands. */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(Bond bond, Opens opens) {
        table.end(bond.id());
        table.add(bond.child(), bond.person(), bond.kind(), opens, bond.until());
        journal.note(bond.child(), "change-guardian", Purpose.OWN_FAMILY.word(), bond.person());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void end(Bond bond) {
        table.end(bond.id());
        journal.note(bond.child(), "change-guardian", Purpose.OWN_FAMILY.word(), bond.person());
    }

    /** A court’s order ({@code court}) or a stated danger ({@code danger}): nothing is opened to this person, whatever else is said. */
    @Transactional(propagation = Propagation.MANDATORY)
    void bar(UUID child, UUID person, String why) {
        table.bar(child, person, why);
        journal.note(child, "change-guardian", Purpose.COORDINATION.word(), null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void lift(UUID child, UUID person) {
        table.lift(child, person);
        journal.note(child, "change-guardian", Purpose.COORDINATION.word(), null);
    }

    /**
     * A child is somebody’s work until then; one’s own relatives stay closed all the same.
     *
     * @param why {@code visit}, {@code coordination} or {@code danger}
     * @param about the visit or other thing, or null
     * @param until excluded
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void assign(UUID child, UUID staffId, String why, @Nullable UUID about, Instant until) {
        table.assign(child, staffId, why, about, until);
    }

    /** What was somebody’s work because of this visit or other thing no longer is. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAssignments(UUID child, UUID about) {
        table.endAssignments(child, about);
    }

    /** The child is a relative of somebody of the staff: closed to them at work from now on. */
    @Transactional(propagation = Propagation.MANDATORY)
    void relative(UUID staffId, UUID child) {
        table.relative(staffId, child);
        journal.note(child, "change-guardian", Purpose.COORDINATION.word(), staffId);
    }

    /** The guardians do not agree: nothing new leaves the house until it is settled. */
    @Transactional(propagation = Propagation.MANDATORY)
    void disagree(UUID child) {
        if (table.disagree(child)) {
            journal.note(child, "disagree", Purpose.OWN_FAMILY.word(), null);
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void settle(UUID child) {
        table.settle(child);
        journal.note(child, "settle", Purpose.OWN_FAMILY.word(), null);
    }

    /** Nobody stands beside the child here any more, and it is nobody’s work. */
    @Transactional(propagation = Propagation.MANDATORY)
    void endAll(UUID child) {
        table.endAll(child);
    }

    /** Whether sharing outside is frozen. */
    public boolean disagreed(UUID child) {
        return table.disagreed(child);
    }

    /**
     * Who answers for the child now, with the kind of their bond as the database words it. Not those to whom a court’s order, a
     * danger or their own bond opens nothing.
     */
    public Map<UUID, String> answering(UUID child) {
        return table.answering(child);
    }

    /** The bond of this id, when it holds now and belongs to this child. */
    Optional<Bond> present(UUID child, UUID bond, Instant now) {
        return table.of(child).stream()
                .filter(one -> one.id().equals(bond) && one.holds(now))
                .findFirst();
    }
}
