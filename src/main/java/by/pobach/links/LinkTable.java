package by.pobach.links;

import by.pobach.signin.Secrets;
import by.pobach.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LinkTable {
    private final JdbcClient jdbc;

    /** @param contact where it was sent to; null once it is used or long over */
    record Row(UUID id, @Nullable String contact, Language language, String next, boolean used, boolean late) {}

    LinkTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String token, String contact, Language language, String next, Duration goodFor) {
        jdbc.sql("""
                insert into links.link (id, hash, contact, language, next, expires_at)
                values (:id, :hash, :contact, :language, :next, now() + make_interval(secs => :seconds))
                """)
                .param("id", id)
                .param("hash", Secrets.hash(token))
                .param("contact", contact)
                .param("language", language.tag())
                .param("next", next)
                .param("seconds", goodFor.toSeconds())
                .update();
    }

    Optional<Row> find(String token) {
        return jdbc.sql("""
                select *, expires_at <= now() as late from links.link where hash = :hash
                """)
                .param("hash", Secrets.hash(token))
                .query((row, _) -> row(row))
                .optional();
    }

    /** Only the first of two who come at once is told whose it was. */
    Optional<Row> take(String token) {
        return jdbc.sql("""
                with good as (
                    select * from links.link
                    where hash = :hash and used_at is null and expires_at > now() for update),
                used as (
                    update links.link set used_at = now(), contact = null where id in (select id from good))
                select *, false as late from good
                """)
                .param("hash", Secrets.hash(token))
                .query((row, _) -> row(row))
                .optional();
    }

    /** Links that were over before now; their contact goes. */
    List<UUID> blank() {
        return jdbc.sql("""
                update links.link set contact = null where contact is not null and expires_at < now() returning id
                """).query((row, _) -> row.getObject("id", UUID.class)).list();
    }

    void sweep() {
        jdbc.sql("delete from links.link where expires_at < now() - interval '7 days'")
                .update();
        jdbc.sql("delete from links.card where expires_at < now() - interval '7 days'")
                .update();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("id", UUID.class),
                row.getString("contact"),
                Language.of(row.getString("language")),
                row.getString("next"),
                row.getTimestamp("used_at") != null,
                row.getBoolean("late"));
    }
}
