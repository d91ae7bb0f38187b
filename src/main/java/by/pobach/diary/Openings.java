package by.pobach.diary;

import by.pobach.places.WorkingCalendar;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When resources could be taken if nobody had taken them: shifts, special days, absences, and the Centre's own days.
 * Nobody works while the Centre is closed, except where a special day says so.
 */
record Openings(
        OpenDays days,
        DayGrid grid,
        Map<UUID, List<ShiftRow>> shifts,
        Map<UUID, Map<LocalDate, List<HourRange>>> specialDays,
        Map<UUID, List<Slot>> absences) {

    /** A shift and the half-open dates it is valid for; null means without end. */
    record ShiftRow(
            Shift shift,
            @Nullable LocalDate validFrom,
            @Nullable LocalDate validTo) {
        boolean validOn(LocalDate day) {
            return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
        }
    }

    record HourRange(LocalTime from, LocalTime to) {}

    /** The steps of a day on which the resource is there. */
    long[] on(UUID resource, LocalDate day) {
        long[] open = Bits.none();
        List<HourRange> special = specialDays.getOrDefault(resource, Map.of()).get(day);
        DayOfWeek worksAs = days.on(day);
        if (special != null) {
            special.forEach(hours -> fill(open, day, hours.from(), hours.to()));
        } else if (worksAs != null) {
            fillNormal(open, resource, day, worksAs);
        }
        for (Slot absence : absences.getOrDefault(resource, List.of())) {
            Bits.clear(open, grid.stepDown(day, absence.from()), grid.stepUp(day, absence.to()));
        }
        return open;
    }

    /** The steps of the ordinary week on that date, as if there were no holidays, special days and absences. */
    long[] normally(UUID resource, LocalDate day) {
        long[] open = Bits.none();
        fillNormal(open, resource, day, day.getDayOfWeek());
        return open;
    }

    private void fillNormal(long[] open, UUID resource, LocalDate day, DayOfWeek weekday) {
        List<ShiftRow> rows = shifts.get(resource);
        if (rows == null) {
            for (WorkingCalendar.Opening hours : days.week()) {
                if (hours.day() == weekday) {
                    fill(open, day, hours.from(), hours.to());
                }
            }
            return;
        }
        for (ShiftRow row : rows) {
            if (row.shift().day() == weekday && row.validOn(day)) {
                fill(open, day, row.shift().from(), row.shift().to());
            }
        }
    }

    private void fill(long[] open, LocalDate day, LocalTime from, LocalTime to) {
        Bits.fill(open, grid.step(day, from), grid.step(day, to));
    }
}
