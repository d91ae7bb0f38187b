package by.pobach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import org.flywaydb.core.api.ClassProvider;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.modulith.runtime.flyway.MigrationFilter;

/** Each module's SQL runs in the order of the modules, {@code __root} first, with a history table per module. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    /** A module's folder holds Java and pages too; only one with SQL gets a history table. */
    @Bean
    static MigrationFilter onlyModulesWithSql(ResourcePatternResolver resources) {
        return (module, flyway) -> hasSql(resources, module.toString());
    }

    private static boolean hasSql(ResourcePatternResolver resources, String module) {
        try {
            return resources.getResources("classpath*:by/pobach/" + module.replace('.', '/') + "/**/*.sql").length > 0;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** Migrations are SQL only; without this Flyway would load every class of every module to look for others. */
    @Bean
    static FlywayConfigurationCustomizer noJavaMigrations() {
        ClassProvider<JavaMigration> none = new ClassProvider<>() {
            @Override
            public Collection<Class<? extends JavaMigration>> getClasses() {
                return List.of();
            }
        };
        return flyway -> flyway.javaMigrationClassProvider(none);
    }
}
