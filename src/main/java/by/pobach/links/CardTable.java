package by.pobach.links;

import by.pobach.signin.Secrets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CardTable {
    private final JdbcClient jdbc;

    CardTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The card before it is over. */
    Instant put(UUID person, String code, Duration goodFor) {
        return jdbc.sql("""
                insert into links.card (person_id, hash, expires_at)
                values (:person, :hash, now() + make_interval(secs => :seconds))
                on conflict (person_id) do update set hash = excluded.hash, issued_at = now(),
                    expires_at = excluded.expires_at, used_at = null, by_actor = excluded.by_actor
                returning expires_at
                """)
                .param("person", person)
                .param("hash", Secrets.hash(code))
                .param("seconds", goodFor.toSeconds())
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .single();
    }

    boolean remove(UUID person) {
        return jdbc.sql("delete from links.card where person_id = :person")
                        .param("person", person)
                        .update()
                == 1;
    }

    /** Until when there is a card. */
    Optional<Instant> until(UUID person) {
        return jdbc.sql("select expires_at from links.card where person_id = :person and expires_at > now()")
                .param("person", person)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    /** Whose card it is; notes the day of its use. */
    Optional<UUID> use(String code) {
        return jdbc.sql("""
                update links.card set used_at = now() where hash = :hash and expires_at > now() returning person_id
                """)
                .param("hash", Secrets.hash(code))
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional();
    }
}
