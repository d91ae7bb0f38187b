package by.pobach.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class KeyTable {
    private final JdbcClient sql;

    KeyTable(JdbcClient sql) {
        this.sql = sql;
    }

    Optional<OwnerKey> find(UUID owner) {
        return sql.sql("select owner, wrapped, master from vault.key where owner = ?")
                .param(owner)
                .query(KeyTable::key)
                .optional();
    }

    /** A master key used for the first time is known from now on; one that was dropped stays dropped. */
    void know(long master) {
        sql.sql("insert into vault.master (id) values (?) on conflict do nothing")
                .param(master)
                .update();
    }

    /** Holds whoever wants to drop this master key until the transaction ends. */
    boolean lockMaster(long master) {
        return sql.sql("select 1 from vault.master where id = ? and dropped_at is null for share")
                .param(master)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    /** Nothing happens when somebody else was faster. */
    void add(OwnerKey key, Instant madeAt) {
        sql.sql("""
                        insert into vault.key (owner, wrapped, master, made_at) values (?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(key.owner(), key.wrapped(), key.master(), Timestamp.from(madeAt))
                .update();
    }

    /** Only if the key is still wrapped as it was. */
    int replace(OwnerKey old, OwnerKey fresh) {
        return sql.sql("update vault.key set wrapped = ?, master = ? where owner = ? and wrapped = ?")
                .params(fresh.wrapped(), fresh.master(), old.owner(), old.wrapped())
                .update();
    }

    /** In the order of owners, after the one before. */
    List<OwnerKey> notUnder(long master, UUID before, int most) {
        return sql.sql(
                        "select owner, wrapped, master from vault.key where master <> ? and owner > ? order by owner limit ?")
                .params(master, before, most)
                .query(KeyTable::key)
                .list();
    }

    int delete(UUID owner) {
        return sql.sql("delete from vault.key where owner = ?").param(owner).update();
    }

    private static OwnerKey key(ResultSet row, int number) throws SQLException {
        return new OwnerKey(row.getObject("owner", UUID.class), row.getBytes("wrapped"), row.getLong("master"));
    }
}
