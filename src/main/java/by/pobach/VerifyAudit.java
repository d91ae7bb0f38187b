package by.pobach;

import by.pobach.journal.Verification;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;

/** {@code bin/verify-audit}: is every entry of the audit trail as it was written? */
final class VerifyAudit {
    private VerifyAudit() {}

    public static void main(String[] arguments) {
        if (arguments.length > 1) {
            System.err.println("bin/verify-audit [NUMBER:HASH]");
            System.exit(64);
        }
        String elsewhere = arguments.length == 1 ? arguments[0] : "";
        Tool.run((installation, database) -> {
            System.out.println(verify(database, installation.data(), elsewhere));
        });
    }

    /** What was read; what is wrong is an error, so that the exit code says it too. */
    static String verify(DatabaseAddress database, Path data, String elsewhere) throws SQLException, IOException {
        long start = System.nanoTime();
        try (Connection connection = database.connectAsOwner()) {
            Verification.Report report = Verification.of(connection, AuditKeys.seal(data), data, elsewhere);
            double seconds = (System.nanoTime() - start) / 1e9;
            String read = String.format(
                    Locale.ROOT,
                    "%,d rows in %,d blocks read in %.1f s, %,.0f rows/s",
                    report.rows(),
                    report.blocks(),
                    seconds,
                    report.rows() / seconds);
            if (report.wrong().isPresent()) {
                throw new CannotStart("The audit trail is not as it was written. "
                        + report.wrong().get() + "\n" + read);
            }
            return read + ": all as they were written\nnewest head, to be kept elsewhere: " + report.newest();
        }
    }
}
