package by.pobach.diary;

import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class DiaryTable {
    private final JdbcClient sql;
    private final JdbcTemplate jdbc;

    DiaryTable(JdbcClient sql, JdbcTemplate jdbc) {
        this.sql = sql;
        this.jdbc = jdbc;
    }

    /** How many were new. */
    int register(List<Resource> resources) {
        return sql.sql("""
                        insert into diary.resource (id, kind)
                        select id, kind from unnest(?, ?) as r (id, kind) on conflict (id) do nothing
                        """)
                .params(
                        resources.stream().map(Resource::id).toArray(UUID[]::new),
                        resources.stream()
                                .map(resource -> resource.kind().column())
                                .toArray(String[]::new))
                .update();
    }

    List<UUID> resources() {
        return sql.sql("select id from diary.resource")
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    void keepShifts(UUID resource, List<Shift> shifts) {
        sql.sql("delete from diary.shift where resource_id = ?").param(resource).update();
        for (Shift shift : shifts) {
            sql.sql("insert into diary.shift (resource_id, weekday, starts, ends) values (?, ?, ?, ?)")
                    .params(resource, shift.day().getValue(), shift.from(), shift.to())
                    .update();
        }
    }

    void keepShifts(UUID resource, LocalDate from, List<Shift> shifts) {
        sql.sql("delete from diary.shift where resource_id = ? and lower(valid) >= ?")
                .params(resource, from)
                .update();
        sql.sql("""
                        update diary.shift set valid = daterange(lower(valid), ?)
                        where resource_id = ? and (upper(valid) is null or upper(valid) > ?)
                        """).params(from, resource, from).update();
        for (Shift shift : shifts) {
            sql.sql("""
                            insert into diary.shift (resource_id, weekday, starts, ends, valid)
                            values (?, ?, ?, ?, daterange(?, null))
                            """)
                    .params(resource, shift.day().getValue(), shift.from(), shift.to(), from)
                    .update();
        }
    }

    List<Diary.Working> shifts(UUID resource) {
        Map<LocalDate, List<Shift>> versions = new TreeMap<>();
        sql.sql("""
                        select weekday, starts, ends, coalesce(lower(valid), '-infinity') as since from diary.shift
                        where resource_id = ? and (upper(valid) is null or upper(valid) > current_date)
                        order by since, weekday, starts
                        """).param(resource).query(row -> {
            LocalDate since = row.getObject("since", LocalDate.class);
            versions.computeIfAbsent(since, date -> new ArrayList<>())
                    .add(new Shift(
                            DayOfWeek.of(row.getInt("weekday")),
                            row.getObject("starts", LocalTime.class),
                            row.getObject("ends", LocalTime.class)));
        });
        return versions.entrySet().stream()
                .map(version -> new Diary.Working(
                        version.getKey().equals(LocalDate.MIN) ? null : version.getKey(), version.getValue()))
                .toList();
    }

    void dropSpecialDay(UUID resource, LocalDate day) {
        sql.sql("delete from diary.special_day where resource_id = ? and day = ?")
                .params(resource, day)
                .update();
    }

    List<Diary.SpecialDay> specialDays(UUID resource, LocalDate from) {
        return sql.sql("""
                        select day, starts, ends from diary.special_day
                        where resource_id = ? and day >= ? order by day, starts
                        """)
                .params(resource, from)
                .query((row, number) -> new Diary.SpecialDay(
                        row.getObject("day", LocalDate.class),
                        row.getObject("starts", LocalTime.class),
                        row.getObject("ends", LocalTime.class)))
                .list();
    }

    void keepSpecialDay(UUID resource, LocalDate day, @Nullable LocalTime from, @Nullable LocalTime to) {
        sql.sql("delete from diary.special_day where resource_id = ? and day = ?")
                .params(resource, day)
                .update();
        sql.sql("insert into diary.special_day (resource_id, day, starts, ends) values (?, ?, ?, ?)")
                .param(resource)
                .param(day)
                .param(from)
                .param(to)
                .update();
    }

    void absent(UUID id, Slot slot) {
        sql.sql("""
                        insert into diary.absence (id, resource_id, during) values (?, ?, tstzrange(?, ?))
                        on conflict (id) do update set during = excluded.during
                        """).params(id, slot.resource(), at(slot.from()), at(slot.to())).update();
    }

    void present(UUID id) {
        sql.sql("delete from diary.absence where id = ?").param(id).update();
    }

    /** Inserts all slots in one order that every booking uses, so that two bookings never wait for each other in a ring. */
    int hold(UUID heldFor, String kind, @Nullable Instant expires, List<Slot> slots) {
        List<Slot> ordered = slots.stream()
                .sorted(Comparator.comparing(Slot::resource).thenComparing(Slot::from))
                .toList();
        String insert = """
                insert into diary.hold (id, held_for, kind, expires_at, resource_id, during)
                select s.id, ?, ?, ?, s.resource_id, tstzrange(s.starts, s.ends)
                from unnest(?, ?, ?, ?) as s (id, resource_id, starts, ends)
                where not exists (select from diary.absence a
                                  where a.resource_id = s.resource_id and a.during && tstzrange(s.starts, s.ends))
                order by s.resource_id, s.starts
                on conflict do nothing
                """;
        Integer inserted = jdbc.execute((Connection connection) -> {
            try (var statement = connection.prepareStatement(insert)) {
                UUID[] ids =
                        ordered.stream().map(slot -> by.pobach.web.Ids.next()).toArray(UUID[]::new);
                statement.setObject(1, heldFor);
                statement.setString(2, kind);
                statement.setTimestamp(3, expires == null ? null : Timestamp.from(expires));
                statement.setArray(4, connection.createArrayOf("uuid", ids));
                setSlots(connection, statement, 5, ordered);
                return statement.executeUpdate();
            }
        });
        return inserted == null ? 0 : inserted;
    }

    List<Slot> release(UUID heldFor) {
        return sql.sql("""
                        update diary.hold set released_at = now(), changed = pg_current_xact_id()
                        where held_for = ? and released_at is null
                        returning resource_id, lower(during) as starts, upper(during) as ends
                        """).param(heldFor).query(DiaryTable::slot).list();
    }

    List<Slot> releaseExpired() {
        return sql.sql("""
                        update diary.hold set released_at = now(), changed = pg_current_xact_id()
                        where released_at is null and expires_at < now()
                        returning resource_id, lower(during) as starts, upper(during) as ends
                        """).query(DiaryTable::slot).list();
    }

    int expire(UUID heldFor, Instant at) {
        return sql.sql("update diary.hold set expires_at = ? where held_for = ? and released_at is null")
                .params(Timestamp.from(at), heldFor)
                .update();
    }

    int keep(UUID heldFor) {
        return sql.sql("update diary.hold set expires_at = null where held_for = ? and released_at is null")
                .param(heldFor)
                .update();
    }

    List<Slot> heldFor(UUID heldFor) {
        return sql.sql("""
                        select resource_id, lower(during) as starts, upper(during) as ends
                        from diary.hold where held_for = ? and released_at is null
                        """).param(heldFor).query(DiaryTable::slot).list();
    }

    /** One look into the index per resource, however long the history is. */
    List<Slot> holds(Instant from, Instant to) {
        return sql.sql("""
                        select r.id as resource_id, lower(h.during) as starts, upper(h.during) as ends
                        from diary.resource r
                        cross join lateral (
                            select during from diary.hold
                            where resource_id = r.id and during && tstzrange(:from, :to) and released_at is null) h
                        """)
                .param("from", at(from))
                .param("to", at(to))
                .query(DiaryTable::slot)
                .list();
    }

    List<Slot> holds(List<Slot> asked) {
        String select = """
                select s.resource_id, lower(h.during) as starts, upper(h.during) as ends
                from unnest(?, ?, ?) as s (resource_id, starts, ends)
                cross join lateral (
                    select during from diary.hold
                    where resource_id = s.resource_id and during && tstzrange(s.starts, s.ends)
                      and released_at is null) h
                """;
        return jdbc.execute((Connection connection) -> {
            try (var statement = connection.prepareStatement(select)) {
                setSlots(connection, statement, 1, asked);
                return slots(statement.executeQuery());
            }
        });
    }

    /** Changed since {@code mark}, from transactions all of which have ended: nothing can appear below the new mark later. */
    List<Slot> changedSince(String mark, String below) {
        return sql.sql("""
                        select resource_id, lower(during) as starts, upper(during) as ends
                        from diary.hold where changed >= ?::xid8 and changed < ?::xid8
                        """).params(mark, below).query(DiaryTable::slot).list();
    }

    /** Whether working hours or absences changed in that half-open span of transactions. */
    boolean openingsChangedSince(String mark, String below) {
        return sql.sql("""
                        select exists (select from diary.openings_change
                                       where changed >= ?::xid8 and changed < ?::xid8)
                        """).params(mark, below).query(Boolean.class).single();
    }

    String horizon() {
        return sql.sql("select pg_snapshot_xmin(pg_current_snapshot())::text")
                .query(String.class)
                .single();
    }

    Openings openings(OpenDays days, DayGrid grid) {
        return new Openings(days, grid, shifts(), specialDays(days.base()), absences(grid.midnight(days.base())));
    }

    private Map<UUID, List<Openings.ShiftRow>> shifts() {
        Map<UUID, List<Openings.ShiftRow>> byResource = new HashMap<>();
        sql.sql("""
                        select resource_id, weekday, starts, ends, lower(valid) as valid_from, upper(valid) as valid_to
                        from diary.shift order by resource_id, weekday, starts
                        """).query(row -> {
            Shift shift = new Shift(
                    DayOfWeek.of(row.getInt("weekday")),
                    row.getObject("starts", LocalTime.class),
                    row.getObject("ends", LocalTime.class));
            byResource
                    .computeIfAbsent(row.getObject("resource_id", UUID.class), id -> new ArrayList<>())
                    .add(new Openings.ShiftRow(
                            shift,
                            row.getObject("valid_from", LocalDate.class),
                            row.getObject("valid_to", LocalDate.class)));
        });
        return byResource;
    }

    private Map<UUID, Map<LocalDate, List<Openings.HourRange>>> specialDays(LocalDate base) {
        Map<UUID, Map<LocalDate, List<Openings.HourRange>>> byResource = new HashMap<>();
        sql.sql("select resource_id, day, starts, ends from diary.special_day where day >= ?")
                .param(base)
                .query(row -> {
                    List<Openings.HourRange> hours = byResource
                            .computeIfAbsent(row.getObject("resource_id", UUID.class), id -> new HashMap<>())
                            .computeIfAbsent(row.getObject("day", LocalDate.class), day -> new ArrayList<>());
                    LocalTime starts = row.getObject("starts", LocalTime.class);
                    if (starts != null) {
                        hours.add(new Openings.HourRange(starts, row.getObject("ends", LocalTime.class)));
                    }
                });
        return byResource;
    }

    List<Slot> absencesAfter(Instant since) {
        return sql.sql("""
                        select resource_id, lower(during) as starts, upper(during) as ends
                        from diary.absence where upper(during) > ? order by starts
                        """).param(at(since)).query(DiaryTable::slot).list();
    }

    private Map<UUID, List<Slot>> absences(Instant since) {
        Map<UUID, List<Slot>> byResource = new HashMap<>();
        absencesAfter(since)
                .forEach(slot -> byResource
                        .computeIfAbsent(slot.resource(), id -> new ArrayList<>())
                        .add(slot));
        return byResource;
    }

    Optional<Diary.Absence> absence(UUID id) {
        return sql.sql("""
                        select id, resource_id, lower(during) as starts, upper(during) as ends
                        from diary.absence where id = ?
                        """).param(id).query(DiaryTable::absence).optional();
    }

    List<Diary.Absence> noted(UUID resource, Instant from, Instant to) {
        return sql.sql("""
                        select id, resource_id, lower(during) as starts, upper(during) as ends
                        from diary.absence where resource_id = ? and during && tstzrange(?, ?) order by during
                        """)
                .params(resource, at(from), at(to))
                .query(DiaryTable::absence)
                .list();
    }

    private static Diary.Absence absence(ResultSet row, int number) throws SQLException {
        return new Diary.Absence(row.getObject("id", UUID.class), slot(row, number));
    }

    List<Slot> absences(UUID resource, Instant from, Instant to) {
        return sql.sql("""
                        select resource_id, lower(during) as starts, upper(during) as ends
                        from diary.absence where resource_id = ? and during && tstzrange(?, ?) order by during
                        """)
                .params(resource, at(from), at(to))
                .query(DiaryTable::slot)
                .list();
    }

    private static void setSlots(
            Connection connection, java.sql.PreparedStatement statement, int first, List<Slot> slots)
            throws SQLException {
        statement.setArray(
                first,
                array(connection, "uuid", slots.stream().map(Slot::resource).toArray()));
        statement.setArray(
                first + 1,
                array(
                        connection,
                        "timestamptz",
                        slots.stream().map(slot -> slot.from().toString()).toArray()));
        statement.setArray(
                first + 2,
                array(
                        connection,
                        "timestamptz",
                        slots.stream().map(slot -> slot.to().toString()).toArray()));
    }

    private static Array array(Connection connection, String type, Object[] values) throws SQLException {
        return connection.createArrayOf(type, values);
    }

    private static List<Slot> slots(ResultSet rows) throws SQLException {
        List<Slot> slots = new ArrayList<>();
        while (rows.next()) {
            slots.add(slot(rows, 0));
        }
        return slots;
    }

    private static Slot slot(ResultSet row, int number) throws SQLException {
        return new Slot(
                row.getObject("resource_id", UUID.class),
                row.getTimestamp("starts").toInstant(),
                row.getTimestamp("ends").toInstant());
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
