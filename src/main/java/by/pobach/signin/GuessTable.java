package by.pobach.signin;

import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GuessTable {
    private final JdbcClient jdbc;

    GuessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Counts one guess for each subject, holding the rows; false when any is over its limit. */
    boolean count(List<GuessLimit.Counted> all, boolean familiar) {
        boolean within = true;
        for (GuessLimit.Counted one : all) {
            within &= count(one, one.window()) <= one.most() || familiar && one.strangersOnly();
        }
        return within;
    }

    private int count(GuessLimit.Counted one, Duration window) {
        return jdbc.sql("""
                insert into signin.guesses as g (subject, counted, since) values (:subject, 1, now())
                on conflict (subject) do update set
                    counted = case when g.since < now() - make_interval(secs => :window) then 1 else g.counted + 1 end,
                    since = case when g.since < now() - make_interval(secs => :window) then now() else g.since end
                returning counted
                """)
                .param("subject", one.subject())
                .param("window", window.toSeconds())
                .query(Integer.class)
                .single();
    }

    void giveBack(List<GuessLimit.Counted> all) {
        for (GuessLimit.Counted one : all) {
            jdbc.sql("update signin.guesses set counted = greatest(counted - 1, 0) where subject = :subject")
                    .param("subject", one.subject())
                    .update();
        }
    }

    boolean familiar(byte[] pair) {
        return jdbc.sql("""
                select exists (select from signin.familiar
                               where subject = :pair and last_at > now() - interval '90 days')
                """).param("pair", pair).query(Boolean.class).single();
    }

    void rememberFamiliar(byte[] pair) {
        jdbc.sql("""
                insert into signin.familiar (subject, last_at) values (:pair, now())
                on conflict (subject) do update set last_at = now()
                """).param("pair", pair).update();
    }

    /** What limits nobody any more. */
    void sweep() {
        jdbc.sql("delete from signin.guesses where since < now() - interval '2 days'")
                .update();
        jdbc.sql("delete from signin.familiar where last_at < now() - interval '90 days'")
                .update();
        jdbc.sql("delete from signin.set_up_link where expires_at < now()").update();
    }
}
