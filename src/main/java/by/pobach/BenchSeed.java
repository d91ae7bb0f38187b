package by.pobach;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation with the measuring data set, once, before anything is served or read into memory. It comes as
 * SQL and from the owner, because no Centre makes 77,200 visits in a few seconds. {@code POBACH_BENCH_SCALE=10} makes ten times
 * as many.
 */
@Component
@ConditionalOnProperty(name = "pobach.seed", havingValue = "bench")
class BenchSeed implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(BenchSeed.class);
    private static final ClassPathResource SCRIPT = new ClassPathResource("seed/bench.sql");

    private final DatabaseStart database;
    private final int scale;

    BenchSeed(DatabaseStart database, @Value("${POBACH_BENCH_SCALE:1}") int scale) {
        this.database = database;
        this.scale = scale;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try (Connection owner = database.await().connectAsOwner();
                Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute(SeedLock.TAKE);
            if (isEmpty(statement)) {
                statement.execute("select set_config('pobach.bench_scale', '" + scale + "', true)");
                long began = System.nanoTime();
                statement.execute(script());
                LOG.info("Loaded the measuring data in {} ms", (System.nanoTime() - began) / 1_000_000);
            }
            owner.commit();
        } catch (SQLException wrong) {
            throw new CannotStart("The measuring data could not be loaded: " + wrong.getMessage(), wrong);
        }
    }

    private static boolean isEmpty(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("select not exists (select from places.centre)")) {
            return row.next() && row.getBoolean(1);
        }
    }

    private static String script() {
        try (InputStream file = SCRIPT.getInputStream()) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new CannotStart("seed/bench.sql is missing from this build", missing);
        }
    }
}
