package by.pobach.journeys;

import by.pobach.visits.Visit;
import by.pobach.visits.VisitChanges;
import by.pobach.web.Actor;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says that people came to a visit whose day is not there yet: pages of what happens later need no clock of their own. */
class Arrivals {
    private static VisitChanges changes;
    private static JdbcClient jdbc;

    Arrivals(VisitChanges ofTheHouse, JdbcClient itsDatabase) {
        changes = ofTheHouse;
        jdbc = itsDatabase;
    }

    static void came(UUID visit) {
        Actor.as("test", () -> changes.happened(visit, Visit.State.CAME));
    }

    /** What a page shows while the visit that was tied to a child last is today; afterwards it has its own day again. */
    static <T> T whileExpected(Supplier<T> look) {
        int days = jdbc.sql("""
                with last as (select visit_id from account.visit_child order by at desc limit 1)
                update visits.visit v
                set starts_at = starts_at - make_interval(days => gone), ends_at = ends_at - make_interval(days => gone)
                from (select id, extract(day from starts_at - date_trunc('day', now(), 'Europe/Minsk'))::int as gone
                      from visits.visit join last on last.visit_id = id) away
                where v.id = away.id returning gone""").query(Integer.class).single();
        try {
            return look.get();
        } finally {
            jdbc.sql("""
                    update visits.visit
                    set starts_at = starts_at + make_interval(days => :days), ends_at = ends_at + make_interval(days => :days)
                    where id = (select visit_id from account.visit_child order by at desc limit 1)""").param("days", days).update();
        }
    }
}
