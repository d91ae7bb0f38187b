package by.pobach.settings;

import by.pobach.diary.Diary;
import by.pobach.diary.Diary.SpecialDay;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import by.pobach.places.WorkingCalendar.Day;
import by.pobach.places.WorkingCalendar.Transfers;
import by.pobach.settings.Field.Kind;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

/** Dates that differ from the week: of the Centre, and of one person. */
@Controller
class DayPages {
    private static final String CENTRE = "/desk/settings/days";
    private static final String DATE = "days.date";
    private static final String WORKS_AS = "days.works-as";
    private static final String NAME = "days.name";
    private static final String HOURS = "days.hours";
    private static final List<Field> OF_CENTRE = List.of(
            Field.of(DATE, Kind.DATE),
            Field.select(
                    WORKS_AS,
                    Stream.concat(
                                    Stream.of(Choice.key("", "settings.days.closed")),
                                    Field.choices("settings.day.", "1", "2", "3", "4", "5", "6", "7").stream())
                            .toList()),
            Field.of(NAME, Kind.WORDS).withHint());
    private static final List<Field> OF_STAFF =
            List.of(Field.of(DATE, Kind.DATE), Field.of(HOURS, Kind.TEXT).withHint());

    private final WorkingCalendar calendar;
    private final Centre centre;
    private final Diary diary;
    private final Staff staff;
    private final Dates dates;
    private final Forms forms;
    private final Clock clock;

    /** A date that is kept, and the button that takes it back. */
    record Entry(String when, String what, String remove, String date) {}

    DayPages(WorkingCalendar calendar, Centre centre, Diary diary, Staff staff, Dates dates, Forms forms, Clock clock) {
        this.calendar = calendar;
        this.centre = centre;
        this.diary = diary;
        this.staff = staff;
        this.dates = dates;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping(CENTRE)
    String days(@RequestAttribute Frame frame, Model model) {
        return forms.show(ofCentre(), frame, centreModel(frame.language(), model));
    }

    private Model centreModel(Language language, Model model) {
        List<Entry> entries = calendar.ownDays(today()).stream()
                .map(day -> new Entry(
                        dates.day(day.date(), language),
                        words(day).in(language),
                        CENTRE + "/removal",
                        day.date().toString()))
                .toList();
        int year = today().getYear();
        List<Transfers> transfers = Stream.of(year, year + 1)
                .map(calendar::transfers)
                .flatMap(Optional::stream)
                .toList();
        return model.addAttribute("action", CENTRE)
                .addAttribute("entries", entries)
                .addAttribute("transfers", transfers);
    }

    private static Words words(Day day) {
        return day.name() == null ? Words.same("") : day.name();
    }

    @PostMapping(CENTRE)
    String keepDay(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Forms.Outcome outcome = forms.keep(this::ofCentre, sent, typed -> {
            LocalDate date = date(typed);
            Words name = typed.words(NAME);
            String works = typed.text(WORKS_AS);
            if (typed.isGood()) {
                calendar.keepDay(date, works.isEmpty() ? null : DayOfWeek.of(Integer.parseInt(works)), name);
                diary.centreChanges();
                forms.alsoChanged("days", DATE, "", date + " · " + name.be());
            }
        });
        return forms.answer(outcome, CENTRE, frame, centreModel(frame.language(), model), response);
    }

    @PostMapping(CENTRE + "/removal")
    String dropDay(@RequestParam LocalDate date) {
        forms.act("days", DATE, date.toString(), "", () -> {
            calendar.dropDay(date);
            diary.centreChanges();
        });
        return "redirect:" + CENTRE + "?kept";
    }

    @GetMapping(StaffPages.HERE + "/{id}/days")
    String days(@PathVariable UUID id, @RequestAttribute Frame frame, Model model) {
        return forms.show(ofStaff(id, frame.language()), frame, staffModel(id, frame.language(), model));
    }

    private Model staffModel(UUID id, Language language, Model model) {
        List<Entry> entries = new ArrayList<>();
        for (SpecialDay day : diary.specialDays(id, today())) {
            String hours =
                    day.from() == null || day.to() == null ? "" : Hours.write(List.of(new Hours(day.from(), day.to())));
            entries.add(new Entry(
                    dates.day(day.day(), language),
                    hours,
                    href(id) + "/removal",
                    day.day().toString()));
        }
        return model.addAttribute("action", href(id)).addAttribute("entries", entries);
    }

    @PostMapping(StaffPages.HERE + "/{id}/days")
    String keepDay(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Forms.Outcome outcome = forms.keep(() -> ofStaff(id, frame.language()), sent, typed -> {
            LocalDate date = date(typed);
            List<Hours> hours = typed.hours(HOURS);
            if (hours.size() > 1) {
                typed.problem(HOURS, "settings.problem.one-range");
            }
            if (typed.isGood()) {
                keepDay(id, date, hours.isEmpty() ? null : hours.getFirst());
            }
        });
        return forms.answer(outcome, href(id), frame, staffModel(id, frame.language(), model), response);
    }

    private void keepDay(UUID id, LocalDate date, @Nullable Hours hours) {
        diary.keepSpecialDay(id, date, hours == null ? null : hours.from(), hours == null ? null : hours.to());
        String said = hours == null ? "—" : Hours.write(List.of(hours));
        forms.alsoChanged("days/" + id, DATE, "", date + " · " + said);
    }

    @PostMapping(StaffPages.HERE + "/{id}/days/removal")
    String dropDay(@PathVariable UUID id, @RequestParam LocalDate date) {
        forms.act("days/" + id, DATE, date.toString(), "", () -> diary.dropSpecialDay(id, date));
        return "redirect:" + href(id) + "?kept";
    }

    private LocalDate date(Typed typed) {
        LocalDate date = typed.date(DATE).orElse(LocalDate.MIN);
        if (typed.isGood() && date.isBefore(today())) {
            typed.problem(DATE, "settings.problem.past");
        }
        return date;
    }

    private Form ofCentre() {
        return new Form("days", "settings.days", "", Steps.HOME, OF_CENTRE, Map.of());
    }

    private Form ofStaff(UUID id, Language language) {
        StaffMember member = staff.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return new Form(
                "days/" + id,
                "settings.staff.days",
                member.name().in(language),
                StaffPages.HERE + "/" + id,
                OF_STAFF,
                Map.of());
    }

    private static String href(UUID id) {
        return StaffPages.HERE + "/" + id + "/days";
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), centre.facts().zone());
    }
}
