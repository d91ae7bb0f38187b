package by.pobach.programs;

import by.pobach.signin.Secrets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ProgramTable {
    private final JdbcClient jdbc;

    /** @param usedOn the last day of its use, or null */
    record Token(
            UUID id,
            String name,
            List<Scope> scopes,
            Instant expires,
            @Nullable LocalDate usedOn) {}

    ProgramTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(UUID id, String secret, String name, List<Scope> scopes, int days) {
        jdbc.sql("""
                insert into programs.token (id, hash, name, scopes, expires_at)
                values (:id, :hash, :name, :scopes, now() + make_interval(days => :days))
                """)
                .param("id", id)
                .param("hash", Secrets.hash(secret))
                .param("name", name)
                .param("scopes", scopes.stream().map(Scope::name).toArray(String[]::new))
                .param("days", days)
                .update();
    }

    /** Those that open something now, the newest first. */
    List<Token> good() {
        return jdbc.sql("""
                select * from programs.token where revoked_at is null and expires_at > now() order by id desc
                """).query((row, _) -> token(row)).list();
    }

    Optional<Token> find(String secret) {
        return jdbc.sql("""
                select * from programs.token where hash = :hash and revoked_at is null and expires_at > now()
                """)
                .param("hash", Secrets.hash(secret))
                .query((row, _) -> token(row))
                .optional();
    }

    /** Once a day. */
    void used(UUID id) {
        jdbc.sql(
                        "update programs.token set used_on = current_date where id = :id and used_on is distinct from current_date")
                .param("id", id)
                .update();
    }

    void revoke(UUID id) {
        jdbc.sql("update programs.token set revoked_at = now() where id = :id and revoked_at is null")
                .param("id", id)
                .update();
    }

    private static Token token(ResultSet row) throws SQLException {
        java.sql.Date used = row.getDate("used_on");
        return new Token(
                row.getObject("id", UUID.class),
                row.getString("name"),
                Arrays.stream((String[]) row.getArray("scopes").getArray())
                        .map(Scope::valueOf)
                        .toList(),
                row.getTimestamp("expires_at").toInstant(),
                used == null ? null : used.toLocalDate());
    }
}
