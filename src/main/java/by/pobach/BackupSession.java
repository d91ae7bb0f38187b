package by.pobach;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/** The owner's connection while a backup is written or taken back: values read the same on every server. */
record BackupSession(Connection connection) {
    private static final String SAME_TEXT_EVERYWHERE = """
            set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set bytea_output = 'hex';
            set extra_float_digits = 1; set row_security = off; set search_path = pg_catalog; set statement_timeout = 0;
            set lock_timeout = 0""";

    static BackupSession on(Connection connection) throws SQLException {
        BackupSession session = new BackupSession(connection);
        session.execute(SAME_TEXT_EVERYWHERE);
        return session;
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }

    /** Reads a whole table; {@code into} may be {@link OutputStream#nullOutputStream()}. */
    RowSum read(BackupTable table, OutputStream into) throws SQLException, IOException {
        RowSum sum = new RowSum();
        CopyOut copy = connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut());
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            into.write(row);
            sum.add(row);
        }
        return sum;
    }

    /** Of each module: version and checksum of what was applied; empty before the first migration. */
    Map<String, List<String>> migrations() throws SQLException {
        Map<String, List<String>> applied = new TreeMap<>();
        for (String table : texts(
                "select tablename from pg_tables where schemaname = 'flyway' and tablename <> 'mark' order by 1")) {
            applied.put(table, texts("""
                    select concat_ws(' ', version, script, checksum) from flyway.%s
                     where success and type = 'SQL' order by installed_rank""".formatted(table)));
        }
        return applied;
    }
}
