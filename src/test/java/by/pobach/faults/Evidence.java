package by.pobach.faults;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the database holds when everything is over, with the instants at which transactions were committed. */
record Evidence(List<Held> holds, List<Visit> visits, List<Change> changes, List<Letter> letters) {

    /** A hold that other transactions could see from {@code born} until {@code died}, or still when null. */
    record Held(
            UUID visit,
            UUID resource,
            Instant from,
            Instant to,
            Instant born,
            @Nullable Instant died) {
        boolean overlaps(UUID other, Instant start, Instant end) {
            return resource.equals(other) && from.isBefore(end) && start.isBefore(to);
        }
    }

    /** @param key the booking's key, which its contact carries */
    record Visit(UUID id, String key, String tokenHash, String state, Instant start) {}

    record Change(UUID visit, String what, Instant at) {}

    record Letter(UUID about, String kind) {}

    private interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    static Evidence of(Connection database) throws SQLException {
        List<Change> changes = all(
                database,
                "select visit_id, what, pg_xact_commit_timestamp(xmin) as at from visits.step",
                row -> new Change(uuid(row, "visit_id"), row.getString("what"), at(row, "at")));
        List<Held> holds = all(database, """
                select held_for, resource_id, lower(during) as starts, upper(during) as ends,
                       released_at is not null as released, pg_xact_commit_timestamp(xmin) as at
                from diary.hold""", row -> held(row, changes));
        List<Visit> visits = all(
                database,
                """
                select v.id, split_part(p.email, '@', 1) as key, encode(v.token_hash, 'hex') as token, v.state, v.starts_at
                from visits.visit v join people.person p on p.id = v.person_id""",
                row -> new Visit(
                        uuid(row, "id"),
                        row.getString("key"),
                        row.getString("token"),
                        row.getString("state"),
                        at(row, "starts_at")));
        List<Letter> letters = all(
                database,
                "select about, kind from letters.letter",
                row -> new Letter(uuid(row, "about"), row.getString("kind")));
        return new Evidence(holds, visits, changes, letters);
    }

    /** The row itself knows its last change; a released hold was made by the change of its visit before that one. */
    private static Held held(ResultSet row, List<Change> changes) throws SQLException {
        UUID visit = uuid(row, "held_for");
        Instant last = at(row, "at");
        boolean released = row.getBoolean("released");
        Instant born = changes.stream()
                .filter(change -> released && change.visit.equals(visit) && change.at.isBefore(last))
                .map(Change::at)
                .max(Comparator.naturalOrder())
                .orElse(last);
        return new Held(
                visit, uuid(row, "resource_id"), at(row, "starts"), at(row, "ends"), born, released ? last : null);
    }

    private static <T> List<T> all(Connection database, String query, Reader<T> reader) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<T> all = new ArrayList<>();
            while (rows.next()) {
                all.add(reader.read(rows));
            }
            return all;
        }
    }

    private static UUID uuid(ResultSet row, String column) throws SQLException {
        return row.getObject(column, UUID.class);
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at.toInstant();
    }
}
