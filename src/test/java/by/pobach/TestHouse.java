package by.pobach;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The database of all tests: one PostgreSQL per JVM on a free port, one fresh database per Spring context. Use it with
 * {@link InTestHouse}. {@code POBACH_TEST_DATABASE_URL} (an owner with CREATEROLE and CREATEDB) takes another server.
 */
public final class TestHouse implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final Path HOME = Path.of(System.getProperty("java.io.tmpdir"), "pobach-tests");

    /** Lazily, and once per JVM. */
    private static final class Server {
        static final DatabaseAddress ADDRESS = start();
    }

    /** All migrations run once per JVM; later databases are copies of the result. */
    private static final class Migrated {
        static final String TEMPLATE = migrate();

        private static String migrate() {
            DatabaseAddress template = freshDatabase();
            AppRole.ensure(template);
            Migrations.run(new DriverManagerDataSource(template.url(), template.owner(), template.ownerPassword()));
            return template.name();
        }
    }

    /** An empty database of its own, for tests that need no Spring. */
    static DatabaseAddress freshDatabase() {
        return create("");
    }

    /** A database of its own with the tables of all modules. */
    static DatabaseAddress migratedDatabase() {
        return create(" template " + Migrated.TEMPLATE);
    }

    private static DatabaseAddress create(String template) {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection connection = Server.ADDRESS.connectAsOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name + template);
        } catch (SQLException wrong) {
            throw new IllegalStateException("The test database server does not answer", wrong);
        }
        return Server.ADDRESS.withDatabase(name);
    }

    /** JDBC URL, user and password of the owner of a fresh database, as {@code postgresql://…} for a process of its own. */
    public static String freshDatabaseUrl() {
        DatabaseAddress address = freshDatabase();
        return address.url()
                .replaceFirst(
                        "jdbc:postgresql://", "postgresql://" + address.owner() + ":" + address.ownerPassword() + "@");
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        furnish(context, migratedDatabase());
    }

    /** As in every test, on a database of one's own. */
    static void furnish(ConfigurableApplicationContext context, DatabaseAddress address) {
        Map<String, Object> settings = Map.of(
                "pobach.demo",
                false,
                "pobach.seed",
                "none",
                "pobach.data",
                temporaryFolder("data-").toString(),
                "pobach.base-url",
                "http://localhost:8080",
                "pobach.smtp-url",
                "",
                "pobach.pool",
                8);
        // Last: what a test says of its own wins.
        context.getEnvironment().getPropertySources().addLast(new MapPropertySource("test house", settings));
        context.getBeanFactory().registerSingleton("databaseStart", DatabaseStart.at(address));
    }

    /** A folder that goes away with the JVM. */
    static Path temporaryFolder(String prefix) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(mine()), prefix);
            return folder;
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    /** Where the programs of PostgreSQL are unpacked once for all tests. */
    static Path binaries() {
        return HOME.resolve("binaries");
    }

    private static Path mine() {
        return HOME.resolve("jvm-" + ProcessHandle.current().pid());
    }

    private static DatabaseAddress start() {
        sweep();
        String external = System.getenv().getOrDefault("POBACH_TEST_DATABASE_URL", "");
        if (!external.isBlank()) {
            return DatabaseAddress.parse(external, System.getenv());
        }
        EmbeddedDatabase server = EmbeddedDatabase.in(
                mine().resolve("postgresql"),
                binaries(),
                Map.of(
                        "fsync",
                        "off",
                        "full_page_writes",
                        "off",
                        "synchronous_commit",
                        "off",
                        "max_connections",
                        "300"));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.stop();
            forget(mine());
        }));
        server.start();
        return server.address();
    }

    /** Stops and removes what JVMs left behind that were killed. */
    private static void sweep() {
        try (Stream<Path> folders = Files.list(Files.createDirectories(HOME))) {
            folders.filter(folder -> folder.getFileName().toString().startsWith("jvm-"))
                    .filter(folder -> !alive(folder))
                    .forEach(TestHouse::forget);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static boolean alive(Path folder) {
        long pid = Long.parseLong(folder.getFileName().toString().substring("jvm-".length()));
        return ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
    }

    private static void forget(Path folder) {
        try {
            Path server = folder.resolve("postgresql");
            if (Files.exists(server)) {
                EmbeddedDatabase.in(server, binaries(), Map.of()).stopOrphan();
            }
            Folders.delete(folder);
        } catch (IOException | RuntimeException tryNextTime) {
            System.err.println("Left behind: " + folder + ": " + tryNextTime.getMessage());
        }
    }
}
