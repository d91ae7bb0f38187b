package by.pobach.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The delivered Pobach, started by {@code bin/run} with the measuring data, and what it costs in processor time. */
final class House implements AutoCloseable {
    private static final int START_SECONDS = 300;

    final int port;
    private final Path data;
    private final Process process;

    private House(int port, Path data, Process process) {
        this.port = port;
        this.data = data;
        this.process = process;
    }

    /** @param scale 10 for ten times the visits */
    static House start(int port, Path data, int scale) throws IOException, InterruptedException {
        Files.createDirectories(data);
        ProcessBuilder builder = new ProcessBuilder("bin/run")
                .redirectErrorStream(true)
                .redirectOutput(data.resolve("house.log").toFile());
        builder.environment()
                .putAll(Map.of(
                        "POBACH_PORT", String.valueOf(port),
                        "POBACH_DATA", data.toAbsolutePath().toString(),
                        "POBACH_SEED", "bench",
                        "POBACH_BENCH_SCALE", String.valueOf(scale),
                        "POBACH_VISITS_LIMITS", "false"));
        House house = new House(port, data, builder.start());
        house.awaitUp();
        return house;
    }

    private void awaitUp() throws IOException, InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (System.nanoTime() < until && process.isAlive()) {
            try (Wire wire = new Wire(port, 5_000)) {
                if (wire.send(Wire.get("/health", "")).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                Thread.sleep(200);
            }
        }
        throw new IOException("Pobach is not up:\n" + Files.readString(data.resolve("house.log")));
    }

    /** Milliseconds of processor time that the application and its PostgreSQL have used so far. */
    double cpuMillis() throws IOException {
        double ticks = ticks(process.pid(), false);
        long postmaster = Long.parseLong(Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                .getFirst()
                .strip());
        ticks += ticks(postmaster, true);
        for (ProcessHandle child :
                ProcessHandle.of(postmaster).orElseThrow().children().toList()) {
            ticks += ticks(child.pid(), false);
        }
        return ticks * 10; // Linux counts in hundredths of a second
    }

    private static double ticks(long pid, boolean andItsDead) throws IOException {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
        } catch (IOException ended) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        double own = Double.parseDouble(fields[11]) + Double.parseDouble(fields[12]);
        return andItsDead ? own + Double.parseDouble(fields[13]) + Double.parseDouble(fields[14]) : own;
    }

    /** The answer of {@code bin/sql}, which needs no trust in the application. */
    String sql(String query) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("bin/sql", query).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("POBACH_DATA", data.toAbsolutePath().toString());
        Process asked = builder.start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (asked.waitFor() != 0) {
            throw new IOException("bin/sql failed");
        }
        return answer;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
