package by.pobach;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * {@code bin/backup}: everything the installation knows, as of one moment, in one file that any PostgreSQL takes back. The
 * master key alone stays behind: kept with the backup it would open what the backup holds sealed.
 */
final class Backup {
    private Backup() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1) {
            System.err.println("bin/backup FILE");
            System.exit(64);
        }
        Path file = Path.of(arguments[0]).toAbsolutePath();
        Tool.run((installation, database) -> {
            BackupManifest manifest = write(database, installation.data(), file);
            long rows = manifest.tables().stream()
                    .mapToLong(BackupManifest.Table::rows)
                    .sum();
            System.out.printf(
                    "%s: %d tables, %d rows, %d files%n",
                    file, manifest.tables().size(), rows, manifest.files().size());
            MasterKeyFile.in(installation.data()).keepApart().ifPresent(System.out::println);
        });
    }

    /** The file appears only when it is whole. */
    static BackupManifest write(DatabaseAddress database, Path data, Path file) throws SQLException, IOException {
        Path fresh = Folders.temporaryBeside(file, new byte[0]);
        try (Connection connection = database.connectAsOwner()) {
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            BackupSession session = BackupSession.on(connection);
            BackupManifest manifest;
            try (ZipOutputStream zip =
                    new ZipOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), 1 << 16))) {
                manifest = write(session, data, zip);
            }
            connection.rollback();
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return manifest;
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static BackupManifest write(BackupSession session, Path data, ZipOutputStream zip)
            throws SQLException, IOException {
        if (session.migrations().isEmpty()) {
            throw new CannotStart("There is nothing to back up: this database has never been used by Pobach.");
        }
        List<BackupManifest.Table> tables = new ArrayList<>();
        for (BackupTable table : BackupTable.all(session.connection())) {
            String entry = "tables/" + table.name().replace("\"", "") + ".copy";
            zip.putNextEntry(new ZipEntry(entry));
            RowSum sum = session.read(table, zip);
            zip.closeEntry();
            tables.add(new BackupManifest.Table(table.name(), table.columns(), entry, sum.rows(), sum.toString()));
        }
        BackupManifest manifest = new BackupManifest(
                BackupManifest.FORMAT,
                Instant.now().toString(),
                session.texts("show server_version").getFirst(),
                session.migrations(),
                tables,
                sequences(session),
                DataFiles.write(data, zip));
        zip.putNextEntry(new ZipEntry(BackupManifest.ENTRY));
        zip.write(manifest.toBytes());
        zip.closeEntry();
        return manifest;
    }

    private static List<BackupManifest.Sequence> sequences(BackupSession session) throws SQLException {
        List<BackupManifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = session.connection().createStatement();
                ResultSet row = statement.executeQuery("""
                        select format('%I.%I', schemaname, sequencename), last_value from pg_sequences
                         where schemaname <> 'flyway' order by 1""")) {
            while (row.next()) {
                sequences.add(new BackupManifest.Sequence(row.getString(1), row.getObject(2, Long.class)));
            }
        }
        return sequences;
    }
}
