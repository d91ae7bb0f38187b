package by.pobach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code postmaster.pid} says about the server of a folder, and whether it is true. */
record Postmaster(Path folder) {

    /** True when the process that the file names is alive and is PostgreSQL. */
    boolean alive() {
        return process()
                .map(process -> isPostgres(process) && !waitsToBeBuried(process.pid()))
                .orElse(false);
    }

    /** After a reboot the number may belong to somebody else; PostgreSQL would then refuse to start. */
    void forgetStranger() throws IOException {
        if (!alive()) {
            Files.deleteIfExists(file());
        }
    }

    Optional<ProcessHandle> process() {
        try {
            List<String> lines = Files.readAllLines(file());
            return lines.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(lines.getFirst().strip())).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException absent) {
            return Optional.empty();
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        // Another account's process hides its command; then only the answer on the port can tell.
        return process.info()
                .command()
                .map(command -> command.endsWith("/postgres"))
                .orElse(true);
    }

    /** A dead process whose parent has not asked for its exit code yet still has a number; containers know many. */
    private static boolean waitsToBeBuried(long pid) {
        try {
            String line = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
            return line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException notLinux) {
            return false;
        }
    }

    private Path file() {
        return folder.resolve("cluster").resolve("postmaster.pid");
    }
}
