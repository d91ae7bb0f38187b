package by.pobach.letters;

import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The postman's rounds. Each statement is a transaction of its own, so that nothing is locked while a mail server
 * thinks. {@code attempts} numbers the dialogues: whoever comes back late from an old one changes nothing.
 */
@Repository
class PostmanTable {
    /** Longer than a dialogue with a slow server lasts; after this it died with its node. */
    private static final String DEAD = "now() - interval '60 seconds'";

    private final JdbcClient jdbc;

    PostmanTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean anyDue() {
        return jdbc.sql("select exists (select from letters.letter where state = 'waiting' and due_at <= now())"
                        + " or exists (select from letters.letter where state = 'sending' and sending_at < " + DEAD
                        + ")")
                .query(Boolean.class)
                .single();
    }

    /** Takes the next letter out of the box; two nodes never take the same one. */
    Optional<KeptLetter> take() {
        return jdbc.sql("""
                update letters.letter set state = 'sending', sending_at = now(), attempts = attempts + 1
                where id = (select id from letters.letter where state = 'waiting' and due_at <= now()
                            order by due_at limit 1 for update skip locked)
                returning *
                """).query(KeptLetter::of).optional();
    }

    /** Takes over what a node that died had in its hands, if saying it twice does no harm. */
    Optional<KeptLetter> takeOver() {
        return jdbc.sql("""
                update letters.letter set sending_at = now(), attempts = attempts + 1
                where id = (select id from letters.letter where state = 'sending' and repeatable and sending_at < %s
                            order by sending_at limit 1 for update skip locked)
                returning *
                """.formatted(DEAD)).query(KeptLetter::of).optional();
    }

    /** What must not be said twice is not known to have been said. */
    void giveUpOnUnrepeatable() {
        jdbc.sql("""
                update letters.letter set state = 'unknown', done_at = now()
                where state = 'sending' and not repeatable and sending_at < %s
                """.formatted(DEAD)).update();
    }

    void sent(KeptLetter letter) {
        jdbc.sql("""
                update letters.letter set state = 'sent', done_at = now(), problem = null
                where id = :id and attempts = :attempts and state in ('sending', 'unknown')
                """)
                .param("id", letter.id())
                .param("attempts", letter.attempts())
                .update();
    }

    void failed(KeptLetter letter, String problem) {
        ended(letter, "failed", problem);
    }

    void unknown(KeptLetter letter, String problem) {
        ended(letter, "unknown", problem);
    }

    /** Back into the box, for later; after two days a person has to tell it. */
    void later(KeptLetter letter, Duration pause, String problem) {
        jdbc.sql("""
                update letters.letter
                set state = case when posted_at < now() - interval '2 days' then 'failed' else 'waiting' end,
                    due_at = now() + make_interval(secs => :seconds), problem = :problem
                where id = :id and attempts = :attempts and state = 'sending'
                """)
                .param("seconds", pause.toSeconds())
                .param("problem", problem)
                .param("id", letter.id())
                .param("attempts", letter.attempts())
                .update();
    }

    private void ended(KeptLetter letter, String state, String problem) {
        jdbc.sql("""
                update letters.letter set state = :state, done_at = now(), problem = :problem
                where id = :id and attempts = :attempts and state = 'sending'
                """)
                .param("state", state)
                .param("problem", problem)
                .param("id", letter.id())
                .param("attempts", letter.attempts())
                .update();
    }
}
