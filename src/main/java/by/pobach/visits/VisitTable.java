package by.pobach.visits;

import by.pobach.offers.Need;
import by.pobach.offers.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
public class VisitTable {
    private final JdbcClient sql;

    VisitTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** A change of a visit, as its history shows it. */
    public record Step(Instant at, String what, @Nullable String reason, String by) {}

    /** The visit and its first step, in one statement. */
    void add(Visit visit, byte[] tokenHash, VisitKeys.Contacts contacts, @Nullable String consent, String language) {
        sql.sql("""
                        with added as (
                            insert into visits.visit (id, service_id, place, starts_at, ends_at, specialist_id, room_id,
                                interpreter_id, device_ids, needs, person_id, note, state, token_hash, code, contact_hash,
                                other_contact_hash, consent_text, consent_language)
                            values (:id, :service, :place, :start, :end, :specialist, :room, :interpreter, :devices, :needs,
                                :person, :note, :state, :token, :code, :contact, :other, :consent, :language)
                            returning id)
                        insert into visits.step (id, visit_id, what) select :step, id, :what from added
                        """)
                .param("id", visit.id())
                .param("service", visit.service())
                .param("place", visit.place().code())
                .param("start", Timestamp.from(visit.start()))
                .param("end", Timestamp.from(visit.end()))
                .param("specialist", visit.specialist())
                .param("room", visit.room())
                .param("interpreter", visit.interpreter())
                .param("devices", visit.devices().toArray(UUID[]::new))
                .param("needs", visit.needs().stream().map(Need::code).sorted().toArray(String[]::new))
                .param("person", visit.person())
                .param("note", visit.note())
                .param("state", visit.state().code())
                .param("token", tokenHash)
                .param("code", visit.code())
                .param("contact", contacts.first())
                .param("other", contacts.second())
                .param("consent", consent)
                .param("language", language)
                .param("step", by.pobach.web.Ids.next())
                .param("what", visit.state().code())
                .update();
    }

    void addChildren(UUID visit, List<Booking.Child> children) {
        for (int i = 0; i < children.size(); i++) {
            sql.sql("insert into visits.child (visit_id, position, called_by, age) values (?, ?, ?, ?)")
                    .param(visit)
                    .param(i)
                    .param(children.get(i).calledBy())
                    .param(children.get(i).age())
                    .update();
        }
    }

    public List<Booking.Child> children(UUID visit) {
        return sql.sql("select called_by, age from visits.child where visit_id = ? order by position")
                .param(visit)
                .query((row, number) ->
                        new Booking.Child(row.getString("called_by"), row.getObject("age", Integer.class)))
                .list();
    }

    /** False when the key is bound already; then a waiter reads the winner. */
    boolean bind(byte[] keyHash, byte[] bodyHash, UUID visit) {
        return sql.sql("""
                        insert into visits.idempotency (key_hash, body_hash, visit_id) values (?, ?, ?) on conflict do nothing
                        """).params(keyHash, bodyHash, visit).update() == 1;
    }

    record Bound(byte[] bodyHash, UUID visit) {}

    Optional<Bound> bound(byte[] keyHash) {
        return sql.sql("select body_hash, visit_id from visits.idempotency where key_hash = ?")
                .param(keyHash)
                .query((row, number) -> new Bound(row.getBytes("body_hash"), row.getObject("visit_id", UUID.class)))
                .optional();
    }

