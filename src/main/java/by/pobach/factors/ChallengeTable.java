package by.pobach.factors;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChallengeTable {
    private final JdbcClient jdbc;

    ChallengeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param owner who has to answer it, or a fixed word where that is not known yet */
    void add(UUID id, byte[] bytes, String owner) {
        jdbc.sql("delete from factors.challenge where expires_at < now()").update();
        jdbc.sql("""
                insert into factors.challenge (id, bytes, owner, expires_at)
                values (:id, :bytes, :owner, now() + interval '5 minutes')
                """)
                .param("id", id)
                .param("bytes", bytes)
                .param("owner", owner)
                .update();
    }

    /** Once, in time, and only for whom it was meant. */
    Optional<byte[]> take(UUID id, String owner) {
        return jdbc.sql("""
                delete from factors.challenge where id = :id and owner = :owner and expires_at > now() returning bytes
                """)
                .param("id", id)
                .param("owner", owner)
                .query((row, _) -> row.getBytes(1))
                .optional();
    }
}
