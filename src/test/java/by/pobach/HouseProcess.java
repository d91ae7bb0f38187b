package by.pobach;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Pobach as a process of its own, for tests that kill it. Closing it ends it the hard way. */
public final class HouseProcess implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final int port;
    private final Path log;

    private HouseProcess(Process process, int port, Path log) {
        this.process = process;
        this.port = port;
        this.log = log;
    }

    /** Starts it on a free port; {@code settings} are environment variables such as POBACH_DATA. */
    public static HouseProcess start(Map<String, String> settings) throws IOException {
        return start(freePort(), settings);
    }

    public static HouseProcess start(int port, Map<String, String> settings) throws IOException {
        Path log = Files.createTempFile(TestHouse.temporaryFolder("log-"), "pobach", ".log");
        String classpath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        classpath,
                        "by.pobach.Pobach")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("POBACH_"));
        builder.environment().put("POBACH_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        return new HouseProcess(builder.start(), port, log);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public URI at(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    /** Waits until it takes bookings; fails with the end of its log. */
    public HouseProcess awaitUp(Duration patience) throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (health() != 200) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new AssertionError("Not up after " + patience + ":\n" + log());
            }
            Thread.sleep(100);
        }
        return this;
    }

    /** The status of /health, or 0 when nobody answers. */
    public int health() throws InterruptedException {
        try {
            HttpRequest question = HttpRequest.newBuilder(at("/health"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException nobody) {
            return 0;
        }
    }

    public String log() throws IOException {
        return Files.readString(log);
    }

    /** SIGKILL: no goodbye. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** SIGTERM; false when it is still there after the time. */
    public boolean stop(Duration patience) throws InterruptedException {
        process.destroy();
        return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
