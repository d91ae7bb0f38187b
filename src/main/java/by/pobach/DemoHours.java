package by.pobach;

import by.pobach.diary.Diary;
import by.pobach.diary.Shift;
import by.pobach.offers.Services;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** The working hours of the demo's people: half of them from nine, half from ten, all with a break; the interpreter comes two days, another is on video in the mornings. */
record DemoHours(Staff staff, Services services, Diary diary) {
    private static final EnumSet<DayOfWeek> WORKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    void keep() {
        int number = 0;
        for (StaffMember member : staff.all()) {
            if (member.is(Role.INTERPRETER)) {
                diary.keepShifts(member.id(), twoDays());
            } else if (member.onlyByVideo()) {
                diary.keepShifts(member.id(), mornings());
            } else if (receives(member)) {
                diary.keepShifts(member.id(), week(number++ % 2 == 0));
            }
        }
    }

    private boolean receives(StaffMember member) {
        return services.all().stream().anyMatch(service -> service.specialists().contains(member.id()));
    }

    private static List<Shift> week(boolean early) {
        List<Shift> shifts = new ArrayList<>();
        for (DayOfWeek day : WORKDAYS) {
            shifts.add(new Shift(day, at(early ? 9 : 10, 0), at(early ? 12 : 13, 30)));
            shifts.add(new Shift(day, at(early ? 13 : 14, 0), at(early ? 17 : 18, 0)));
        }
        if (early) {
            shifts.add(new Shift(DayOfWeek.SATURDAY, at(10, 0), at(13, 0)));
        }
        return shifts;
    }

    private static List<Shift> mornings() {
        return WORKDAYS.stream().map(day -> new Shift(day, at(9, 0), at(12, 0))).toList();
    }

    private static List<Shift> twoDays() {
        return List.of(
                new Shift(DayOfWeek.TUESDAY, at(10, 0), at(16, 0)),
                new Shift(DayOfWeek.THURSDAY, at(12, 0), at(18, 0)));
    }

    private static LocalTime at(int hour, int minute) {
        return LocalTime.of(hour, minute);
    }
}
