package by.pobach.figures;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.WorkingCalendar;
import by.pobach.web.Language;
import com.ibm.icu.text.Collator;
import com.ibm.icu.util.ULocale;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** How much of each specialist's working time a week has given away. In the order of the alphabet: nobody is ranked. */
@Component
class Loads {
    private final HoursTable table;
    private final Staff staff;
    private final WorkingCalendar calendar;

    /** Both in minutes. Booked may be more than worked, where a visit was promised before an absence. */
    record Load(UUID specialist, String name, int booked, int worked) {}

    Loads(HoursTable table, Staff staff, WorkingCalendar calendar) {
        this.table = table;
        this.staff = staff;
        this.calendar = calendar;
    }

    /** Everyone who is a specialist now, and whoever else received somebody in that week. */
    List<Load> of(Week week, Language language) {
        Map<UUID, Integer> booked = table.booked(week);
        WorkedHours hours = hours(week);
        Stream<StaffMember> specialists = staff.all().stream().filter(member -> member.is(Role.SPECIALIST));
        Stream<StaffMember> others = booked.keySet().stream().flatMap(id -> staff.find(id).stream());
        return Stream.concat(specialists, others)
                .distinct()
                .map(member -> new Load(
                        member.id(),
                        member.name().in(language),
                        booked.getOrDefault(member.id(), 0),
                        hours.minutes(member.id(), week)))
                .sorted(byName())
                .toList();
    }

    private WorkedHours hours(Week week) {
        return new WorkedHours(
                table.shifts(),
                table.specialDays(week),
                table.absences(week),
                date -> calendar.hours(date).stream()
                        .map(opening -> new WorkedHours.Hours(opening.from(), opening.to()))
                        .toList(),
                date -> calendar.day(date).worksAs());
    }

    /** As Belarusian dictionaries do: І before Й, Ў after У, Ё after Е; in all three languages the same order. */
    private static Comparator<Load> byName() {
        Collator collator = Collator.getInstance(new ULocale("be"));
        Comparator<Load> surname = Comparator.comparing(load -> surnameFirst(load.name()), collator::compare);
        return surname.thenComparing(Load::specialist);
    }

    private static String surnameFirst(String name) {
        return name.substring(name.lastIndexOf(' ') + 1) + " " + name;
    }
}
