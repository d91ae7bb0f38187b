package by.pobach.places;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the state decides anew for each year and we therefore keep as a file with its source ({@code calendar-2026.properties}):
 * working days moved to a Saturday, and the school holidays. What has no source is not known, and never guessed.
 *
 * @param moved each day off with the Saturday that is worked for it
 * @param movesKnown whether the act about moved working days has been entered
 * @param schoolHolidays both dates inclusive
 * @param schoolKnown whether the school holidays of the whole calendar year have been entered
 */
record YearFile(Map<LocalDate, LocalDate> moved, boolean movesKnown, List<Days> schoolHolidays, boolean schoolKnown) {

    static final YearFile MISSING = new YearFile(Map.of(), false, List.of(), false);

    /** Dates from {@code first} to {@code last}, both inclusive. */
    record Days(LocalDate first, LocalDate last) {
        boolean contain(LocalDate date) {
            return !date.isBefore(first) && !date.isAfter(last);
        }

        static Days parse(String text) {
            String[] ends = text.split("/", -1);
            return new Days(LocalDate.parse(ends[0]), LocalDate.parse(ends[1]));
        }
    }

    /** The day off for which this Saturday is worked. */
    Optional<LocalDate> workedFor(LocalDate saturday) {
        return moved.entrySet().stream()
                .filter(move -> move.getValue().equals(saturday))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    static YearFile of(int year) {
        try (InputStream file = YearFile.class.getResourceAsStream("calendar-" + year + ".properties")) {
            return file == null ? MISSING : read(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static YearFile read(InputStream file) throws IOException {
        Properties lines = new Properties();
        lines.load(new InputStreamReader(file, StandardCharsets.UTF_8));
        return new YearFile(
                entries(lines, "moved").map(Days::parse).collect(Collectors.toUnmodifiableMap(Days::first, Days::last)),
                lines.containsKey("moved.source"),
                entries(lines, "school.holidays").map(Days::parse).toList(),
                lines.containsKey("school.source"));
    }

    private static Stream<String> entries(Properties lines, String key) {
        return Arrays.stream(lines.getProperty(key, "").split(",", -1))
                .map(String::trim)
                .filter(entry -> !entry.isEmpty());
    }
}
