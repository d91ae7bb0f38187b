package by.pobach.families;

import by.pobach.families.Story.Part;
import by.pobach.journal.Journal;
import by.pobach.vault.Field;
import by.pobach.vault.Vault;
import by.pobach.web.Ids;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What families told, sealed under the child’s own key, each text bound to its row. The caller has asked {@link Access} before. */
@Component
class Stories {
    private final JdbcClient jdbc;
    private final Vault vault;
    private final Journal journal;

    Stories(JdbcClient jdbc, Vault vault, Journal journal) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.journal = journal;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Story of(UUID child) {
        return new Story(newest(child), needs(child));
    }

    /** What is said differently now is kept beside what was said before; nothing is noted where nothing changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    void tell(UUID child, Map<Part, String> told, Set<String> needs) {
        Story before = of(child);
        told.forEach((part, words) -> {
            if (!before.of(part).equals(words)) {
                write(child, part, words);
                journal.note(child, "change-story", Purpose.OWN_FAMILY.word(), null);
            }
        });
        if (!before.needs().equals(needs)) {
            keepNeeds(child, needs);
            journal.note(child, "change-needs", Purpose.OWN_FAMILY.word(), null);
        }
    }

    private record Row(UUID id, Part part, byte[] words) {}

    /** Of each part the newest words; a part that was emptied is left out. */
    private Map<Part, String> newest(UUID child) {
        var rows = jdbc.sql("""
                select distinct on (part) id, part, words from families.told where child_id = ? order by part, id desc""")
                .param(child)
                .query((row, _) -> new Row(
                        row.getObject("id", UUID.class),
                        Part.valueOf(row.getString("part").toUpperCase(Locale.ROOT)),
                        row.getBytes("words")))
                .list();
        Map<Part, String> told = new EnumMap<>(Part.class);
        for (Row row : rows) {
            vault.open(child, words(row.id()), row.words())
                    .filter(words -> !words.isEmpty())
                    .ifPresent(words -> told.put(row.part(), words));
        }
        return told;
    }

    private void write(UUID child, Part part, String words) {
        UUID id = Ids.next();
        jdbc.sql("insert into families.told (id, child_id, part, words) values (?, ?, ?, ?)")
                .params(id, child, part.word(), vault.seal(child, words(id), words))
                .update();
    }

    private static Field words(UUID id) {
        return new Field("families.told", "words", id);
    }

    private Set<String> needs(UUID child) {
        return Set.copyOf(jdbc.sql("select need from families.need where child_id = ?")
                .param(child)
                .query(String.class)
                .list());
    }

    private void keepNeeds(UUID child, Set<String> needs) {
        jdbc.sql("delete from families.need where child_id = ?").param(child).update();
        needs.forEach(need -> jdbc.sql("insert into families.need (child_id, need) values (?, ?)")
                .params(child, need)
                .update());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void erase(UUID child) {
        jdbc.sql("delete from families.told where child_id = ?").param(child).update();
        jdbc.sql("delete from families.need where child_id = ?").param(child).update();
    }
}
