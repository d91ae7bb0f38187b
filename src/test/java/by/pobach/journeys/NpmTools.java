package by.pobach.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The tools of the check that npm knows, {@code src/test/npm}. {@code bin/check} brings them to the user's cache. */
final class NpmTools {
    static final Path LIST = Path.of("src/test/npm").toAbsolutePath();

    private NpmTools() {}

    /** A folder for each state of the lock, so that two checks of different states can run side by side. */
    static Path folder() {
        String cache = System.getenv()
                .getOrDefault(
                        "XDG_CACHE_HOME",
                        Path.of(System.getProperty("user.home"), ".cache").toString());
        Path folder = Path.of(cache, "pobach", "npm-" + lock());
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("Not there: " + folder + ". bin/check brings it");
        }
        return folder;
    }

    /** What a tool ships as a script for the page. */
    static String script(String path) {
        try {
            return Files.readString(folder().resolve("node_modules").resolve(path));
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }

    private static String lock() {
        try {
            byte[] lock = Files.readAllBytes(LIST.resolve("package-lock.json"));
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(lock);
            return HexFormat.of().formatHex(sum).substring(0, 16);
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        } catch (NoSuchAlgorithmException never) {
            throw new AssertionError(never);
        }
    }
}
