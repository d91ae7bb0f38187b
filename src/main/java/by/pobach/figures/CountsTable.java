package by.pobach.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All numbers of a week in one question; each part of it asks an index by time. */
@Repository
class CountsTable {
    static final String COUNTS = """
            select asked.booked, made.wished, due.promised, due.in_time, due.waiting, held.longest, held.kept,
                held.no_show, held.unmarked, off.by_us, off.by_family, untold.untold, open.wishes, open.oldest
            from
                (select count(*) as booked from visits.published_visit
                 where booked_at >= :from and booked_at < :to and state <> 'lapsed') asked,
                (select count(*) as wished from visits.published_task
                 where kind = 'wish' and made_at >= :from and made_at < :to) made,
                (select count(*) as promised,
                        count(*) filter (where (done_at at time zone :zone)::date <= due) as in_time,
                        count(*) filter (where done_at is null and due >= :today) as waiting
                 from visits.published_task where due >= :monday and due < :next) due,
                (select count(*) filter (where state in ('came', 'late')) as kept,
                        count(*) filter (where state = 'no-show') as no_show,
                        count(*) filter (where state = 'booked' and ends_at <= :now) as unmarked,
                        max((starts_at at time zone :zone)::date - (booked_at at time zone :zone)::date)
                            filter (where state in ('booked', 'came', 'late', 'no-show')) as longest
                 from visits.published_visit where starts_at >= :from and starts_at < :to) held,
                (select count(*) filter (where cancelled_by_staff) as by_us,
                        count(*) filter (where not cancelled_by_staff) as by_family
                 from visits.published_visit
                 where state = 'cancelled' and cancelled_at >= :from and cancelled_at < :to) off,
                (select count(*) as untold from letters.published_untold) untold,
                (select count(*) as wishes, :today - min((made_at at time zone :zone)::date) as oldest
                 from visits.published_task where kind = 'wish' and done_at is null) open
            """;

    private final JdbcClient sql;

    CountsTable(JdbcClient sql) {
        this.sql = sql;
    }

    Counts of(Week week, Instant now) {
        return sql.sql(COUNTS)
                .params(parameters(week, now))
                .query(CountsTable::counts)
                .single();
    }

    static Map<String, Object> parameters(Week week, Instant now) {
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("from", Timestamp.from(week.start()));
        parameters.put("to", Timestamp.from(week.end()));
        parameters.put("monday", week.monday());
        parameters.put("next", week.next());
        parameters.put("zone", week.zone().getId());
        parameters.put("now", Timestamp.from(now));
        parameters.put("today", now.atZone(week.zone()).toLocalDate());
        return parameters;
    }

    private static Counts counts(ResultSet row, int number) throws SQLException {
        return new Counts(
                row.getInt("booked"),
                row.getInt("wished"),
                row.getInt("promised"),
                row.getInt("in_time"),
                row.getInt("waiting"),
                row.getObject("longest", Integer.class),
                row.getInt("kept"),
                row.getInt("no_show"),
                row.getInt("unmarked"),
                row.getInt("by_family"),
                row.getInt("by_us"),
                row.getInt("untold"),
                row.getInt("wishes"),
                row.getObject("oldest", Integer.class));
    }
}
