package by.pobach.diary;

import by.pobach.places.WorkingCalendar;
import by.pobach.places.WorkingCalendar.Opening;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The Centre's days as they were when free time was loaded: read once for all resources, and compared later, so that a day
 * that was closed or moved since is noticed.
 *
 * @param worksAs for each date from {@code base} on: the weekday whose hours apply, or null when closed
 */
record OpenDays(List<Opening> week, LocalDate base, List<@Nullable DayOfWeek> worksAs) {

    static OpenDays read(WorkingCalendar calendar, LocalDate base, int days) {
        List<@Nullable DayOfWeek> worksAs = new ArrayList<>(days);
        for (int i = 0; i < days; i++) {
            worksAs.add(calendar.day(base.plusDays(i)).worksAs());
        }
        return new OpenDays(calendar.week(), base, worksAs);
    }

    @Nullable
    DayOfWeek on(LocalDate date) {
        long index = date.toEpochDay() - base.toEpochDay();
        return index < 0 || index >= worksAs.size() ? null : worksAs.get((int) index);
    }
}
