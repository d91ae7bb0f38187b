package by.pobach.families;

import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.web.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class BondTable {
    private final JdbcClient jdbc;

    BondTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this person already stands beside the child. */
    boolean add(UUID child, UUID person, Kind kind, Opens opens, @Nullable Instant until) {
        return jdbc.sql("""
                        insert into families.bond (id, child_id, person_id, kind, opens, until)
                        values (:id, :child, :person, :kind, :opens, :until)
                        on conflict (child_id, person_id) where ended_at is null do nothing""")
                        .param("id", Ids.next())
                        .param("child", child)
                        .param("person", person)
                        .param("kind", kind.word())
                        .param("opens", opens.word())
                        .param("until", until == null ? null : Timestamp.from(until))
                        .update()
                == 1;
    }

    void end(UUID bond) {
        jdbc.sql("update families.bond set ended_at = now() where id = ? and ended_at is null")
                .param(bond)
                .update();
    }

    /** Those that hold or held, the present ones first. */
    List<Bond> of(UUID child) {
        return jdbc.sql("select * from families.bond where child_id = ? order by ended_at is not null, id")
                .param(child)
                .query((row, _) -> bond(row))
                .list();
    }

    Map<UUID, String> answering(UUID child) {
        Map<UUID, String> kinds = new LinkedHashMap<>();
        jdbc.sql("""
                select person_id, kind from families.bond b
                where child_id = ? and kind not in ('supporter', 'teacher') and opens <> 'nothing'
                    and since <= now() and ended_at is null and (until is null or until > now())
                    and not exists (select from families.bar
                        where bar.child_id = b.child_id and bar.person_id = b.person_id and lifted_at is null)
                order by id""").param(child).query(row -> {
            kinds.put(row.getObject("person_id", UUID.class), row.getString("kind"));
        });
        return kinds;
    }

    private static Bond bond(ResultSet row) throws SQLException {
        return new Bond(
                row.getObject("id", UUID.class),
                row.getObject("child_id", UUID.class),
                row.getObject("person_id", UUID.class),
                Kind.of(row.getString("kind")).orElseThrow(),
                Opens.of(row.getString("opens")).orElseThrow(),
                row.getTimestamp("since").toInstant(),
                instant(row, "until"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    void bar(UUID child, UUID person, String why) {
        jdbc.sql("insert into families.bar (id, child_id, person_id, why) values (?, ?, ?, ?)")
                .params(Ids.next(), child, person, why)
                .update();
    }

    void lift(UUID child, UUID person) {
        jdbc.sql("update families.bar set lifted_at = now() where child_id = ? and person_id = ? and lifted_at is null")
                .params(child, person)
                .update();
    }

    void assign(UUID child, UUID staff, String why, @Nullable UUID about, Instant until) {
        jdbc.sql("""
                insert into families.assignment (id, child_id, staff_id, why, about, until)
                values (:id, :child, :staff, :why, :about, :until)""")
                .param("id", Ids.next())
                .param("child", child)
                .param("staff", staff)
                .param("why", why)
                .param("about", about)
                .param("until", Timestamp.from(until))
                .update();
    }

    void endAssignments(UUID child, UUID about) {
        jdbc.sql("""
                update families.assignment set ended_at = now()
                where child_id = ? and about = ? and ended_at is null""").params(child, about).update();
    }

    void endAll(UUID child) {
        jdbc.sql("update families.bond set ended_at = now() where child_id = ? and ended_at is null")
                .param(child)
                .update();
        jdbc.sql("update families.assignment set ended_at = now() where child_id = ? and ended_at is null")
                .param(child)
                .update();
    }

    void relative(UUID staff, UUID child) {
        jdbc.sql("insert into families.relative (staff_id, child_id) values (?, ?) on conflict do nothing")
                .params(staff, child)
                .update();
    }

    boolean disagree(UUID child) {
        return jdbc.sql("""
                        insert into families.disagreement (id, child_id) values (?, ?)
                        on conflict (child_id) where ended_at is null do nothing""").params(Ids.next(), child).update() == 1;
    }

    void settle(UUID child) {
        jdbc.sql("update families.disagreement set ended_at = now() where child_id = ? and ended_at is null")
                .param(child)
                .update();
    }

    boolean disagreed(UUID child) {
        return jdbc.sql("select exists (select from families.disagreement where child_id = ? and ended_at is null)")
                .param(child)
                .query(Boolean.class)
                .single();
    }
}
