package by.pobach.diary;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** Turns instants into five-minute steps since local midnight and back; days of 23 and 25 hours come out right. */
record DayGrid(ZoneId zone) {
    private static final long STEP_SECONDS = Bits.STEP_MINUTES * 60L;

    Instant midnight(LocalDate day) {
        return day.atStartOfDay(zone).toInstant();
    }

    LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }

    Instant instant(LocalDate day, int step) {
        return midnight(day).plusSeconds(step * STEP_SECONDS);
    }

    /** The step that holds this instant: rounded down. May lie outside the day. */
    int stepDown(LocalDate day, Instant instant) {
        return clamp(Math.floorDiv(secondsInto(day, instant), STEP_SECONDS));
    }

    /** The first step at or after this instant. */
    int stepUp(LocalDate day, Instant instant) {
        return clamp(-Math.floorDiv(-secondsInto(day, instant), STEP_SECONDS));
    }

    int step(LocalDate day, LocalTime time) {
        return stepDown(day, day.atTime(time).atZone(zone).toInstant());
    }

    private long secondsInto(LocalDate day, Instant instant) {
        return instant.getEpochSecond() - midnight(day).getEpochSecond();
    }

    private static int clamp(long step) {
        return (int) Math.clamp(step, -Bits.SIZE, 2L * Bits.SIZE);
    }
}
