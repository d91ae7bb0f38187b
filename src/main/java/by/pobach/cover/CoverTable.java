package by.pobach.cover;

import by.pobach.cover.Absence.Why;
import by.pobach.visits.Visit;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CoverTable {
    private final JdbcClient sql;

    CoverTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** False when an open case of the same person says so already; whoever opens it at this moment is waited for. */
    boolean open(UUID id, UUID who, Instant from, Instant to, @Nullable Why why) {
        return sql.sql("""
                        insert into cover.absence (id, who, starts_at, ends_at, why)
                        values (:id, :who, :from, :to, :why) on conflict do nothing
                        """)
                        .param("id", id)
                        .param("who", who)
                        .param("from", Timestamp.from(from))
                        .param("to", Timestamp.from(to))
                        .param("why", why == null ? null : why.code())
                        .update()
                == 1;
    }

    /** Another open case of this person that touches the half-open range. */
    Optional<Absence> openOf(UUID who, Instant from, Instant to, UUID but) {
        return sql.sql("""
                        select * from cover.absence
                        where who = ? and closed_at is null and tstzrange(starts_at, ends_at) && tstzrange(?, ?)
                          and id <> ? order by starts_at limit 1
                        """)
                .params(who, Timestamp.from(from), Timestamp.from(to), but)
                .query(CoverTable::absence)
                .optional();
    }

    Optional<Absence> find(UUID id) {
        return sql.sql("select * from cover.absence where id = ?")
                .param(id)
                .query(CoverTable::absence)
                .optional();
    }

    /** Nobody else closes or lengthens it until this transaction ends; visits of it may be decided meanwhile. */
    Optional<Absence> lock(UUID id) {
        return sql.sql("select * from cover.absence where id = ? for no key update")
                .param(id)
                .query(CoverTable::absence)
                .optional();
    }

    /** Open ones, and those closed after that instant: the open ones first, then by begin. */
    List<Absence> openOrClosedSince(Instant since) {
        return sql.sql("""
                        select * from cover.absence where closed_at is null or closed_at > ?
                        order by closed_at is not null, starts_at, id limit 200
                        """)
                .param(Timestamp.from(since))
                .query(CoverTable::absence)
                .list();
    }

    void until(UUID id, Instant to) {
        sql.sql("""
                        update cover.absence set ends_at = ?, taken_back_at = null, taken_back_by = null where id = ?
                        """).params(Timestamp.from(to), id).update();
    }

    /** It lasts no time at all from now on. */
    void takenBack(UUID id) {
        sql.sql("""
                        update cover.absence set ends_at = starts_at, taken_back_at = now(),
                            taken_back_by = current_setting('pobach.actor')
                        where id = ?
                        """).param(id).update();
    }

    /** Whether another open case wants the family of this visit called. */
    boolean calledElsewhere(UUID visit, UUID but) {
        return sql.sql("""
                        select exists (select from cover.hit h join cover.absence a on a.id = h.absence_id
                                       where h.visit_id = ? and h.decision = 'call' and a.id <> ? and a.closed_at is null)
                        """).params(visit, but).query(Boolean.class).single();
    }

    void close(UUID id) {
        sql.sql("update cover.absence set closed_at = now(), closed_by = current_setting('pobach.actor') where id = ?")
                .param(id)
                .update();
    }

    void reopen(UUID id) {
        sql.sql("update cover.absence set closed_at = null, closed_by = null where id = ?")
                .param(id)
                .update();
    }

    /** Notes a visit as it is now; one that is noted stays as it was. */
    void hit(UUID absence, Visit visit) {
        sql.sql("""
                        insert into cover.hit (absence_id, visit_id, revision, starts_at, specialist_id)
                        values (?, ?, ?, ?, ?) on conflict do nothing
                        """)
                .params(absence, visit.id(), visit.revision(), Timestamp.from(visit.start()), visit.specialist())
                .update();
    }

    List<Hit> hits(UUID absence) {
        return sql.sql("select * from cover.hit where absence_id = ? order by starts_at, visit_id")
                .param(absence)
                .query(CoverTable::hit)
                .list();
    }

    void decided(UUID absence, UUID visit, Hit.Decision decision) {
        sql.sql("""
                        update cover.hit set decision = ?, decided_at = now(), decided_by = current_setting('pobach.actor')
                        where absence_id = ? and visit_id = ?
                        """).params(decision.code(), absence, visit).update();
    }

    void told(UUID absence, UUID visit, int revision) {
        sql.sql("""
                        update cover.hit set told_revision = ?, told_at = now(), told_by = current_setting('pobach.actor')
                        where absence_id = ? and visit_id = ?
                        """).params(revision, absence, visit).update();
    }

    private static Absence absence(ResultSet row, int number) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getObject("who", UUID.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                Why.of(row.getString("why")).orElse(null),
                row.getTimestamp("opened_at").toInstant(),
                row.getString("opened_by"),
                instant(row, "closed_at"),
                row.getString("closed_by"),
                instant(row, "taken_back_at"),
                row.getString("taken_back_by"));
    }

    private static Hit hit(ResultSet row, int number) throws SQLException {
        String decision = row.getString("decision");
        return new Hit(
                row.getObject("visit_id", UUID.class),
                row.getInt("revision"),
                row.getTimestamp("starts_at").toInstant(),
                row.getObject("specialist_id", UUID.class),
                decision == null ? null : Hit.Decision.valueOf(decision.toUpperCase(Locale.ROOT)),
                instant(row, "decided_at"),
                row.getString("decided_by"),
                row.getObject("told_revision", Integer.class),
                instant(row, "told_at"),
                row.getString("told_by"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
