package by.pobach.journal;

import by.pobach.journal.Verification.Wrong;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is wrong inside a block whose hash is not that of its rows. */
final class Diagnosis {
    private static final String PLACES = """
            select s.position, s.entry_id, encode(s.sum, 'hex') as sum,
                   case when e.id is not null then encode(substring(sha256(%s) for %d), 'hex') end as now,
                   to_char(e.at, 'YYYY-MM-DD HH24:MI:SS') as at,
                   row_number() over (order by e.written, e.id) - 1 as rightly, b.entries
            from journal.block b left join journal.sealed s on s.block = b.number
                left join journal.entry e on e.id = s.entry_id
            where b.number = ? order by s.position""".formatted(BlockTable.ROW, BlockTable.SUM_BYTES);

    private final long block;
    private final List<Place> places;
    private final int entries;

    private Diagnosis(long block, List<Place> places, int entries) {
        this.block = block;
        this.places = places;
        this.entries = entries;
    }

    /** @param rightly its place in the order in which a block is filled */
    private record Place(
            int position,
            String id,
            String sum,
            @Nullable String now,
            @Nullable String at,
            int rightly) {
        boolean changed() {
            return !sum.equals(now);
        }
    }

    static Wrong of(Connection connection, long block) throws SQLException {
        List<Place> places = new ArrayList<>();
        int entries = 0;
        try (PreparedStatement statement = connection.prepareStatement(PLACES)) {
            statement.setLong(1, block);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries = row.getInt("entries");
                    if (row.getString("entry_id") != null) {
                        places.add(place(row));
                    }
                }
            }
        }
        Diagnosis diagnosis = new Diagnosis(block, places, entries);
        return new Wrong(diagnosis
                .gone()
                .or(diagnosis::reordered)
                .or(diagnosis::changed)
                .or(diagnosis::added)
                .orElse("Block " + block + " itself was rewritten: its number, its time, its count or its hash."));
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(
                row.getInt("position"),
                row.getString("entry_id"),
                row.getString("sum"),
                row.getString("now"),
                row.getString("at"),
                row.getInt("rightly"));
    }

    private Optional<String> gone() {
        for (int place = 0; place < entries; place++) {
            if (place >= places.size() || places.get(place).position != place) {
                return Optional.of("A row was removed from block " + block + ": the one at place " + place + " of 0 to "
                        + (entries - 1) + ".");
            }
            if (places.get(place).now == null) {
                return Optional.of("Row " + places.get(place).id + " of block " + block + " was removed.");
            }
        }
        return Optional.empty();
    }

    /** The same rows, or the same sums, at other places. */
    private Optional<String> reordered() {
        Map<String, Integer> sums = new HashMap<>();
        for (Place place : places) {
            sums.merge(place.sum, 1, Integer::sum);
            sums.merge(String.valueOf(place.now), -1, Integer::sum);
        }
        boolean sameRows = sums.values().stream().allMatch(count -> count == 0);
        return places.stream()
                .filter(place -> sameRows && (place.changed() || place.rightly != place.position))
                .findFirst()
                .map(place -> "Rows of block " + block + " were reordered, first row " + place.id + " of " + place.at
                        + " UTC at place " + place.position + ".");
    }

    private Optional<String> changed() {
        return places.stream()
                .filter(Place::changed)
                .findFirst()
                .map(place -> "Row " + place.id + " of block " + block
                        + " was changed; it says now that it was written at " + place.at + " UTC.");
    }

    private Optional<String> added() {
        return places.size() <= entries
                ? Optional.empty()
                : Optional.of("A row was added to block " + block + ", which was sealed with " + entries + ": "
                        + places.getLast().id + " is too many.");
    }
}
