package by.pobach;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that comes along, run as a real server: safe against power loss, closed to other machines, with
 * passwords. It heals after a kill of anything, may be used by several processes, and stops with the last of them.
 */
final class EmbeddedDatabase {
    private static final Logger log = LoggerFactory.getLogger(EmbeddedDatabase.class);
    private static final int START_SECONDS = 90;

    private final Path folder;
    private final Path binariesFolder;
    private final Map<String, String> settings;
    private final ClusterSecrets secrets;
    private @Nullable PostgresBinaries binaries;
    private @Nullable FileChannel usersFile;
    private volatile boolean wanted;

    private EmbeddedDatabase(Path folder, Path binariesFolder, ClusterSecrets secrets, Map<String, String> settings) {
        this.folder = folder;
        this.binariesFolder = binariesFolder;
        this.secrets = secrets;
        this.settings = settings;
    }

    /** Reads or chooses port and passwords; the server is not started yet. */
    static EmbeddedDatabase in(Path folder, Path binariesFolder, Map<String, String> settings) {
        try {
            Folders.makePrivate(folder);
            try (StartLock _ = StartLock.take(folder)) {
                ClusterSecrets secrets = ClusterSecrets.in(folder, () -> new Postmaster(folder).alive());
                return new EmbeddedDatabase(folder, binariesFolder, secrets, new TreeMap<>(settings));
            }
        } catch (IOException wrong) {
            throw new CannotStart("Cannot use the folder " + folder + ": " + wrong.getMessage(), wrong);
        }
    }

    DatabaseAddress address() {
        return DatabaseAddress.of(url("pobach"), "pobach", secrets.owner());
    }

    /** The superuser's address; only for making the owner, and for tests. */
    DatabaseAddress administrator() {
        return DatabaseAddress.of(url("postgres"), "postgres", secrets.administrator());
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(secrets.port(), database);
    }

    boolean running() {
        return new Postmaster(folder).alive();
    }

    /** Starts the server, or adopts the one that already runs on these very files. */
    synchronized void start() {
        try (StartLock _ = StartLock.take(folder)) {
            joinUsers();
            binaries = PostgresBinaries.in(binariesFolder);
            makeCluster();
            wake();
            makeOwner();
            wanted = true;
        } catch (IOException | SQLException wrong) {
            throw new CannotStart("PostgreSQL does not start in " + folder + ": " + wrong.getMessage(), wrong);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new CannotStart("Interrupted while PostgreSQL was starting", stop);
        }
    }

