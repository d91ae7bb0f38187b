package by.pobach;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two ways into the database: the owner's, for Flyway alone, and the pool's, which may neither own nor bypass anything. */
@Configuration(proxyBeanMethods = false)
class DataSources {

    @Bean(defaultCandidate = false)
    @FlywayDataSource
    static DataSource ownerDataSource(DatabaseStart database) {
        DatabaseAddress address = database.await();
        AppRole.ensure(address);
        return new DriverManagerDataSource(address.url(), address.owner(), address.ownerPassword());
    }

    @Bean
    @Primary
    static GatedDataSource dataSource(DatabaseStart database, @Value("${pobach.pool:16}") int size) {
        DatabaseAddress address = database.await();
        HikariConfig config = new HikariConfig();
        config.setPoolName("pool");
        config.setJdbcUrl(address.url());
        config.setUsername(DatabaseAddress.APP);
        config.setPassword(address.appPassword());
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(Math.min(2, size));
        config.setConnectionTimeout(3_000);
        config.setValidationTimeout(1_000);
        // The application is ready only when /health says so; a database that comes back later heals the pool.
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("ApplicationName", "pobach");
        config.addDataSourceProperty("connectTimeout", "3");
        config.addDataSourceProperty("tcpKeepAlive", "true");
        return new GatedDataSource(new HikariDataSource(config), size);
    }
}
