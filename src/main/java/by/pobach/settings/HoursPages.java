package by.pobach.settings;

import by.pobach.diary.Diary;
import by.pobach.diary.Diary.Working;
import by.pobach.diary.Resource;
import by.pobach.diary.Shift;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import by.pobach.places.WorkingCalendar.Opening;
import by.pobach.settings.Field.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The weekly hours of the Centre and of each who receives people. */
@Controller
class HoursPages {
    private static final String WEEK = "/desk/settings/hours";
    private static final String AS_CENTRE = "hours.as-centre";
    private static final String FROM = "hours.from";
    private static final List<Field> DAYS = Arrays.stream(DayOfWeek.values())
            .map(day -> Field.of(name(day), Kind.TEXT))
            .map(field -> field.name().equals("day.1") ? field.withHint() : field)
            .toList();
    private static final List<Field> OF_STAFF = Stream.concat(
                    Stream.of(
                            new Field(AS_CENTRE, Kind.TICK, true, List.of(Choice.key("true", "settings.yes"))),
                            Field.of(FROM, Kind.DATE).withHint()),
                    DAYS.stream())
            .toList();

    private final WorkingCalendar calendar;
    private final Centre centre;
    private final Diary diary;
    private final Staff staff;
    private final Forms forms;
    private final Clock clock;

    HoursPages(WorkingCalendar calendar, Centre centre, Diary diary, Staff staff, Forms forms, Clock clock) {
        this.calendar = calendar;
        this.centre = centre;
        this.diary = diary;
        this.staff = staff;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping(WEEK)
    String week(@RequestAttribute Frame frame, Model model) {
        return forms.show(week(), frame, model.addAttribute("action", WEEK));
    }

    @PostMapping(WEEK)
    String keepWeek(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Forms.Outcome outcome = forms.keep(this::week, sent, typed -> {
            List<Opening> openings = read(typed, (day, hours) -> new Opening(day, hours.from(), hours.to()));
            if (typed.isGood()) {
                calendar.keepWeek(openings);
                diary.centreChanges();
            }
        });
        return forms.answer(outcome, WEEK, frame, model.addAttribute("action", WEEK), response);
    }

    private Form week() {
        Values values = new Values();
        put(values, calendar.week(), Opening::day, opening -> new Hours(opening.from(), opening.to()));
        return new Form("week", "settings.hours", "", Steps.HOME, DAYS, values.all());
    }

    @GetMapping("/desk/settings/staff/{id}/hours")
    String hours(@PathVariable UUID id, @RequestAttribute Frame frame, Model model) {
        return forms.show(hours(id, frame.language()), frame, model.addAttribute("action", href(id)));
    }

    @PostMapping("/desk/settings/staff/{id}/hours")
    String keepHours(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        StaffMember member = member(id);
        Forms.Outcome outcome = forms.keep(() -> hours(id, frame.language()), sent, typed -> keepHours(typed, member));
        return forms.answer(outcome, href(id), frame, model.addAttribute("action", href(id)), response);
    }

    private void keepHours(Typed typed, StaffMember member) {
        List<Shift> shifts = read(typed, (day, hours) -> new Shift(day, hours.from(), hours.to()));
        boolean asCentre = typed.ticked(AS_CENTRE);
        if (!asCentre && shifts.isEmpty()) {
            typed.problem("day.1", "settings.problem.no-hours");
        }
        LocalDate from = typed.date(FROM).orElse(today());
        if (!typed.isGood()) {
            return;
        }
        diary.register(new Resource(
                member.id(), member.is(Role.INTERPRETER) ? Resource.Kind.INTERPRETER : Resource.Kind.SPECIALIST));
        if (asCentre) {
            diary.keepShifts(member.id(), List.of());
        } else if (diary.shifts(member.id()).isEmpty() || !from.isAfter(today())) {
            diary.keepShifts(member.id(), shifts);
        } else {
            diary.keepShifts(member.id(), from, shifts);
        }
    }

    /** The newest version: the one that somebody is about to change. */
    private Form hours(UUID id, Language language) {
        StaffMember member = member(id);
        List<Working> versions = diary.shifts(id);
        Values values = new Values().put(AS_CENTRE, versions.isEmpty() ? "true" : "");
        LocalDate from = versions.isEmpty() ? null : versions.getLast().from();
        values.put(FROM, from == null ? "" : from);
        List<Shift> shifts = versions.isEmpty() ? List.of() : versions.getLast().shifts();
        put(values, shifts, Shift::day, shift -> new Hours(shift.from(), shift.to()));
        return new Form(
                "hours/" + id,
                "settings.staff.hours",
                member.name().in(language),
                StaffPages.HERE + "/" + id,
                OF_STAFF,
                values.all());
    }

    private interface Made<T> {
        T of(DayOfWeek day, Hours hours);
    }

    private static <T> List<T> read(Typed typed, Made<T> made) {
        List<T> all = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            typed.hours(name(day)).forEach(hours -> all.add(made.of(day, hours)));
        }
        return all;
    }

    private static <T> void put(Values values, List<T> week, Function<T, DayOfWeek> dayOf, Function<T, Hours> hoursOf) {
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Hours> hours = week.stream()
                    .filter(part -> dayOf.apply(part) == day)
                    .map(hoursOf)
                    .toList();
            values.put(name(day), Hours.write(hours));
        }
    }

    private static String name(DayOfWeek day) {
        return "day." + day.getValue();
    }

    private static String href(UUID id) {
        return StaffPages.HERE + "/" + id + "/hours";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), centre.facts().zone());
    }

    private StaffMember member(UUID id) {
        return staff.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
