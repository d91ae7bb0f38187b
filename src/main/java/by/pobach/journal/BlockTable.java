package by.pobach.journal;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Blocks and what lies in them. Transaction numbers travel as text: they are unsigned. */
@Repository
class BlockTable {
    /** An entry in a form that cannot be read in two ways: PostgreSQL's own binary one, every field with its length. */
    static final String ROW = "record_send(row(e.id, e.at, e.written, e.actor, e.child, e.what, e.purpose, e.about))";

    static final int SUM_BYTES = 8;

    private final JdbcClient jdbc;

    BlockTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** From where on entries are to be sealed, and by whose count of transactions. */
    record Mark(String written, UUID id, long server) {
        static Mark before(String written, long server) {
            return new Mark(written, new UUID(0, 0), server);
        }
    }

    record Block(Head head, Mark upto) {}

    /** @param horizon every transaction below it has ended, and what it wrote is seen or never will be */
    record Now(String horizon, long server) {}

    /**
     * One node at a time, until its transaction ends. The next entries are few and an index leads to them; without being
     * told so the planner, which does not know how many there are, may read everything there ever was.
     */
    boolean lock() {
        return jdbc.sql("""
                select pg_try_advisory_xact_lock(hashtext('pobach journal')) as mine,
                    set_config('enable_seqscan', 'off', true), set_config('enable_hashjoin', 'off', true),
                    set_config('enable_mergejoin', 'off', true), set_config('enable_bitmapscan', 'off', true)
                """).query((row, _) -> row.getBoolean("mine")).single();
    }

    Now now() {
        return jdbc.sql("""
                select cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as horizon, system_identifier as server
                from pg_control_system()
                """)
                .query((row, _) -> new Now(row.getString("horizon"), row.getLong("server")))
                .single();
    }

    Optional<Block> last() {
        return jdbc.sql("select " + Head.COLUMNS + """
                    , cast(upto as text) as upto, upto_id, server
                from journal.block order by number desc limit 1
                """)
                .query((row, _) -> new Block(
                        Head.of(row),
                        new Mark(row.getString("upto"), row.getObject("upto_id", UUID.class), row.getLong("server"))))
                .optional();
    }

    /** Lays the next entries into a block, in the order of their transactions; how many. */
    int fill(long number, Mark from, String below, int most) {
        return jdbc.sql("""
                insert into journal.sealed (block, position, entry_id, sum)
                select :number, row_number() over (order by e.written, e.id) - 1, e.id, substring(sha256(%s) for %d)
                from (select * from journal.entry e
                      where (e.written, e.id) > (cast(:from as xid8), :id) and e.written < cast(:below as xid8)
                        and not exists (select from journal.sealed s where s.entry_id = e.id)
                      order by e.written, e.id limit :most) e
                """.formatted(ROW, SUM_BYTES))
                .param("number", number)
                .param("from", from.written())
                .param("id", from.id())
                .param("below", below)
                .param("most", most)
                .update();
    }

    /** @param written by which transaction the last entry was, and its id */
    record Sum(String hash, String sealedAt, String written, UUID id) {}

    /** Of the block that was just filled. */
    Sum sum(Head previous, int entries) {
        return jdbc.sql("""
                with at as materialized (select clock_timestamp() as sealed)
                select encode(sha256(decode(:previous, 'hex') || int8send(:number) || timestamptz_send(min(at.sealed))
                           || int4send(:entries) || string_agg(%s, cast('' as bytea) order by s.position)), 'hex') as hash,
                       cast(min(at.sealed) as text) as sealed,
                       cast((array_agg(e.written order by s.position desc))[1] as text) as written,
                       (array_agg(e.id order by s.position desc))[1] as id
                from at, journal.sealed s join journal.entry e on e.id = s.entry_id where s.block = :number
                """.formatted(ROW))
                .param("previous", previous.hash())
                .param("number", previous.number() + 1)
                .param("entries", entries)
                .query((row, _) -> new Sum(
                        row.getString("hash"),
                        row.getString("sealed"),
                        row.getString("written"),
                        row.getObject("id", UUID.class)))
                .single();
    }

    void insert(Head head, Head previous, int entries, String sealedAt, Mark upto) {
        jdbc.sql("""
                insert into journal.block
                    (number, previous, hash, entries, sealed_at, signature, upto, upto_id, server)
                values (:number, decode(:previous, 'hex'), decode(:hash, 'hex'), :entries, cast(:at as timestamptz),
                    decode(:signature, 'hex'), cast(:upto as xid8), :id, :server)
                """)
                .param("number", head.number())
                .param("previous", previous.hash())
                .param("hash", head.hash())
                .param("entries", entries)
                .param("at", sealedAt)
                .param("signature", head.signature())
                .param("upto", upto.written())
                .param("id", upto.id())
                .param("server", upto.server())
                .update();
    }
}
