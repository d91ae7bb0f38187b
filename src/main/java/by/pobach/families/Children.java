package by.pobach.families;

import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.families.Story.Part;
import by.pobach.journal.Journal;
import by.pobach.web.Ids;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the children. Nobody is found but through what the asker may see. */
@Component
public class Children {
    private final ChildTable table;
    private final AccessTable access;
    private final BondTable bonds;
    private final Journal journal;
    private final Stories stories;

    Children(ChildTable table, AccessTable access, BondTable bonds, Journal journal, Stories stories) {
        this.table = table;
        this.access = access;
        this.bonds = bonds;
        this.journal = journal;
        this.stories = stories;
    }

    /**
     * A guardian tells us of a child and is the first who stands beside it; the bond opens all to them.
     *
     * @param kind a kind that answers for the child
     */
    @Transactional(propagation = Propagation.MANDATORY)
    UUID add(Who.Kin guardian, String calledBy, @Nullable YearMonth born, Kind kind) {
        UUID id = Ids.next();
        table.add(id, calledBy, born);
        bonds.add(id, guardian.id(), kind, Opens.ALL, null);
        journal.note(id, "add-child", Purpose.OWN_FAMILY.word(), null);
        return id;
    }

    /** Those whom the asker may know, by what they are called. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Child> mine(Who who) {
        return table.all(access.mine(who));
    }

    /** The child, to whoever may know it and acts now: ask {@link Access} first. Empty when unknown, erased or not theirs. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Child> find(UUID id) {
        return table.all(List.of(id)).stream().findFirst();
    }

    /** How the child says yes, no, stop and help, and what helps; empty words where nothing was told. */
    public record FirstAid(String calledBy, String yes, String no, String stop, String help, String helps) {}

    /** What somebody beside the child must know in the first minute; asked for as {@link #find}. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<FirstAid> firstAid(UUID id) {
        return find(id).map(child -> {
            Story told = stories.of(id);
            return new FirstAid(
                    child.calledBy(),
                    told.of(Part.YES),
                    told.of(Part.NO),
                    told.of(Part.STOP),
                    told.of(Part.HELP),
                    told.of(Part.HELPS));
        });
    }

    /** What the child is called, and the month of birth, as the family now says. */
    @Transactional(propagation = Propagation.MANDATORY)
    void change(Child child) {
        table.change(child);
    }

    /** Empties the record and destroys the key with which everything of the child was sealed, wherever it lies. */
    @Transactional(propagation = Propagation.MANDATORY)
    void erase(UUID id) {
        table.erase(id);
    }
}