    /** A server that is just being killed may look alive for a moment; then it is started anew. */
    private void wake() throws IOException, SQLException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            if (!running()) {
                startServer();
            }
            try {
                awaitOurs();
                return;
            } catch (SQLException gone) {
                if (attempt == 3 || running()) {
                    throw gone;
                }
            }
        }
    }

    private void joinUsers() throws IOException {
        if (usersFile == null) {
            usersFile = FileChannel.open(
                    folder.resolve("users"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            usersFile.lock(0, 1, true);
        }
    }

    private void makeCluster() throws IOException, InterruptedException {
        Path cluster = folder.resolve("cluster");
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            // Made beside and moved in whole: a kill in the middle leaves nothing that looks like a cluster.
            Path fresh = folder.resolve("cluster.new");
            Folders.delete(fresh);
            Path password = folder.resolve("password.new");
            Folders.writePrivate(password, secrets.administrator().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            programs()
                    .run(
                            START_SECONDS,
                            "initdb",
                            "--pgdata=" + fresh,
                            "--username=postgres",
                            "--pwfile=" + password,
                            "--auth=scram-sha-256",
                            "--encoding=UTF8",
                            "--no-locale",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--no-instructions");
            Files.delete(password);
            Files.move(fresh, cluster, StandardCopyOption.ATOMIC_MOVE);
        }
        ServerSettings.write(cluster, secrets.port(), settings);
    }

    private void startServer() throws IOException, InterruptedException {
        Path cluster = folder.resolve("cluster");
        long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (true) {
            new Postmaster(folder).forgetStranger();
            try {
                programs()
                        .run(
                                START_SECONDS,
                                "pg_ctl",
                                "start",
                                "-w",
                                "-s",
                                "-t",
                                String.valueOf(START_SECONDS),
                                "-D",
                                cluster.toString(),
                                "-l",
                                folder.resolve("server.log").toString());
                return;
            } catch (IOException notYet) {
                // After a kill -9 the old server's children may need a moment to let go of the shared memory.
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                Thread.sleep(500);
            }
        }
    }

    private PostgresBinaries programs() throws IOException, InterruptedException {
        PostgresBinaries known = binaries;
        if (known == null) {
            known = PostgresBinaries.in(binariesFolder);
            binaries = known;
        }
        return known;
    }

    /** Waits for answers, then makes sure that the server at our port works on our files. */
    private void awaitOurs() throws SQLException, InterruptedException, IOException {
        long until = System.nanoTime() + Duration.ofSeconds(START_SECONDS).toNanos();
        while (true) {
            try (Connection connection = administrator().connectAsOwner();
                    Statement statement = connection.createStatement();
                    var row = statement.executeQuery("show data_directory")) {
                row.next();
                Path theirs = Path.of(row.getString(1)).toRealPath();
                if (!theirs.equals(folder.resolve("cluster").toRealPath())) {
                    throw new CannotStart(
                            "Port " + secrets.port() + " belongs to another PostgreSQL (" + theirs + ").");
                }
                return;
            } catch (SQLException notYet) {
                if (System.nanoTime() > until || !running()) {
                    throw notYet;
                }
                Thread.sleep(50);
            }
        }
    }

    private void makeOwner() throws SQLException {
        Path done = folder.resolve("cluster").resolve("pobach.ready");
        if (Files.exists(done)) {
            return;
        }
        try (Connection connection = administrator().connectAsOwner();
                Statement statement = connection.createStatement()) {
            if (!exists(statement, "select 1 from pg_roles where rolname = 'pobach'")) {
                statement.execute("create role pobach login createrole createdb");
            }
            statement.execute("alter role pobach password '" + secrets.owner() + "'");
            if (!exists(statement, "select 1 from pg_database where datname = 'pobach'")) {
                statement.execute("create database pobach owner pobach");
            }
            Files.createFile(done);
        } catch (IOException wrong) {
            throw new CannotStart("Cannot write to " + done, wrong);
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Restarts the server whenever it dies while it is wanted; looks every half second and costs next to nothing. */
    void watch() {
        Thread.ofPlatform().daemon().name("database-watchdog").start(() -> {
            while (true) {
                try {
                    Thread.sleep(500);
                    if (wanted && !running()) {
                        restart();
                    }
                } catch (InterruptedException stop) {
                    return;
                } catch (CannotStart notYet) {
                    log.error("{} Trying again.", notYet.getMessage());
                }
            }
        });
    }

    private synchronized void restart() {
        if (wanted) {
            log.warn("PostgreSQL has died; starting it again");
            start();
            log.warn("PostgreSQL is back");
        }
    }

    /** Stops the server, unless another process still uses it. */
    synchronized void stop() {
        wanted = false;
        FileChannel users = usersFile;
        usersFile = null;
        if (users == null) {
            return;
        }
        try (StartLock _ = StartLock.take(folder)) {
            users.close();
            if (lastUser() && running()) {
                stopServer();
            }
        } catch (IOException wrong) {
            log.error("PostgreSQL did not stop: {}", wrong.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server that a killed process left behind. */
    synchronized void stopOrphan() throws IOException {
        joinUsers();
        stop();
    }

    private boolean lastUser() throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve("users"), StandardOpenOption.WRITE);
                FileLock alone = channel.tryLock()) {
            return alone != null;
        }
    }

    private void stopServer() throws IOException, InterruptedException {
        String cluster = folder.resolve("cluster").toString();
        try {
            programs().run(6, "pg_ctl", "stop", "-s", "-w", "-t", "5", "-m", "fast", "-D", cluster);
        } catch (IOException slow) {
            programs().run(4, "pg_ctl", "stop", "-s", "-w", "-t", "3", "-m", "immediate", "-D", cluster);
        }
    }
}
