package by.pobach;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

/** Tells a database that is away from a mistake of ours. */
final class Outage {
    /** Classes of SQLSTATE: connection, resources, operator intervention, system error. */
    private static final Set<String> AWAY = Set.of("08", "53", "57", "58");

    private static final String READ_ONLY_AFTER_FAILOVER = "25006";

    private Outage() {}

    static boolean isCauseOf(@Nullable Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DataAccessResourceFailureException
                    || cause instanceof CannotCreateTransactionException
                    || cause instanceof TransactionSystemException
                    || cause instanceof SQLException refused && away(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private static boolean away(@Nullable String state) {
        return state != null
                && state.length() == 5
                && (state.equals(READ_ONLY_AFTER_FAILOVER) || AWAY.contains(state.substring(0, 2)));
    }
}
