package by.pobach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** {@code bin/restore}: takes a backup back, all of it or nothing. */
final class Restore {
    private Restore() {}

    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        boolean replace = words.contains("--replace");
        if (words.size() != (replace ? 2 : 1) || words.getFirst().startsWith("-")) {
            System.err.println("bin/restore FILE [--replace]");
            System.exit(64);
        }
        Path file = Path.of(words.getFirst()).toAbsolutePath();
        Tool.run((installation, database) -> {
            BackupManifest manifest = read(file, database, installation.data(), replace);
            System.out.printf(
                    "Taken back: the state of %s, %d tables%n",
                    manifest.takenAt(), manifest.tables().size());
            try (Connection connection = database.connectAsOwner()) {
                MasterKeyFile.in(installation.data())
                        .lacks(MasterKeyFile.needed(connection))
                        .ifPresent(System.out::println);
            }
        });
    }

    static BackupManifest read(Path file, DatabaseAddress database, Path data, boolean replace)
            throws SQLException, IOException {
        if (!Files.isRegularFile(file)) {
            throw new CannotStart("There is no file " + file);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            BackupManifest manifest = manifest(zip, file);
            DataFiles.check(zip, manifest, data);
            makeReady(database, replace);
            try (Connection connection = database.connectAsOwner()) {
                BackupSession session = BackupSession.on(connection);
                session.execute(Migrations.ONE_AT_A_TIME);
                connection.setAutoCommit(false);
                new RestoredTables(session, zip, manifest).restore();
                DataFiles.restore(zip, manifest, data);
                AuditHeads.takenBack(session, data);
                connection.commit();
            }
            return manifest;
        }
    }

    private static BackupManifest manifest(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(BackupManifest.ENTRY);
        if (entry == null) {
            throw new CannotStart(file + " is not a backup of Pobach");
        }
        BackupManifest manifest;
        try (var in = zip.getInputStream(entry)) {
            manifest = BackupManifest.of(in.readAllBytes());
        }
        if (manifest.format() != BackupManifest.FORMAT) {
            throw new CannotStart("This backup was written by a newer Pobach (format " + manifest.format() + ")");
        }
        return manifest;
    }

    /** Makes the tables when the database is empty; refuses one that has been used, unless told to replace it. */
    private static void makeReady(DatabaseAddress database, boolean replace) throws SQLException {
        AppRole.ensure(database);
        try (Connection connection = database.connectAsOwner()) {
            BackupSession session = BackupSession.on(connection);
            if (!session.texts(
                            "select 1 from pg_stat_activity where usename = 'pobach_app' and datname = current_database()")
                    .isEmpty()) {
                throw new CannotStart("Pobach is running on this database: stop it first.");
            }
            if (!session.migrations().isEmpty() && !replace) {
                throw new CannotStart("This installation has data already. Take the backup into an empty POBACH_DATA or"
                        + " database, or add --replace to throw away what is here.");
            }
        }
        Migrations.run(new DriverManagerDataSource(database.url(), database.owner(), database.ownerPassword()));
    }
}
