package by.pobach.factors;

import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FactorTable {
    private final JdbcClient jdbc;

    /** What is kept for an app; both are sealed. */
    record App(byte @Nullable [] secret, byte @Nullable [] pending) {}

    FactorTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<App> app(UUID staffId) {
        return jdbc.sql("select secret, pending from factors.totp where staff_id = :id")
                .param("id", staffId)
                .query((row, _) -> new App(row.getBytes("secret"), row.getBytes("pending")))
                .optional();
    }

    void putPending(UUID staffId, byte[] sealed) {
        jdbc.sql("""
                insert into factors.totp (staff_id, pending) values (:id, :sealed)
                on conflict (staff_id) do update set pending = excluded.pending, by_actor = excluded.by_actor
                """).param("id", staffId).param("sealed", sealed).update();
    }

    /** What was pending is the secret from now on. */
    void confirm(UUID staffId, long step) {
        jdbc.sql("""
                update factors.totp set secret = pending, pending = null, last_step = :step where staff_id = :id
                """).param("id", staffId).param("step", step).update();
        jdbc.sql("delete from factors.burned where staff_id = :id")
                .param("id", staffId)
                .update();
    }

    /** True for the first of all who come with a number of this step, whichever node they ask. */
    boolean useStep(UUID staffId, long step) {
        return jdbc.sql("""
                update factors.totp set last_step = :step
                where staff_id = :id and last_step < :step
                  and not exists (select from factors.burned where staff_id = :id and step = :step)
                """).param("id", staffId).param("step", step).update() == 1;
    }

    void burn(UUID staffId, long step) {
        jdbc.sql("insert into factors.burned (staff_id, step) values (:id, :step) on conflict do nothing")
                .param("id", staffId)
                .param("step", step)
                .update();
    }

    void putSpares(UUID staffId, Collection<byte[]> hashes) {
        jdbc.sql("delete from factors.spare where staff_id = :id")
                .param("id", staffId)
                .update();
        hashes.forEach(hash -> jdbc.sql("insert into factors.spare (staff_id, hash) values (:id, :hash)")
                .param("id", staffId)
                .param("hash", hash)
                .update());
    }

    /** True once for each code. */
    boolean useSpare(UUID staffId, byte[] hash) {
        return jdbc.sql("delete from factors.spare where staff_id = :id and hash = :hash")
                        .param("id", staffId)
                        .param("hash", hash)
                        .update()
                == 1;
    }

    int spares(UUID staffId) {
        return jdbc.sql("select count(*) from factors.spare where staff_id = :id")
                .param("id", staffId)
                .query(Integer.class)
                .single();
    }

    void remove(UUID staffId) {
        jdbc.sql("delete from factors.totp where staff_id = :id")
                .param("id", staffId)
                .update();
        jdbc.sql("delete from factors.spare where staff_id = :id")
                .param("id", staffId)
                .update();
    }
}
