package by.pobach;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

/** A PostgreSQL beside Pobach, as safe as in production, that a test may kill and start again. */
public final class ExternalPostgres implements AutoCloseable {
    private static final String OWNER = "pobach";
    private static final String PASSWORD = "only-for-this-test";

    private final Path folder = TestHouse.temporaryFolder("external-");
    private final PostgresBinaries programs;
    private final int port;

    private ExternalPostgres(PostgresBinaries programs, int port) {
        this.programs = programs;
        this.port = port;
    }

    public static ExternalPostgres start() throws IOException, InterruptedException {
        ExternalPostgres server = new ExternalPostgres(PostgresBinaries.in(TestHouse.binaries()), freePort());
        server.makeCluster();
        server.startAgain();
        return server;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void makeCluster() throws IOException, InterruptedException {
        Path password = folder.resolve("password");
        Files.writeString(password, PASSWORD, StandardCharsets.UTF_8);
        programs.run(
                90,
                "initdb",
                "--pgdata=" + cluster(),
                "--username=" + OWNER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--no-instructions");
        ServerSettings.write(cluster(), port, Map.of("track_commit_timestamp", "on", "max_connections", "200"));
    }

    /** Waits until it answers; after a kill the children of the dead server may need a moment to let go. */
    public void startAgain() throws IOException, InterruptedException {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                programs.run(
                        60,
                        "pg_ctl",
                        "start",
                        "-w",
                        "-s",
                        "-D",
                        cluster().toString(),
                        "-l",
                        folder.resolve("server.log").toString());
                return;
            } catch (IOException notYet) {
                if (System.nanoTime() > until) {
                    throw notYet;
                }
                Thread.sleep(100);
            }
        }
    }

    /** SIGKILL to the postmaster: no checkpoint, no goodbye. */
    public void kill() {
        new Postmaster(folder).process().ifPresent(ProcessHandle::destroyForcibly);
    }

    /** A new empty database, as {@code POBACH_DATABASE_URL}. */
    public String database(String name) throws SQLException {
        try (Connection connection = connect("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        }
        return "postgresql://%s:%s@127.0.0.1:%d/%s".formatted(OWNER, PASSWORD, port, name);
    }

    public Connection connect(String database) throws SQLException {
        String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
        return java.sql.DriverManager.getConnection(url, OWNER, PASSWORD);
    }

    private Path cluster() {
        return folder.resolve("cluster");
    }

    @Override
    public void close() throws IOException {
        try {
            programs.run(
                    30,
                    "pg_ctl",
                    "stop",
                    "-s",
                    "-w",
                    "-m",
                    "immediate",
                    "-D",
                    cluster().toString());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        Folders.delete(folder);
    }
}
