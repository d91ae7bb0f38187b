package by.pobach;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.postgresql.PGConnection;

/** Puts the tables of a backup back within one transaction and proves that they are the same. */
record RestoredTables(BackupSession session, ZipFile zip, BackupManifest manifest) {

    /** A foreign key is dropped and made again: the tables may come in any order, and the last step checks every row. */
    private record ForeignKey(String drop, String add) {}

    void restore() throws SQLException, IOException {
        List<BackupTable> tables = BackupTable.all(session.connection());
        refuseAnotherVersion(tables);
        List<ForeignKey> keys = foreignKeys();
        for (ForeignKey key : keys) {
            session.execute(key.drop);
        }
        empty(tables);
        for (BackupManifest.Table kept : manifest.tables()) {
            fill(kept);
        }
        for (ForeignKey key : keys) {
            session.execute(key.add);
        }
        for (BackupTable table : tables) {
            session.execute("alter table " + table.name() + " enable trigger user");
        }
        sequences();
        derived();
    }

    private void refuseAnotherVersion(List<BackupTable> tables) throws SQLException {
        boolean same = session.migrations().equals(manifest.migrations())
                && tables.stream()
                        .map(BackupTable::name)
                        .toList()
                        .equals(manifest.tables().stream()
                                .map(BackupManifest.Table::name)
                                .toList());
        if (!same) {
            throw new CannotStart("This backup belongs to another version of Pobach: take it back with the version that"
                    + " wrote it, then update.");
        }
    }

    private List<ForeignKey> foreignKeys() throws SQLException {
        List<String> drops = session.texts("""
                select format('alter table %s drop constraint %I', conrelid::regclass, conname)
                  from pg_constraint where contype = 'f' and conparentid = 0 order by oid""");
        List<String> adds = session.texts("""
                select format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))
                  from pg_constraint where contype = 'f' and conparentid = 0 order by oid""");
        List<ForeignKey> keys = new ArrayList<>();
        for (int key = 0; key < drops.size(); key++) {
            keys.add(new ForeignKey(drops.get(key), adds.get(key)));
        }
        return keys;
    }

    private void empty(List<BackupTable> tables) throws SQLException {
        for (BackupTable table : tables) {
            session.execute("alter table " + table.name() + " disable trigger user");
        }
        session.execute("truncate " + tables.stream().map(BackupTable::name).collect(Collectors.joining(", ")));
    }

    private void fill(BackupManifest.Table kept) throws SQLException, IOException {
        BackupTable table = new BackupTable(kept.name(), kept.columns());
        ZipEntry entry = zip.getEntry(kept.entry());
        if (entry == null) {
            throw new CannotStart("The backup is damaged: it lacks " + kept.entry());
        }
        try (InputStream rows = zip.getInputStream(entry)) {
            session.connection().unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), rows);
        }
        RowSum now = session.read(table, OutputStream.nullOutputStream());
        if (now.rows() != kept.rows() || !now.toString().equals(kept.sum())) {
            throw new CannotStart("The backup is damaged: " + kept.name() + " does not have the rows it should have.");
        }
    }

    private void sequences() throws SQLException {
        try (var set = session.connection().prepareStatement("select setval(cast(cast(? as text) as regclass), ?)")) {
            for (BackupManifest.Sequence sequence : manifest.sequences()) {
                if (sequence.value() != null) {
                    set.setString(1, sequence.name());
                    set.setLong(2, sequence.value());
                    set.execute();
                }
            }
        }
    }

    private void derived() throws SQLException {
        for (String refresh : session.texts("""
                select format('refresh materialized view %I.%I', schemaname, matviewname) from pg_matviews""")) {
            session.execute(refresh);
        }
    }
}
