package by.pobach.faults;

import by.pobach.bench.Wire;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One process of Pobach that can be killed and comes back on the same port. */
final class Node implements AutoCloseable {
    final int port;
    private final List<String> program;
    private final Map<String, String> settings;
    private final Path log;
    private Process process;

    private Node(List<String> program, Map<String, String> settings) throws IOException {
        this.program = program;
        this.settings = settings;
        this.log = Files.createTempFile("pobach-node", ".log");
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = socket.getLocalPort();
        }
        this.process = launch();
    }

    /** What is delivered: no class of a test is near. */
    static Node start(Map<String, String> settings) throws IOException {
        String classpath = Arrays.stream(classpath().split(File.pathSeparator, -1))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        return new Node(List.of("-cp", classpath, "by.pobach.Pobach"), settings);
    }

    /** A build with a planted fault, which only tests can see. */
    static Node start(Class<?> planted, Map<String, String> settings) throws IOException {
        return new Node(List.of("-cp", classpath(), planted.getName()), settings);
    }

    private static String classpath() {
        return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    }

    private Process launch() throws IOException {
        List<String> options = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED");
        ProcessBuilder builder = new ProcessBuilder(java.util.stream.Stream.concat(options.stream(), program.stream())
                        .toList())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("POBACH_"));
        builder.environment().put("POBACH_PORT", String.valueOf(port));
        builder.environment().putAll(settings);
        return builder.start();
    }

    /** Like whoever runs it in earnest: a process that ended, since the database was away at its start, is started again. */
    void awaitUp(Duration patience) throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (!up()) {
            if (System.nanoTime() > until) {
                throw new AssertionError("Not up after " + patience + ":\n" + Files.readString(log));
            }
            if (!process.isAlive()) {
                process = launch();
            }
            Thread.sleep(100);
        }
    }

    boolean up() {
        try (Wire wire = new Wire(port, 5_000)) {
            return wire.send(Wire.get("/health", "")).status() == 200;
        } catch (IOException nobody) {
            return false;
        }
    }

    /** SIGKILL, and a new process at once. */
    void killAndStartAgain() throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        process = launch();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(log);
    }
}
