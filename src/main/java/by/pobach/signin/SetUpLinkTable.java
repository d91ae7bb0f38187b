package by.pobach.signin;

import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SetUpLinkTable {
    private final JdbcClient jdbc;

    SetUpLinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String token, Duration goodFor) {
        jdbc.sql("""
                insert into signin.set_up_link (hash, expires_at)
                values (:hash, now() + make_interval(secs => :seconds))
                """)
                .param("hash", Secrets.hash(token))
                .param("seconds", goodFor.toSeconds())
                .update();
    }

    boolean isGood(String token) {
        return jdbc.sql("""
                select exists (select from signin.set_up_link where hash = :hash and expires_at > now())
                """)
                .param("hash", Secrets.hash(token))
                .query(Boolean.class)
                .single();
    }

    void oneAtATime() {
        jdbc.sql("lock table signin.set_up_link in exclusive mode").update();
    }

    void removeAll() {
        jdbc.sql("delete from signin.set_up_link").update();
    }
}
