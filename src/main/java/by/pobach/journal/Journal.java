package by.pobach.journal;

import by.pobach.web.Actor;
import by.pobach.web.Ids;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Notes each reading and writing of a child's data, and tells the family of it. */
@Component
public class Journal {
    private final EntryTable table;

    Journal(EntryTable table) {
        this.table = table;
    }

    /**
     * Notes what the current actor does, in the transaction of the act itself: it must be one that may write. Refuses, with
     * an {@link IllegalArgumentException}, a word that no family could read because {@code journal.what.*} or
     * {@code journal.purpose.*} lacks it.
     *
     * @return the id of the entry
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID note(UUID child, String what, String purpose, @Nullable UUID about) {
        Vocabulary.check(what, purpose);
        UUID id = Ids.next();
        table.insert(id, Actor.current(), child, what, purpose, about);
        return id;
    }

    /**
     * What was done with a child's data, the newest first.
     *
     * @param before the last entry of the page before this one, or null for the first page
     */
    public List<Entry> of(UUID child, int most, @Nullable UUID before) {
        return of(child, most, before, Set.of());
    }

    /**
     * As {@link #of(UUID, int, UUID)}, without the entries about any of {@code excluding}: what a protection officer
     * withholds for now because the danger may come from home.
     */
    public List<Entry> of(UUID child, int most, @Nullable UUID before, Set<UUID> excluding) {
        return table.of(child, most, before, excluding);
    }
}
