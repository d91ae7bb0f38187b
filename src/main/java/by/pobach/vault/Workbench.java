package by.pobach.vault;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Starts a {@link Cleaner} for each picture and PDF. Whatever the file does to its decoder, to a picture of a billion
 * pixels or a stream that unpacks to ten gigabytes, only that process ends.
 */
@Component
class Workbench {
    private static final Logger log = LoggerFactory.getLogger(Workbench.class);
    private static final String LOADER = "org.springframework.boot.loader.launch.PropertiesLauncher";
    private static final int NO_JVM = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final int AT_ONCE = 2;
    private static final int WAIT_SECONDS = 20;

    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Cleaned clean(Kind kind, byte[] content) {
        try {
            if (!places.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                return new Cleaned.Unfit(new FileOutcome.NotNow());
            }
            try {
                return inOwnProcess(kind, content);
            } finally {
                places.release();
            }
        } catch (IOException noJava) {
            return noProcess();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Cleaned.Unfit(new FileOutcome.NotNow());
        }
    }

    private static Cleaned inOwnProcess(Kind kind, byte[] content) throws IOException, InterruptedException {
        Process process = start(kind);
        Thread.ofVirtual().start(() -> endInTime(process));
        try (OutputStream in = process.getOutputStream()) {
            in.write(content);
        } catch (IOException itEndedBefore) {
            // Its code says why.
        }
        byte[] clean = process.getInputStream().readAllBytes();
        return switch (process.waitFor()) {
            case 0 -> clean.length == 0 ? Cleaned.damaged() : new Cleaned.Fit(kind, clean);
            case Cleaner.DAMAGED -> Cleaned.damaged();
            case NO_JVM -> noProcess();
            case Cleaner.LOCKED -> new Cleaned.Unfit(new FileOutcome.Locked());
            default -> Cleaned.overfull(); // too many pixels or pages, out of memory, or out of time
        };
    }

    private static Cleaned noProcess() {
        log.error("The process that takes pictures and PDFs apart does not start");
        return new Cleaned.Unfit(new FileOutcome.NotNow());
    }

    private static void endInTime(Process process) {
        try {
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stop) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Nothing of our surroundings goes along: settings may hold passwords. */
    private static Process start(Kind kind) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-Xshare:auto",
                "-Xmx160m",
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path")));
        command.addAll(
                inOneJar()
                        ? List.of("-Dloader.main=" + Cleaner.class.getName(), LOADER)
                        : List.of(Cleaner.class.getName()));
        command.add(kind.name());
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().clear();
        return builder.start();
    }

    /** Started by {@code java -jar} with everything in one jar, whose classes only Spring Boot's own loader finds. */
    private static boolean inOneJar() {
        return String.valueOf(Cleaner.class.getResource("Cleaner.class")).contains("BOOT-INF");
    }
}
