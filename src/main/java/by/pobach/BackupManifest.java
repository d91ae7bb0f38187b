package by.pobach;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a backup holds, to check it by.
 *
 * @param format of the file, 1 today
 * @param migrations each module's applied versions with Flyway's checksums: both sides must be the same
 */
record BackupManifest(
        int format,
        String takenAt,
        String server,
        Map<String, List<String>> migrations,
        List<Table> tables,
        List<Sequence> sequences,
        List<File> files) {
    static final int FORMAT = 1;
    static final String ENTRY = "manifest.json";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The rows of a table lie in {@code entry} as COPY text; {@code sum} does not depend on their order. */
    record Table(String name, List<String> columns, String entry, long rows, String sum) {}

    /** @param value the last one given out, or null when none was */
    record Sequence(String name, @Nullable Long value) {}

    /** A file of the data folder, relative to it. */
    record File(String path, String sha256) {}

    byte[] toBytes() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(this);
    }

    static BackupManifest of(byte[] bytes) {
        return JSON.readValue(bytes, BackupManifest.class);
    }
}
