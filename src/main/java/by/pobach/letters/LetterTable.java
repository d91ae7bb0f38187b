package by.pobach.letters;

import by.pobach.web.Ids;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people do with letters; what the postman does is in {@link PostmanTable}. */
@Repository
class LetterTable {
    private final JdbcClient jdbc;

    LetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this was posted before. What is posted to somebody who wants silence is withdrawn at once. */
    boolean insert(Letter letter, String state, String domain) {
        UUID id = Ids.next();
        var invitation = letter.invitation();
        return jdbc.sql("""
                insert into letters.letter (id, about, revision, kind, channel, recipient, language, subject, words,
                    html, ics, ics_method, message_id, state, repeatable)
                values (:id, :about, :revision, :kind, :channel, :recipient, :language, :subject, :words,
                    :html, :ics, :method, :message,
                    case when exists (select from letters.hushed where recipient_hash = sha256(convert_to(:recipient, 'UTF8')))
                        then 'withdrawn' else :state end, :repeatable)
                on conflict (about, revision, kind, channel) do nothing
                """)
                        .param("id", id)
                        .param("about", letter.about())
                        .param("revision", letter.revision())
                        .param("kind", letter.kind())
                        .param("channel", letter.channel().name())
                        .param("recipient", letter.to())
                        .param("language", letter.language().tag())
                        .param("subject", letter.subject())
                        .param("words", letter.text())
                        .param("html", letter.html())
                        .param("ics", invitation == null ? null : invitation.ics())
                        .param("method", invitation == null ? null : invitation.method())
                        .param("message", "<" + id + "@" + domain + ">")
                        .param("state", state)
                        .param("repeatable", !letter.kind().startsWith("reminder"))
                        .update()
                == 1;
    }

    void hush(String to) {
        jdbc.sql(
                        "insert into letters.hushed (recipient_hash) values (sha256(convert_to(?, 'UTF8'))) on conflict do nothing")
                .param(to)
                .update();
    }

    void unhush(String to) {
        jdbc.sql("delete from letters.hushed where recipient_hash = sha256(convert_to(?, 'UTF8'))")
                .param(to)
                .update();
    }

    /** Also what was posted while somebody just asked for silence. */
    int withdrawHushed() {
        return jdbc.sql("""
                update letters.letter
                set recipient = null, subject = null, words = null, html = null, ics = null, state = 'withdrawn', done_at = now()
                where state in ('waiting', 'to_tell', 'failed', 'unknown')
                  and sha256(convert_to(recipient, 'UTF8')) in (select recipient_hash from letters.hushed)
                """).update();
    }

    List<KeptLetter> toTell() {
        return jdbc.sql("""
                select * from (
                    select distinct on (about) * from letters.letter
                    where state in ('to_tell', 'failed', 'unknown')
                    order by about, revision desc, posted_at desc) newest
                order by posted_at limit 500
                """).query(KeptLetter::of).list();
    }

    List<Posted> newest(Collection<UUID> about) {
        return jdbc.sql("""
                select distinct on (about) about, revision, state, told_by from letters.letter
                where about in (:about) order by about, revision desc, posted_at desc
                """)
                .param("about", about)
                .query((row, number) -> new Posted(
                        row.getObject("about", UUID.class),
                        row.getInt("revision"),
                        Posted.How.of(row.getString("state")),
                        row.getString("told_by")))
                .list();
    }

    int told(UUID id, String who) {
        return jdbc.sql("""
                update letters.letter older set state = 'told', told_by = :who, done_at = now()
                from letters.letter said
                where said.id = :id and said.state in ('to_tell', 'failed', 'unknown')
                  and older.about = said.about and older.state in ('to_tell', 'failed', 'unknown')
                  and (older.revision < said.revision
                       or older.revision = said.revision and older.posted_at <= said.posted_at)
                """).param("id", id).param("who", who).update();
    }

    void forget(UUID about) {
        jdbc.sql("""
                update letters.letter
                set recipient = null, subject = null, words = null, html = null, ics = null,
                    state = case when state in ('waiting', 'to_tell', 'failed', 'unknown') then 'withdrawn'
                            else state end
                where about = :about
                """).param("about", about).update();
    }

    Letters.State state(boolean mailLeaves) {
        return jdbc.sql("""
                select (select count(*) from letters.letter where state = 'waiting') waiting,
                       (select count(distinct about) from letters.letter
                        where state in ('to_tell', 'failed', 'unknown')) to_tell
                """)
                .query((row, number) -> new Letters.State(mailLeaves, row.getInt("waiting"), row.getInt("to_tell")))
                .single();
    }

    /** What nobody has to send or say any more loses its address and words after a while. */
    int blank(Period kept) {
        return jdbc.sql("""
                update letters.letter set recipient = null, subject = null, words = null, html = null, ics = null
                where recipient is not null and posted_at < now() - make_interval(days => :days)
                  and state in ('sent', 'shown', 'told', 'withdrawn')
                """).param("days", kept.getDays()).update();
    }

    List<KeptLetter> newest(int most) {
        return jdbc.sql("select * from letters.letter order by id desc limit :most")
                .param("most", most)
                .query(KeptLetter::of)
                .list();
    }

    Optional<KeptLetter> find(UUID id) {
        return jdbc.sql("select * from letters.letter where id = :id")
                .param("id", id)
                .query(KeptLetter::of)
                .optional();
    }
}
