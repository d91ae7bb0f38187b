package by.pobach.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class EntryTable {
    private final JdbcClient jdbc;

    EntryTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(UUID id, String actor, UUID child, String what, String purpose, @Nullable UUID about) {
        jdbc.sql("""
                insert into journal.entry (id, actor, child, what, purpose, about)
                values (:id, :actor, :child, :what, :purpose, :about)
                """)
                .param("id", id)
                .param("actor", actor)
                .param("child", child)
                .param("what", what)
                .param("purpose", purpose)
                .param("about", about)
                .update();
    }

    /**
     * Ordered by time and not by id alone: the ids come from the clocks of several nodes, the time from one. After an entry
     * that is not this child's nothing comes.
     */
    List<Entry> of(UUID child, int most, @Nullable UUID before, Set<UUID> excluding) {
        return jdbc.sql("""
                select id, at, actor, child, what, purpose, about from journal.entry
                where child = :child
                  and (at, id) < (
                      case when cast(:before as uuid) is null then 'infinity'
                           else (select at from journal.entry where id = :before and child = :child) end,
                      coalesce(cast(:before as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                  and (about is null or about <> all (:excluding))
                order by at desc, id desc limit :most
                """)
                .param("child", child)
                .param("before", before)
                .param("excluding", excluding.toArray(UUID[]::new))
                .param("most", most)
                .query(EntryTable::entry)
                .list();
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("actor"),
                row.getObject("child", UUID.class),
                row.getString("what"),
                row.getString("purpose"),
                row.getObject("about", UUID.class));
    }
}
