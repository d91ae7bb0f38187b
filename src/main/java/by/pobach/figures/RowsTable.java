package by.pobach.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What stands behind a figure, by the same conditions that count it. */
@Repository
class RowsTable {
    /** More visits on one page nobody reads; there is a next page. */
    static final int PAGE = 100;

    /** Promises are few: they stand on the first page, all of them. */
    private static final int PROMISES = 1000;

    private final JdbcClient sql;

    RowsTable(JdbcClient sql) {
        this.sql = sql;
    }

    /** One page; {@code more} says whether another follows. */
    record Page(List<Row> rows, boolean more) {}

    /** @param page from 0 */
    Page of(Figure figure, Week week, Instant now, int page) {
        List<Row> rows = rows(figure, week, now, page);
        boolean more = rows.stream().filter(Row.OfVisit.class::isInstance).count() > PAGE;
        return new Page(more ? rows.subList(0, rows.size() - 1) : rows, more);
    }

    private List<Row> rows(Figure figure, Week week, Instant now, int page) {
        return switch (figure) {
            case ASKED -> asked(week, now, page);
            case ANSWERED -> tasks("due >= :monday and due < :next order by due, made_at, id", week, now);
            case OLDEST_WISH -> tasks("kind = 'wish' and done_at is null order by made_at, id", week, now);
            case LONGEST_WAIT ->
                held(
                        "state in ('booked', 'came', 'late', 'no-show') order by starts_at - booked_at desc, id",
                        week,
                        now,
                        page);
            case KEPT -> held("state in ('came', 'late') order by starts_at, id", week, now, page);
            case NO_SHOW -> held("state = 'no-show' order by starts_at, id", week, now, page);
            case UNMARKED -> held("state = 'booked' and ends_at <= :now order by starts_at, id", week, now, page);
            case CANCELLED_BY_FAMILY -> cancelled("not cancelled_by_staff", week, now, page);
            case CANCELLED_BY_US -> cancelled("cancelled_by_staff", week, now, page);
            case UNTOLD ->
                visits("id in (select about from letters.published_untold) order by starts_at, id", week, now, page);
        };
    }

    /** Wishes first: they are few, and each is a family without a time. */
    private List<Row> asked(Week week, Instant now, int page) {
        List<Row> rows = new ArrayList<>();
        if (page == 0) {
            rows.addAll(tasks("kind = 'wish' and made_at >= :from and made_at < :to order by made_at, id", week, now));
        }
        rows.addAll(visits(
                "booked_at >= :from and booked_at < :to and state <> 'lapsed' order by booked_at, id",
                week,
                now,
                page));
        return rows;
    }

    private List<Row> held(String condition, Week week, Instant now, int page) {
        return visits("starts_at >= :from and starts_at < :to and " + condition, week, now, page);
    }

    private List<Row> cancelled(String condition, Week week, Instant now, int page) {
        return visits(
                "state = 'cancelled' and cancelled_at >= :from and cancelled_at < :to and " + condition
                        + " order by cancelled_at, id",
                week,
                now,
                page);
    }

    private List<Row> visits(String condition, Week week, Instant now, int page) {
        return sql.sql("select * from visits.published_visit where " + condition + " limit :most offset :skip")
                .params(CountsTable.parameters(week, now))
                .param("most", PAGE + 1)
                .param("skip", page * PAGE)
                .query(RowsTable::visit)
                .list();
    }

    private List<Row> tasks(String condition, Week week, Instant now) {
        return sql.sql("select * from visits.published_task where " + condition + " limit :most")
                .params(CountsTable.parameters(week, now))
                .param("most", PROMISES)
                .query(RowsTable::task)
                .list();
    }

    private static Row visit(ResultSet row, int number) throws SQLException {
        return new Row.OfVisit(
                row.getObject("id", UUID.class),
                row.getString("service_id"),
                row.getObject("specialist_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getTimestamp("starts_at").toInstant(),
                row.getTimestamp("ends_at").toInstant(),
                row.getString("state"),
                row.getTimestamp("booked_at").toInstant());
    }

    private static Row task(ResultSet row, int number) throws SQLException {
        Timestamp done = row.getTimestamp("done_at");
        return new Row.OfTask(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getObject("visit_id", UUID.class),
                row.getObject("person_id", UUID.class),
                row.getTimestamp("made_at").toInstant(),
                row.getObject("due", LocalDate.class),
                done == null ? null : done.toInstant());
    }
}
