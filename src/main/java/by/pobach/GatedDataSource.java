package by.pobach;

import com.zaxxer.hikari.HikariDataSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A pool with a fair queue in front. HikariCP hands connections to whichever thread comes by; with thousands of virtual
 * threads some would wait until they give up. Here who came first is served first.
 */
final class GatedDataSource extends DelegatingDataSource implements AutoCloseable {
    private final HikariDataSource pool;
    private final Semaphore gate;

    GatedDataSource(HikariDataSource pool, int size) {
        super(pool);
        this.pool = pool;
        this.gate = new Semaphore(size, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        enter();
        try {
            return released(pool.getConnection());
        } catch (SQLException | RuntimeException failed) {
            gate.release();
            throw failed;
        }
    }

    private void enter() throws SQLException {
        try {
            if (!gate.tryAcquire(pool.getConnectionTimeout(), TimeUnit.MILLISECONDS)) {
                throw new SQLTransientConnectionException("All connections are in use", "08000");
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new SQLTransientConnectionException("Interrupted while waiting for a connection", "08000", stop);
        }
    }

    private Connection released(Connection connection) {
        AtomicBoolean open = new AtomicBoolean(true);
        return (Connection) Proxy.newProxyInstance(
                GatedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                    try {
                        return call(connection, method, arguments);
                    } finally {
                        if (method.getName().equals("close") && open.getAndSet(false)) {
                            gate.release();
                        }
                    }
                });
    }

    private static @Nullable Object call(Connection connection, Method method, Object @Nullable [] arguments)
            throws Throwable {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException failed) {
            throw failed.getCause() == null ? failed : failed.getCause();
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
