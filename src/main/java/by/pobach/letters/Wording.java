package by.pobach.letters;

import by.pobach.web.Language;
import by.pobach.web.Remembered;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Words of the Centre's own in place of those that a module came with. What a key means, and what may stand in its words, the
 * module that speaks knows. Kept in memory, seen by all nodes within a second of a change.
 */
@Component
public class Wording {
    private final JdbcClient jdbc;
    private final Remembered<Map<Said, String>> all;

    private record Said(String key, Language language) {}

    private record Row(Said said, String words) {}

    Wording(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.all = new Remembered<>(this::read);
    }

    /** The Centre's own words, or empty where the module's are right. */
    public Optional<String> of(String key, Language language) {
        return Optional.ofNullable(all.get().get(new Said(key, language)));
    }

    /** Replaces the words of a key in one language. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String key, Language language, String words) {
        all.changed();
        jdbc.sql("""
                insert into letters.wording (key, language, words) values (:key, :language, :words)
                on conflict (key, language) do update set words = excluded.words, at = now(), by_actor = excluded.by_actor
                """)
                .param("key", key)
                .param("language", language.tag())
                .param("words", words)
                .update();
    }

    /** The module's own words are right again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void drop(String key, Language language) {
        all.changed();
        jdbc.sql("delete from letters.wording where key = :key and language = :language")
                .param("key", key)
                .param("language", language.tag())
                .update();
    }

    private Map<Said, String> read() {
        return jdbc
                .sql("select key, language, words from letters.wording")
                .query((row, _) -> new Row(
                        new Said(
                                row.getString("key"),
                                Language.valueOf(row.getString("language").toUpperCase(java.util.Locale.ROOT))),
                        row.getString("words")))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toUnmodifiableMap(Row::said, Row::words));
    }
}
