package by.pobach.families;

import by.pobach.journal.Journal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The one question: may this actor do this with this child, now and for this purpose. By relationship and time; a role opens
 * nothing. What is asked through {@link #open} and allowed stands in the family’s log, in the same transaction.
 */
@Component
public class Access {
    private final AccessTable table;
    private final Journal journal;

    Access(AccessTable table, Journal journal) {
        this.table = table;
        this.journal = journal;
    }

    /** What the family’s log leaves out for now, because the danger may come from home. Answered by whoever keeps openings in danger. */
    public interface Withheld {
        /** The ids that entries are about. */
        Set<UUID> of(UUID child);
    }

    /** The answer, and nothing is noted: for a list, for a button that would be of no use. */
    public Decision may(Who who, Action action, UUID child) {
        return AccessRules.decide(who, action, table.facts(who, child));
    }

    /**
     * Asks for whoever acts now and, if allowed, notes it.
     *
     * @param what the word of the log, such as {@code read-story}
     * @param about the visit or other thing it was about, or null
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Decision open(Action action, UUID child, Purpose purpose, String what, @Nullable UUID about) {
        Decision decision = may(Who.now(), action, child);
        if (decision instanceof Decision.Allowed(var by)) {
            boolean opened = by == Decision.Rule.OPENED_IN_DANGER && about == null;
            // What is read of a page opened in danger is about that opening, and is told when it is told.
            journal.note(
                    child,
                    what,
                    (opened ? Purpose.DANGER : purpose).word(),
                    opened ? table.danger(Who.now(), child) : about);
        }
        return decision;
    }
}
