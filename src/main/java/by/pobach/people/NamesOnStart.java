package by.pobach.people;

import by.pobach.web.Actor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes names findable that were kept before there was a search, or under other rules of {@link NameSound}. */
@Component
class NamesOnStart {
    private static final int AT_ONCE = 500;

    private final PersonTable table;
    private final TransactionTemplate transaction;

    NamesOnStart(PersonTable table, TransactionTemplate transaction) {
        this.table = table;
        this.transaction = transaction;
    }

    @EventListener(ApplicationReadyEvent.class)
    void hear() {
        Actor.as("job:names", () -> {
            Set<UUID> before = Set.of();
            Map<UUID, String> names = table.unheard(AT_ONCE);
            // A name of which nothing is heard (in another script) would come again for ever.
            while (!before.containsAll(names.keySet())) {
                Map<UUID, String> some = names;
                transaction.executeWithoutResult(status -> some.forEach(this::hear));
                before = names.keySet();
                names = table.unheard(AT_ONCE);
            }
        });
    }

    private void hear(UUID id, String name) {
        List<String> words = NameSound.words(name);
        if (!words.isEmpty()) {
            table.hear(id, words);
        }
    }
}
