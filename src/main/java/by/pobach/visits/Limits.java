package by.pobach.visits;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How often is too often. Never by address, since a school is one address, except for failed look-ups of tokens and codes.
 * Counted in the database, so that two nodes count together.
 */
@Component
class Limits {
    private final JdbcClient sql;
    private final VisitKeys keys;
    private final VisitRules rules;
    private final Clock clock;
    private volatile Instant rushCounted = Instant.EPOCH;
    private volatile boolean rush;

    Limits(JdbcClient sql, VisitKeys keys, VisitRules rules, Clock clock) {
        this.sql = sql;
        this.keys = keys;
        this.rules = rules;
        this.clock = clock;
    }

    /** Counts an attempt of this contact; false when it is one too many this minute. */
    boolean mayTry(String contact) {
        return !rules.limits() || count(keys.contact("try/" + contact)) <= rules.attemptsPerMinute();
    }

    /** Whether this address may look a token or code up, after its failures of this minute. */
    boolean mayLookUp(String address) {
        if (!rules.limits()) {
            return true;
        }
        return sql.sql("select coalesce(sum(times), 0) from visits.attempt where who = ? and minute = ?")
                        .params(lookup(address), minute())
                        .query(Integer.class)
                        .single()
                < rules.failedLookups();
    }

    void failedLookUp(String address) {
        if (rules.limits()) {
            count(lookup(address));
        }
    }

    /** Whether so many bookings came within an hour that new ones must be confirmed by link. Looked at every ten seconds. */
    boolean rush(VisitTable table) {
        Instant now = clock.instant();
        if (rules.limits() && rushCounted.plusSeconds(10).isBefore(now)) {
            rush = table.bookedSince(now.minus(1, ChronoUnit.HOURS)) > rules.rushPerHour();
            rushCounted = now;
        }
        return rush;
    }

    void forgetOld() {
        sql.sql("delete from visits.attempt where minute < ?")
                .param(Timestamp.from(clock.instant().minus(1, ChronoUnit.HOURS)))
                .update();
    }

    private int count(byte[] who) {
        return sql.sql("""
                        insert into visits.attempt as a (who, minute) values (?, ?)
                        on conflict (who, minute) do update set times = a.times + 1 returning times
                        """).params(who, minute()).query(Integer.class).single();
    }

    private byte[] lookup(String address) {
        return keys.contact("look-up/" + address);
    }

    private Timestamp minute() {
        return Timestamp.from(clock.instant().truncatedTo(ChronoUnit.MINUTES));
    }
}