    void forgetKeys(Instant before) {
        sql.sql("delete from visits.idempotency where at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    Optional<Visit> find(UUID id) {
        return sql.sql("select * from visits.visit where id = ?")
                .param(id)
                .query(VisitTable::visit)
                .optional();
    }

    /** Those of the ids that are visits, in one query. */
    List<Visit> find(Collection<UUID> ids) {
        return sql.sql("select * from visits.visit where id = any (?)")
                .param(ids.toArray(UUID[]::new))
                .query(VisitTable::visit)
                .list();
    }

    Optional<Visit> byToken(byte[] tokenHash) {
        return sql.sql("select * from visits.visit where token_hash = ?")
                .param(tokenHash)
                .query(VisitTable::visit)
                .optional();
    }

    Optional<Visit> byCode(String code, byte[] contactHash) {
        return sql.sql("""
                        select * from visits.visit where code = ? and (contact_hash = ? or other_contact_hash = ?)
                        order by starts_at desc limit 1
                        """)
                .params(code, contactHash, contactHash)
                .query(VisitTable::visit)
                .optional();
    }

    /** For the desk, which sees all: the newest first, cancelled ones too. */
    public List<Visit> withCode(String code) {
        return sql.sql("select * from visits.visit where code = ? order by starts_at desc limit 50")
                .param(code)
                .query(VisitTable::visit)
                .list();
    }

    public List<Visit> withContact(byte[] contactHash) {
        return sql.sql("""
                        select * from visits.visit where contact_hash = ? or other_contact_hash = ?
                        order by starts_at desc limit 50
                        """)
                .params(contactHash, contactHash)
                .query(VisitTable::visit)
                .list();
    }

    /** The latest first, cancelled ones too. */
    public List<Visit> withPersons(Collection<UUID> persons) {
        return sql.sql("select * from visits.visit where person_id = any (?) order by starts_at desc limit 200")
                .param(persons.toArray(UUID[]::new))
                .query(VisitTable::visit)
                .list();
    }

    void assign(UUID visit, UUID interpreter) {
        sql.sql("update visits.visit set interpreter_id = ? where id = ?")
                .params(interpreter, visit)
                .update();
    }

    /** Nobody else changes the visit until this transaction ends. */
    Optional<Visit> lock(UUID id) {
        return sql.sql("select * from visits.visit where id = ? for update")
                .param(id)
                .query(VisitTable::visit)
                .optional();
    }

    boolean any() {
        return sql.sql("select exists (select from visits.visit)")
                .query(Boolean.class)
                .single();
    }

    /** Half-open range; cancelled and lapsed visits are left out. */
    List<Visit> between(Instant from, Instant to) {
        return sql.sql("""
                        select * from visits.visit
                        where starts_at >= ? and starts_at < ? and state not in ('cancelled', 'lapsed')
                        order by starts_at, id
                        """)
                .params(Timestamp.from(from), Timestamp.from(to))
                .query(VisitTable::visit)
                .list();
    }

    /** How many visits begin on a day with somebody. */
    public record Count(LocalDate day, UUID specialist, int visits) {}

    /** Half-open range; cancelled and lapsed visits are left out. Of one person, room or device, or of everybody with null. */
    public List<Count> counts(Instant from, Instant to, ZoneId zone, @Nullable UUID of) {
        return sql.sql("""
                        select cast(starts_at at time zone :zone as date) as day, specialist_id, count(*) as visits
                        from visits.visit
                        where starts_at >= :from and starts_at < :to and state not in ('cancelled', 'lapsed')
                          and (cast(:of as uuid) is null or :of in (specialist_id, room_id, interpreter_id)
                               or :of = any (device_ids))
                        group by day, specialist_id
                        """)
                .param("zone", zone.getId())
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("of", of, Types.OTHER)
                .query((row, number) -> new Count(
                        row.getObject("day", LocalDate.class),
                        row.getObject("specialist_id", UUID.class),
                        row.getInt("visits")))
                .list();
    }

    void moved(Visit visit) {
        sql.sql("""
                        update visits.visit set starts_at = :start, ends_at = :end, specialist_id = :specialist,
                            room_id = :room, interpreter_id = :interpreter, device_ids = :devices, state = :state,
                            revision = :revision, cancelled_at = null
                        where id = :id
                        """)
                .param("id", visit.id())
                .param("start", Timestamp.from(visit.start()))
                .param("end", Timestamp.from(visit.end()))
                .param("specialist", visit.specialist())
                .param("room", visit.room())
                .param("interpreter", visit.interpreter())
                .param("devices", visit.devices().toArray(UUID[]::new))
                .param("state", visit.state().code())
                .param("revision", visit.revision())
                .update();
    }

    void keepDifferent(Visit visit) {
        sql.sql("update visits.visit set different = ?, revision = ? where id = ?")
                .param(visit.different())
                .param(visit.revision())
                .param(visit.id())
                .update();
    }

    /** Keeps a new state; a cancelled or lapsed visit counts one revision more. */
    void becomes(UUID id, Visit.State state) {
        sql.sql("""
                        update visits.visit set state = :state,
                            cancelled_at = case when :state = 'cancelled' then now() else cancelled_at end,
                            revision = revision + case when :state in ('cancelled', 'lapsed') then 1 else 0 end
                        where id = :id
                        """).param("id", id).param("state", state.code()).update();
    }

    void step(UUID visit, String what, @Nullable String reason) {
        sql.sql("insert into visits.step (id, visit_id, what, reason) values (?, ?, ?, ?)")
                .param(by.pobach.web.Ids.next())
                .param(visit)
                .param(what)
                .param(reason)
                .update();
    }

    List<Step> steps(UUID visit) {
        return sql.sql("select at, what, reason, by_actor from visits.step where visit_id = ? order by at, id")
                .param(visit)
                .query((row, number) -> new Step(
                        row.getTimestamp("at").toInstant(),
                        row.getString("what"),
                        row.getString("reason"),
                        row.getString("by_actor")))
                .list();
    }

    int futureVisits(byte[] contactHash, Instant now) {
        return sql.sql("""
                        select count(*) from visits.visit
                        where contact_hash = ? and starts_at > ? and state in ('asked', 'booked')
                        """)
                .params(contactHash, Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    int bookedSince(Instant since) {
        return sql.sql("select count(*) from visits.visit where booked_at > ?")
                .param(Timestamp.from(since))
                .query(Integer.class)
                .single();
    }

    /** Visits that nobody confirmed in time. */
    List<UUID> unconfirmed(Instant bookedBefore) {
        return sql.sql(
                        "select id from visits.visit where state = 'asked' and booked_at < ? order by booked_at limit 100")
                .param(Timestamp.from(bookedBefore))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    /** Ended before that instant and not erased yet. */
    List<Visit> toErase(Instant endedBefore) {
        return sql.sql("select * from visits.visit where erased_at is null and ends_at < ? order by ends_at limit 200")
                .param(Timestamp.from(endedBefore))
                .query(VisitTable::visit)
                .list();
    }

    void erase(UUID visit) {
        sql.sql("delete from visits.child where visit_id = ?").param(visit).update();
        sql.sql("update visits.step set reason = null where visit_id = ?")
                .param(visit)
                .update();
        sql.sql("""
                        update visits.visit set note = null, different = null, needs = '{}', erased_at = now(),
                            contact_hash = '\\x', other_contact_hash = null, code = '', consent_text = null
                        where id = ?
                        """).param(visit).update();
    }

    private static Visit visit(ResultSet row, int number) throws SQLException {
        Timestamp cancelled = row.getTimestamp("cancelled_at");
        return new Visit(
                row.getObject("id", UUID.class),
                row.getString("service_id"),
                Place.of(row.getString("place")).orElseThrow(),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getObject("specialist_id", UUID.class),
                row.getObject("room_id", UUID.class),
                row.getObject("interpreter_id", UUID.class),
                List.of((UUID[]) row.getArray("device_ids").getArray()),
                Arrays.stream((String[]) row.getArray("needs").getArray())
                        .map(Need::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toUnmodifiableSet()),
                row.getObject("person_id", UUID.class),
                row.getString("note"),
                row.getString("different"),
                Visit.State.of(row.getString("state")),
                row.getInt("revision"),
                row.getInt("generation"),
                row.getString("code"),
                row.getTimestamp("booked_at").toInstant(),
                cancelled == null ? null : cancelled.toInstant());
    }
}
