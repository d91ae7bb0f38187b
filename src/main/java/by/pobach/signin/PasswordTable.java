package by.pobach.signin;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PasswordTable {
    private final JdbcClient jdbc;

    PasswordTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> hashOf(UUID staffId) {
        return jdbc.sql("select hash from signin.password where staff_id = :id")
                .param("id", staffId)
                .query(String.class)
                .optional();
    }

    boolean any() {
        return jdbc.sql("select exists (select from signin.password)")
                .query(Boolean.class)
                .single();
    }

    /** Whoever was signed in with the old password is not any more, on any device. */
    void put(UUID staffId, String hash) {
        jdbc.sql("""
                insert into signin.password (staff_id, hash) values (:id, :hash)
                on conflict (staff_id) do update
                set hash = excluded.hash, changed_at = now(), by_actor = excluded.by_actor
                """).param("id", staffId).param("hash", hash).update();
        jdbc.sql("delete from signin.session where principal_name = :name")
                .param("name", Hat.STAFF.name(staffId))
                .update();
    }
}
