package by.pobach.signin;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class InvitationTable {
    private final JdbcClient jdbc;

    InvitationTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(UUID staffId, String token, Duration goodFor) {
        jdbc.sql("""
                insert into signin.invitation (staff_id, hash, expires_at)
                values (:id, :hash, now() + make_interval(secs => :seconds))
                on conflict (staff_id) do update set hash = excluded.hash, expires_at = excluded.expires_at,
                    by_actor = excluded.by_actor
                """)
                .param("id", staffId)
                .param("hash", Secrets.hash(token))
                .param("seconds", goodFor.toSeconds())
                .update();
    }

    Optional<UUID> find(String token) {
        return jdbc.sql("select staff_id from signin.invitation where hash = :hash and expires_at > now()")
                .param("hash", Secrets.hash(token))
                .query(UUID.class)
                .optional();
    }

    /** Whose it was; only the first of two who come at once is told. */
    Optional<UUID> take(String token) {
        return jdbc.sql("delete from signin.invitation where hash = :hash and expires_at > now() returning staff_id")
                .param("hash", Secrets.hash(token))
                .query(UUID.class)
                .optional();
    }
}
