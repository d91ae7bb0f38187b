package by.pobach.consent;

import by.pobach.vault.Field;
import by.pobach.vault.Vault;
import by.pobach.web.Ids;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows are added and read, never changed: the role of the pool cannot. */
@Repository
class OpeningTable {
    private static final String READ = """
            select o.*, r.at as reviewed,
                (select t.tell_at from consent.telling t where t.opening_id = o.id order by t.id desc limit 1) as tell_at
            from consent.opening o left join consent.review r on r.opening_id = o.id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    OpeningTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(UUID id, UUID child, UUID staff, String reason, boolean fromHome) {
        jdbc.sql("insert into consent.opening (id, child_id, staff_id, reason, from_home) values (?, ?, ?, ?, ?)")
                .params(id, child, staff, vault.seal(child, reason("opening", id), reason), fromHome)
                .update();
    }

    Optional<Opening> find(UUID id) {
        return jdbc.sql(READ + "where o.id = ?")
                .param(id)
                .query((row, _) -> opening(row))
                .optional();
    }

    /** Those not looked at first, then the newest. */
    List<Opening> all(int most) {
        return jdbc.sql(READ + "order by r.at is not null, o.id desc limit ?")
                .param(most)
                .query((row, _) -> opening(row))
                .list();
    }

    /** Of one child, where the danger may come from home. */
    List<Opening> fromHome(UUID child) {
        return jdbc.sql(READ + "where o.child_id = ? and o.from_home")
                .param(child)
                .query((row, _) -> opening(row))
                .list();
    }

    /** Whose families are to be told from some moment of this span on. */
    List<Opening> toTell(Instant from, Instant to) {
        return jdbc.sql("select * from (" + READ + ") one where from_home and tell_at > :from and tell_at <= :to")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query((row, _) -> opening(row))
                .list();
    }

    int unreviewedBefore(Instant moment) {
        return jdbc.sql("""
                select count(*) from consent.opening o
                where at < ? and not exists (select from consent.review r where r.opening_id = o.id)""").param(Timestamp.from(moment)).query(Integer.class).single();
    }

    /** False when somebody looked at it before. */
    boolean review(Opening opening, String words) {
        return jdbc.sql("insert into consent.review (opening_id, words) values (?, ?) on conflict do nothing")
                        .params(opening.id(), vault.seal(opening.child(), reason("review", opening.id()), words))
                        .update()
                == 1;
    }

    void tell(Opening opening, Instant at, String reason) {
        UUID id = Ids.next();
        jdbc.sql("insert into consent.telling (id, opening_id, tell_at, reason) values (?, ?, ?, ?)")
                .params(
                        id,
                        opening.id(),
                        Timestamp.from(at),
                        vault.seal(opening.child(), reason("telling", id), reason))
                .update();
    }

    private Opening opening(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID child = row.getObject("child_id", UUID.class);
        return new Opening(
                id,
                child,
                row.getObject("staff_id", UUID.class),
                vault.open(child, reason("opening", id), row.getBytes("reason")).orElse(""),
                row.getBoolean("from_home"),
                row.getTimestamp("at").toInstant(),
                instant(row, "reviewed"),
                instant(row, "tell_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static Field reason(String table, UUID row) {
        return new Field("consent." + table, "reason", row);
    }
}
