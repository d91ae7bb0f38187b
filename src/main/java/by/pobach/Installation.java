package by.pobach;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;

/** What this installation is, as its environment says. Modules see it as Spring properties {@code pobach.*}. */
record Installation(
        int port,
        Path data,
        @Nullable DatabaseAddress external,
        Seed seed,
        String baseUrl,
        String smtpUrl,
        Map<String, Object> proxies,
        boolean training) {

    static Installation here() {
        return of(System.getenv());
    }

    static Installation of(Map<String, String> env) {
        int port = port(env.getOrDefault("POBACH_PORT", ""));
        String url = env.getOrDefault("POBACH_DATABASE_URL", "");
        String data = env.getOrDefault("POBACH_DATA", "");
        String seed = env.getOrDefault("POBACH_SEED", "");
        String baseUrl = env.getOrDefault("POBACH_BASE_URL", "");
        return new Installation(
                port,
                Path.of(data.isBlank() ? "data" : data).toAbsolutePath().normalize(),
                url.isBlank() ? null : DatabaseAddress.parse(url, env),
                seed.isBlank() ? (url.isBlank() ? Seed.DEMO : Seed.NONE) : Seed.of(seed),
                baseUrl.isBlank() ? "http://localhost:" + port : baseUrl,
                env.getOrDefault("POBACH_SMTP_URL", ""),
                TrustedProxies.settings(env.getOrDefault("POBACH_TRUSTED_PROXIES", "")),
                env.containsKey("POBACH_TRAINING"));
    }

    private static int port(String text) {
        if (text.isBlank()) {
            return 8080;
        }
        try {
            return Integer.parseUnsignedInt(text.strip());
        } catch (NumberFormatException wrong) {
            throw new CannotStart("POBACH_PORT is a number, not \"" + text + "\".", wrong);
        }
    }

    /** The embedded server of this installation; not started by this. */
    EmbeddedDatabase embedded() {
        Path folder = data.resolve("postgresql");
        return EmbeddedDatabase.in(folder, folder, Map.of());
    }

    /** Starts PostgreSQL if it is ours, beside the application, which waits for it only where it needs it. */
    void start(SpringApplication application, String... arguments) {
        DatabaseStart database = DatabaseStart.of(this);
        SpringApplication.getShutdownHandlers().add(database::stop);
        application.addInitializers(context -> {
            context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("installation", properties()));
            context.getBeanFactory().registerSingleton("databaseStart", database);
        });
        application.run(arguments);
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("server.port", port);
        properties.putAll(proxies);
        if (external == null && seed == Seed.DEMO) {
            properties.put("server.address", "127.0.0.1");
        }
        properties.put("pobach.demo", seed == Seed.DEMO);
        properties.put("pobach.seed", seed.name().toLowerCase(java.util.Locale.ROOT));
        if (seed == Seed.BENCH) {
            properties.put("pobach.visits.limits", false);
        }
        properties.put("pobach.data", data.toString());
        properties.put("pobach.base-url", baseUrl);
        properties.put("pobach.smtp-url", smtpUrl);
        if (training) {
            properties.put("pobach.training", true);
        }
        return properties;
    }
}
