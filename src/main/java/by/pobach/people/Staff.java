package by.pobach.people;

import by.pobach.web.Remembered;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to everyone who works at the Centre. Kept in memory, seen by all nodes within a second of a change. */
@Component
public class Staff {
    private final StaffTable table;
    private final Remembered<StaffList> list;

    Staff(StaffTable table) {
        this.table = table;
        this.list = new Remembered<>(() -> StaffList.of(table.all()));
    }

    /** Everyone now employed, sorted by name. */
    public List<StaffMember> all() {
        return list.get().employed();
    }

    /** Also finds those who have left, since they stay named in what they did. */
    public Optional<StaffMember> find(UUID id) {
        return Optional.ofNullable(list.get().byId().get(id));
    }

    /** Whether somebody works here now. */
    public boolean isHere(UUID id) {
        return list.get().here().contains(id);
    }

    /** The employed person who signs in with this address, whatever its case. */
    public Optional<StaffMember> byEmail(String email) {
        String wanted = email.strip().toLowerCase(Locale.ROOT);
        return all().stream()
                .filter(member -> member.email().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** Adds somebody; the address must not be in use. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void hire(StaffMember member) {
        list.changed();
        table.add(member);
    }

    /** Everyone who no longer works here, sorted by name. */
    public List<StaffMember> former() {
        return list.get().byId().values().stream()
                .filter(member -> !isHere(member.id()))
                .sorted(StaffList.bySurname())
                .toList();
    }

    /** When the last day of a person ends, as far as it is known. */
    public Optional<Instant> endOf(UUID id) {
        return table.endOf(id);
    }

    /** Replaces what is said of a person; the address must not be somebody else's. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(StaffMember member) {
        list.changed();
        table.change(member);
    }

    /** Whether somebody else, here or gone, has this address. */
    public boolean isTaken(String email, UUID by) {
        return list.get().byId().values().stream()
                .anyMatch(member -> member.email().equalsIgnoreCase(email.strip())
                        && !member.id().equals(by));
    }

    /** The person no longer works here from that instant on. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void leaves(UUID id, Instant from) {
        list.changed();
        table.leaves(id, from);
    }
}
