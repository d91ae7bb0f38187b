package by.pobach.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Properties;

/**
 * What the state decides anew for each year, kept as a file beside this class: pairs of dates and the source they come from.
 * What has no file is not known, and never guessed.
 */
record DataFile(List<Dates> pairs, String source) {

    /** Two dates as the file writes them: {@code 2026-04-20/2026-04-25}. */
    record Dates(LocalDate first, LocalDate second) {

        static Dates parse(String text) {
            String[] ends = text.strip().split("/", -1);
            return new Dates(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
        }
    }

    /** A file without a source does not count: it is refused, so that nobody enters a guess. */
    static Optional<DataFile> find(String name) {
        try (InputStream file = DataFile.class.getResourceAsStream(name)) {
            return file == null ? Optional.empty() : Optional.of(read(name, file));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static DataFile read(String name, InputStream file) throws IOException {
        Properties lines = new Properties();
        lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        if (lines.getProperty("source", "").isBlank()) {
            throw new IllegalStateException(name + " does not say its source");
        }
        List<Dates> pairs = Arrays.stream(lines.getProperty("dates", "").split(",", -1))
                .filter(pair -> !pair.isBlank())
                .map(Dates::parse)
                .toList();
        return new DataFile(pairs, lines.getProperty("source", ""));
    }
}
