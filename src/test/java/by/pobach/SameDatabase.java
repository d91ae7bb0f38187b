package by.pobach;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** Several nodes in one JVM on one fresh database, with common keys, each on a port of its own. */
public final class SameDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private final DatabaseAddress address = TestHouse.freshDatabase();
    private final String data = TestHouse.temporaryFolder("data-").toString();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        Map<String, Object> settings = Map.of(
                "pobach.demo",
                false,
                "pobach.seed",
                "none",
                "pobach.data",
                data,
                "pobach.base-url",
                "http://localhost:8080",
                "pobach.smtp-url",
                "",
                "pobach.pool",
                8,
                "server.port",
                0,
                "db-scheduler.enabled",
                false);
        context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("same database", settings));
        context.getBeanFactory().registerSingleton("databaseStart", DatabaseStart.at(address));
    }
}
