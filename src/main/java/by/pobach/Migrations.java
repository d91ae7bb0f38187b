package by.pobach;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Each module's SQL runs before that of the modules which may call it, {@code __root} first, with a history table per
 * module. Only modules with SQL take part.
 */
@Configuration(proxyBeanMethods = false)
class Migrations {
    private static final String ROOT = "__root";
    static final String HISTORY_SCHEMA = "flyway";
    static final String ONE_AT_A_TIME = "select pg_advisory_lock(hashtext('pobach migrations'))";

    @Bean
    static FlywayMigrationStrategy moduleByModule() {
        return flyway -> run(flyway.getConfiguration().getDataSource());
    }

    /** Flyway's own lock is per history table; two nodes that start on an empty database need one for the whole. */
    static void run(DataSource owner) {
        try (Connection connection = owner.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(ONE_AT_A_TIME);
            MigrationMark mark = MigrationMark.ofThisBuild();
            if (!mark.isOn(statement)) {
                migrate(owner, ROOT, "");
                ModuleOrder.withSql().forEach(module -> migrate(owner, module, "_" + module));
                mark.put(statement);
            }
        } catch (SQLException lost) {
            throw new FlywayException("The database went away during the migration", lost);
        }
    }

    private static void migrate(DataSource owner, String module, String tableSuffix) {
        Flyway.configure()
                .dataSource(owner)
                .defaultSchema(HISTORY_SCHEMA)
                .createSchemas(true)
                .locations("classpath:by/pobach/" + module)
                .table("flyway_schema_history" + tableSuffix)
                .validateMigrationNaming(true)
                .baselineVersion("0")
                .baselineOnMigrate(true)
                // Migrations are SQL only; otherwise Flyway would load every class of a module to look for others.
                .javaMigrationClassProvider(List::of)
                .load()
                .migrate();
    }
}
