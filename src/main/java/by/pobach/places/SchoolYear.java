package by.pobach.places;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;

/**
 * The breaks of one school year, from 1 September ({@code school-2026.properties} is 2026/27).
 *
 * @param breaks first and last day of each, both inclusive
 * @param known false while the year has no file
 */
record SchoolYear(List<DataFile.Dates> breaks, boolean known) {

    /** The year in which the date's school year began. */
    static int startOf(LocalDate date) {
        return date.getMonthValue() >= Month.SEPTEMBER.getValue() ? date.getYear() : date.getYear() - 1;
    }

    static SchoolYear of(int start) {
        return DataFile.find("school-" + start + ".properties")
                .map(file -> new SchoolYear(file.pairs(), true))
                .orElse(new SchoolYear(List.of(), false));
    }

    boolean isBreak(LocalDate date) {
        return breaks.stream().anyMatch(days -> !date.isBefore(days.first()) && !date.isAfter(days.second()));
    }
}
