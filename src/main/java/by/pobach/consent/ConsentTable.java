package by.pobach.consent;

import by.pobach.consent.Agreement.Assent;
import by.pobach.vault.Field;
import by.pobach.vault.Vault;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows are added and read, never changed: the role of the pool cannot. */
@Repository
class ConsentTable {
    private static final String READ = """
            select c.*, w.at as withdrawn from consent.consent c left join consent.withdrawal w on w.consent_id = c.id
            """;

    private final JdbcClient jdbc;
    private final Vault vault;

    ConsentTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /**
     * Until the end of this transaction nothing of this child is given or taken back elsewhere.
     *
     * <p>Rows that nobody may update cannot be locked in PostgreSQL, so that the lock is one of the house.
     */
    void lock(UUID child) {
        lock("pg_advisory_xact_lock", child);
    }

    /** Until the end of this transaction nothing of this child is taken back; others may use it too. */
    void lockForUse(UUID child) {
        lock("pg_advisory_xact_lock_shared", child);
    }

    private void lock(String function, UUID child) {
        jdbc.sql("select " + function + "(hashtextextended(?, 0))")
                .param("consent/" + child)
                .query((row, _) -> child)
                .single();
    }

    void add(UUID id, Agreement of, String bond) {
        UUID child = of.child();
        boolean why = of.assent() == Assent.NOT_ASKED;
        var paper = of.paper();
        jdbc.sql("""
                insert into consent.consent (id, child_id, purpose, what, recipient, recipient_index, since, until, given_by,
                    bond, assent, because, text_version, language, paper_signed, paper_taken_by, paper_scan)
                values (:id, :child, :purpose, :what, :recipient, :index, :since, :until, :giver,
                    :bond, :assent, :because, :version, :language, :signed, :takenBy, :scan)""")
                .param("id", id)
                .param("child", child)
                .param("purpose", of.purpose().word())
                .param("what", vault.seal(child, field("what", id), of.what()))
                .param("recipient", vault.seal(child, field("recipient", id), of.recipient()))
                .param("index", index(child, of.recipient()))
                .param("since", Timestamp.from(of.since()))
                .param("until", Timestamp.from(of.until()))
                .param("giver", of.giver())
                .param("bond", bond)
                .param("assent", of.assent().word())
                .param("because", why ? vault.seal(child, field("because", id), of.because()) : null)
                .param("version", of.text().version())
                .param("language", of.text().language().tag())
                .param("signed", paper == null ? null : java.sql.Date.valueOf(paper.signed()))
                .param("takenBy", paper == null ? null : paper.takenBy())
                .param("scan", paper == null ? null : paper.scan())
                .update();
    }

    /** The newest first. */
    List<Consent> of(UUID child) {
        return jdbc
                .sql(READ + "where c.child_id = ? order by c.id desc")
                .param(child)
                .query((row, _) -> consent(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** For one purpose and recipient, the newest first. */
    List<Consent> of(UUID child, Purpose purpose, String recipient) {
        return jdbc
                .sql(READ + "where c.child_id = ? and c.purpose = ? and c.recipient_index = ? order by c.id desc")
                .params(child, purpose.word(), index(child, recipient))
                .query((row, _) -> consent(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    /** False when it was taken back before. */
    boolean withdraw(UUID consent) {
        return jdbc.sql("insert into consent.withdrawal (consent_id) values (?) on conflict do nothing")
                        .param(consent)
                        .update()
                == 1;
    }

    void use(UUID consent) {
        jdbc.sql("insert into consent.used (id, consent_id) values (?, ?)")
                .params(Ids.next(), consent)
                .update();
    }

    List<Instant> uses(UUID consent) {
        return jdbc.sql("select at from consent.used where consent_id = ? order by at")
                .param(consent)
                .query((row, _) -> row.getTimestamp("at").toInstant())
                .list();
    }

    /** The same words, however they were spaced, of one child: two children’s rows cannot be compared. */
    private byte[] index(UUID child, String recipient) {
        String plain = recipient.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
        return vault.index("consent.consent.recipient", child + "/" + plain);
    }

    /** Empty once the child’s key is gone. */
    private Optional<Consent> consent(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID child = row.getObject("child_id", UUID.class);
        Optional<String> what = vault.open(child, field("what", id), row.getBytes("what"));
        Optional<String> recipient = vault.open(child, field("recipient", id), row.getBytes("recipient"));
        if (what.isEmpty() || recipient.isEmpty()) {
            return Optional.empty();
        }
        byte[] because = row.getBytes("because");
        Agreement of = new Agreement(
                child,
                Purpose.of(row.getString("purpose")).orElseThrow(),
                what.get(),
                recipient.get(),
                row.getTimestamp("since").toInstant(),
                row.getTimestamp("until").toInstant(),
                row.getObject("given_by", UUID.class),
                Assent.of(row.getString("assent")).orElseThrow(),
                because == null
                        ? ""
                        : vault.open(child, field("because", id), because).orElse(""),
                new Agreement.Text(row.getString("text_version"), Language.of(row.getString("language"))),
                paper(row));
        Timestamp withdrawn = row.getTimestamp("withdrawn");
        return Optional.of(new Consent(
                id,
                of,
                row.getString("bond"),
                row.getTimestamp("at").toInstant(),
                withdrawn == null ? null : withdrawn.toInstant()));
    }

    private static Agreement.@Nullable Paper paper(ResultSet row) throws SQLException {
        LocalDate signed = row.getObject("paper_signed", LocalDate.class);
        return signed == null
                ? null
                : new Agreement.Paper(
                        signed, row.getObject("paper_taken_by", UUID.class), row.getObject("paper_scan", UUID.class));
    }

    private static Field field(String column, UUID row) {
        return new Field("consent.consent", column, row);
    }
}
