package by.pobach.places;

import by.pobach.web.Remembered;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the Centre decides by a number, such as how many days ahead one may book, where it differs from what the installation
 * came with. What a name means, and its unit, the module that asks knows. Kept in memory, seen by all nodes within a second.
 */
@Component
public class OwnRules {
    private final JdbcClient jdbc;
    private final Remembered<Map<String, Integer>> all;

    OwnRules(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.all = new Remembered<>(this::read);
    }

    /** The Centre's own number, or empty where it has not decided. */
    public Optional<Integer> number(String name) {
        return Optional.ofNullable(all.get().get(name));
    }

    /** Replaces a number. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(String name, int number) {
        all.changed();
        jdbc.sql("""
                insert into places.own_rule (name, number) values (:name, :number)
                on conflict (name) do update set number = excluded.number, at = now(), by_actor = excluded.by_actor
                """).param("name", name).param("number", number).update();
    }

    private Map<String, Integer> read() {
        return jdbc
                .sql("select name, number from places.own_rule")
                .query((row, _) -> Map.entry(row.getString("name"), row.getInt("number")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
