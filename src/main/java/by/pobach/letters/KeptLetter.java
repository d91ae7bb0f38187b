package by.pobach.letters;

import by.pobach.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A letter as it lies in the post room; address and words are null once they were blanked. */
record KeptLetter(
        UUID id,
        UUID about,
        String kind,
        Letter.Channel channel,
        @Nullable String to,
        Language language,
        @Nullable String subject,
        @Nullable String words,
        @Nullable String html,
        Letter.@Nullable Invitation invitation,
        String messageId,
        String state,
        Instant postedAt,
        int attempts,
        boolean repeatable,
        @Nullable String toldBy) {

    static KeptLetter of(ResultSet row, int number) throws SQLException {
        String method = row.getString("ics_method");
        String ics = row.getString("ics");
        return new KeptLetter(
                row.getObject("id", UUID.class),
                row.getObject("about", UUID.class),
                row.getString("kind"),
                Letter.Channel.valueOf(row.getString("channel")),
                row.getString("recipient"),
                Language.of(row.getString("language")),
                row.getString("subject"),
                row.getString("words"),
                row.getString("html"),
                method == null || ics == null ? null : new Letter.Invitation(method, ics),
                row.getString("message_id"),
                row.getString("state"),
                row.getObject("posted_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getBoolean("repeatable"),
                row.getString("told_by"));
    }
}
