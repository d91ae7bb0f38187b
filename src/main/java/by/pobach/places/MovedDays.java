package by.pobach.places;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The working days of a calendar year that the Council of Ministers moved to a Saturday ({@code moved-2026.properties}).
 *
 * @param worked each day off with the Saturday that is worked for it
 * @param known false while the year has no file
 */
record MovedDays(Map<LocalDate, LocalDate> worked, boolean known) {

    static MovedDays of(int year) {
        return DataFile.find("moved-" + year + ".properties")
                .map(file -> new MovedDays(
                        file.pairs().stream()
                                .collect(Collectors.toUnmodifiableMap(DataFile.Dates::first, DataFile.Dates::second)),
                        true))
                .orElse(new MovedDays(Map.of(), false));
    }

    /** The Saturday worked for this day off. */
    Optional<LocalDate> workedFor(LocalDate dayOff) {
        return Optional.ofNullable(worked.get(dayOff));
    }

    /** The day off that this Saturday is worked for. */
    Optional<LocalDate> dayOffFor(LocalDate saturday) {
        return worked.entrySet().stream()
                .filter(move -> move.getValue().equals(saturday))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
