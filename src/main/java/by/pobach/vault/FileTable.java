package by.pobach.vault;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FileTable {
    private final JdbcClient sql;

    /** A row as it is; the name is sealed. */
    record Row(KeptFile file, byte[] sealedName) {}

    FileTable(JdbcClient sql) {
        this.sql = sql;
    }

    void add(KeptFile file, byte[] sealedName) {
        sql.sql("insert into vault.file (id, owner, name, type, bytes, state, kept_at) values (?, ?, ?, ?, ?, ?, ?)")
                .params(file.id(), file.owner(), sealedName, file.type(), file.bytes())
                .param(file.state().word())
                .param(Timestamp.from(file.keptAt()))
                .update();
    }

    Optional<Row> find(UUID owner, UUID id) {
        return sql.sql("select * from vault.file where owner = ? and id = ?")
                .params(owner, id)
                .query(FileTable::row)
                .optional();
    }

    List<Row> of(UUID owner) {
        return sql.sql("select * from vault.file where owner = ? order by kept_at, id")
                .param(owner)
                .query(FileTable::row)
                .list();
    }

    boolean knows(UUID id) {
        return sql.sql("select exists (select 1 from vault.file where id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    int delete(UUID owner, UUID id) {
        return sql.sql("delete from vault.file where owner = ? and id = ?")
                .params(owner, id)
                .update();
    }

    List<UUID> deleteAll(UUID owner) {
        return sql.sql("delete from vault.file where owner = ? returning id")
                .param(owner)
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        KeptFile file = new KeptFile(
                row.getObject("id", UUID.class),
                row.getObject("owner", UUID.class),
                "",
                row.getString("type"),
                row.getInt("bytes"),
                KeptFile.State.of(row.getString("state")),
                row.getTimestamp("kept_at").toInstant());
        return new Row(file, row.getBytes("name"));
    }
}
