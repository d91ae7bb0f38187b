package by.pobach;

import by.pobach.journal.Verification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** What {@code bin/restore} owes to the heads of the audit trail. */
final class AuditHeads {
    private AuditHeads() {}

    /**
     * A backup reads its files after its tables, and so may know blocks that its tables do not have: they are forgotten,
     * and the file says so, because from here on nobody can tell them from blocks that were cut off.
     */
    static void takenBack(BackupSession session, Path data) throws SQLException, IOException {
        Path file = data.resolve(Verification.HEADS);
        if (Files.exists(file)) {
            long newest = Long.parseLong(session.texts("select coalesce(max(number), 0) from journal.block")
                    .getFirst());
            List<String> known = Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                    .filter(line -> Verification.isUpTo(newest, line))
                    .toList();
            String note = "# " + Instant.now() + " taken back from a backup, up to block " + newest;
            String text = String.join(
                    "\n", Stream.concat(known.stream(), Stream.of(note, "")).toList());
            Folders.writePrivate(file, text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
