package by.pobach.settings;

import by.pobach.web.Ids;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ChangeTable {
    private static final int SHOWN = 30;

    private final JdbcClient jdbc;

    /** One field of one thing, changed by somebody. */
    record Change(String field, String before, String after, Instant at, String by) {}

    ChangeTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    int revision(String thing) {
        return jdbc.sql("select revision from settings.thing where thing = ?")
                .param(thing)
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    /** Whoever asks second waits here until the first has kept or left. */
    int lock(String thing) {
        jdbc.sql("insert into settings.thing (thing) values (?) on conflict do nothing")
                .param(thing)
                .update();
        return jdbc.sql("select revision from settings.thing where thing = ? for update")
                .param(thing)
                .query(Integer.class)
                .single();
    }

    /** Another form of this thing has to notice that something changed. */
    void next(String thing) {
        jdbc.sql("""
                insert into settings.thing (thing, revision) values (?, 1)
                on conflict (thing) do update set revision = settings.thing.revision + 1
                """).param(thing).update();
    }

    void add(String thing, String field, String before, String after) {
        jdbc.sql("insert into settings.change (id, thing, field, before, after) values (?, ?, ?, ?, ?)")
                .params(Ids.next(), thing, field, before, after)
                .update();
    }

    List<Change> newest(String thing) {
        return jdbc.sql("""
                select field, before, after, at, by_actor from settings.change
                where thing = ? order by id desc limit ?
                """)
                .params(thing, SHOWN)
                .query((row, _) -> new Change(
                        row.getString("field"),
                        row.getString("before"),
                        row.getString("after"),
                        row.getTimestamp("at").toInstant(),
                        row.getString("by_actor")))
                .list();
    }

    Optional<Change> last(String thing) {
        return newest(thing).stream().findFirst();
    }
}
