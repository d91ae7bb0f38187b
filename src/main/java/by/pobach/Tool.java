package by.pobach;

import java.io.IOException;
import java.sql.SQLException;
import org.slf4j.LoggerFactory;

/** The frame of the small programs beside the application: finds the database, wakes it if it sleeps, says errors plainly. */
final class Tool {

    /** What a tool does with the database. */
    interface Work {
        void with(Installation installation, DatabaseAddress database) throws SQLException, IOException;
    }

    private Tool() {}

    /** Never returns: the exit code is 0 when the work was done. */
    static void run(Work work) {
        ((ch.qos.logback.classic.LoggerContext) LoggerFactory.getILoggerFactory()).reset();
        int code = 1;
        try {
            Installation installation = Installation.here();
            DatabaseAddress external = installation.external();
            if (external != null) {
                work.with(installation, external);
            } else {
                withEmbedded(installation, work);
            }
            code = 0;
        } catch (CannotStart | SQLException | IOException wrong) {
            System.err.println(wrong.getMessage());
        }
        System.exit(code);
    }

    private static void withEmbedded(Installation installation, Work work) throws SQLException, IOException {
        EmbeddedDatabase embedded = installation.embedded();
        boolean asleep = !embedded.running();
        try {
            if (asleep) {
                embedded.start();
            }
            work.with(installation, embedded.address());
        } finally {
            if (asleep) {
                embedded.stop();
            }
        }
    }
}
