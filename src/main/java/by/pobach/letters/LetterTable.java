package by.pobach.letters;

import by.pobach.web.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class LetterTable {
    private final JdbcClient jdbc;

    LetterTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when this was posted before. */
    boolean insert(Letter letter, String state) {
        var id = Ids.next();
        Letter.@Nullable Invitation invitation = letter.invitation();
        return jdbc.sql("""
                insert into letters.letter (id, about, revision, kind, channel, recipient, language, subject, words,
                    html, ics, ics_method, message_id, state)
                values (:id, :about, :revision, :kind, :channel, :recipient, :language, :subject, :words,
                    :html, :ics, :method, :message, :state)
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
                        .param("message", "<" + id + "@pobach>")
                        .param("state", state)
                        .update()
                == 1;
    }
}
