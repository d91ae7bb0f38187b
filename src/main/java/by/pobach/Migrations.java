package by.pobach;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Each module's SQL runs before that of the modules which may call it, {@code __root} first, with a history table per
 * module. Only modules with SQL take part.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {
    private static final String ROOT = "__root";
    private static final String ONE_AT_A_TIME = "select pg_advisory_lock(hashtext('pobach migrations'))";

    @Bean
    static FlywayMigrationStrategy moduleByModule(ResourcePatternResolver resources) {
        return flyway -> oneNodeAtATime(flyway, ModuleOrder.withSql(resources));
    }

    /** Flyway's own lock is per history table; two nodes that start on an empty database need one for the whole. */
    private static void oneNodeAtATime(Flyway flyway, List<String> modules) {
        try (Connection connection = flyway.getConfiguration().getDataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            migrate(flyway, ROOT, "");
            modules.forEach(module -> migrate(flyway, module, "_" + module.replace('.', '_')));
        } catch (SQLException lost) {
            throw new FlywayException("The database went away during the migration", lost);
        }
    }

    private static void migrate(Flyway flyway, String module, String tableSuffix) {
        Flyway.configure()
                .configuration(flyway.getConfiguration())
                .locations("classpath:by/pobach/" + module.replace('.', '/'))
                .table(flyway.getConfiguration().getTable() + tableSuffix)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                // Migrations are SQL only; otherwise Flyway would load every class of a module to look for others.
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }
}
