package by.pobach;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** How the embedded server runs. Safety first: an acknowledged booking survives a power cut. */
final class ServerSettings {
    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("password_encryption", "scram-sha-256"),
            Map.entry("max_connections", "120"),
            Map.entry("shared_buffers", "64MB"),
            Map.entry("max_wal_size", "512MB"),
            Map.entry("min_wal_size", "64MB"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("jit", "off"),
            Map.entry("random_page_cost", "1.1"),
            // Parameters of a statement may be somebody's name; they stay out of the log.
            Map.entry("log_parameter_max_length", "0"),
            Map.entry("log_parameter_max_length_on_error", "0"),
            Map.entry("log_min_error_statement", "panic"));

    private ServerSettings() {}

    static void write(Path cluster, int port, Map<String, String> others) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(ALWAYS);
        all.put("port", String.valueOf(port));
        all.putAll(others);
        StringBuilder text = new StringBuilder("# Written at every start; changes here are lost.\n");
        all.forEach((name, value) -> text.append("%s = '%s'%n".formatted(name, value)));
        Files.writeString(cluster.resolve("pobach.conf"), text);
        Path main = cluster.resolve("postgresql.conf");
        if (!Files.readString(main).contains("include 'pobach.conf'")) {
            Files.writeString(main, "\ninclude 'pobach.conf'\n", StandardOpenOption.APPEND);
        }
    }
}
