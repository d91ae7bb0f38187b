package by.pobach.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LookTable {
    private final JdbcClient jdbc;

    LookTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Empty where nothing was ever chosen; an empty look was chosen. */
    Optional<String> of(UUID staffId) {
        return jdbc.sql("select look from signin.look where staff_id = :id")
                .param("id", staffId)
                .query(String.class)
                .optional();
    }

    void put(UUID staffId, String look) {
        jdbc.sql("""
                insert into signin.look (staff_id, look) values (:id, :look)
                on conflict (staff_id) do update set look = excluded.look, by_actor = excluded.by_actor
                """).param("id", staffId).param("look", look).update();
    }
}
