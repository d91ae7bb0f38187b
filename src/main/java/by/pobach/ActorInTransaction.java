package by.pobach;

import by.pobach.web.Actor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Tells the database, at the start of each transaction that may write, who acts: {@code pobach.actor}. */
@Component
class ActorInTransaction implements TransactionExecutionListener {
    private final ObjectProvider<DataSource> dataSource;

    ActorInTransaction(ObjectProvider<DataSource> dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure == null && transaction.isNewTransaction() && !transaction.isReadOnly()) {
            tell(dataSource.getObject(), Actor.current());
        }
    }

    private static void tell(DataSource source, String actor) {
        Connection connection = DataSourceUtils.getConnection(source);
        try (PreparedStatement statement = connection.prepareStatement("select set_config('pobach.actor', ?, true)")) {
            statement.setString(1, actor);
            statement.execute();
        } catch (SQLException lost) {
            throw new CannotGetJdbcConnectionException("The database did not take the actor", lost);
        } finally {
            DataSourceUtils.releaseConnection(connection, source);
        }
    }
}
