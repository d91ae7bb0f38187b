package by.pobach.desk;

import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The week of a person, a room or a device, and when it is away. */
@Controller
class DeskWeekPages {
    private final Visits visits;
    private final DeskLines lines;
    private final Diary diary;
    private final Staff staff;
    private final Centre centre;
    private final EquipmentDesk equipment;
    private final TransactionTemplate transaction;

    /** Whose week: the query parameter that says it, the id, and the name. */
    record Whose(String kind, UUID id, String name) {
        public String href(LocalDate monday) {
            return "/desk/week?" + kind + "=" + id + "&from=" + monday;
        }
    }

    /** What was typed about an absence. */
    record Away(
            @Nullable String fromDay,
            @Nullable String fromTime,
            @Nullable String toDay,
            @Nullable String toTime) {}

    DeskWeekPages(
            Visits visits,
            DeskLines lines,
            Diary diary,
            Staff staff,
            Centre centre,
            EquipmentDesk equipment,
            TransactionTemplate transaction) {
        this.visits = visits;
        this.lines = lines;
        this.diary = diary;
        this.staff = staff;
        this.centre = centre;
        this.equipment = equipment;
        this.transaction = transaction;
    }

    @GetMapping("/desk/week")
    String week(
            @RequestParam(required = false) @Nullable UUID person,
            @RequestParam(required = false) @Nullable UUID room,
            @RequestParam(required = false) @Nullable UUID device,
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String from,
            @RequestAttribute Frame frame,
            Model model) {
        DeskRights rights = lines.rights();
        if (of != null) {
            return "redirect:" + chosen(of, rights, frame.language()).href(monday(from));
        }
        UUID id = Stream.of(Optional.ofNullable(person), Optional.ofNullable(room), Optional.ofNullable(device))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> first(rights));
        return show(whose(id, frame.language()), monday(from), rights, frame.language(), model);
    }

    /** Everybody looks at their own week first; who receives nobody but runs the desk, at the first colleague's. */
    private UUID first(DeskRights rights) {
        return Stream.concat(Stream.of(rights.who()), rights.runsDesk() ? staff.all().stream() : Stream.empty())
                .map(StaffMember::id)
                .filter(diary::knows)
                .findFirst()
                .orElse(rights.who().id());
    }

    private String show(Whose whose, LocalDate monday, DeskRights rights, Language language, Model model) {
        if (!rights.mayReadWeekOf(whose.id())) {
            throw new AccessDeniedException("somebody else's week");
        }
        ZoneId zone = lines.zone();
        Instant begin = monday.atStartOfDay(zone).toInstant();
        Instant end = monday.plusDays(7).atStartOfDay(zone).toInstant();
        List<Slot> absences = diary.absences(whose.id(), begin, end);
        List<DeskLines.Line> week = lines.of(takenBy(whose.id(), begin, end), rights, language);
        if (!model.containsAttribute("away")) {
            model.addAttribute("away", new Away("", "", "", ""));
        }
        model.addAttribute("rights", rights)
                .addAttribute("zone", zone)
                .addAttribute("whose", whose)
                .addAttribute("monday", monday)
                .addAttribute("thisMonday", DeskWeek.monday(lines.today()))
                .addAttribute("week", DeskWeek.of(monday, lines.today(), zone, week, absences))
                .addAttribute("all", rights.runsDesk() ? choices(language) : List.of())
                .addAttribute("inside", lines.of(inside(whose.id(), absences), rights, language));
        return "desk/week";
    }

    /** Visits that were promised before somebody knew of the absence, beyond this week too. */
    private List<Visit> inside(UUID resource, List<Slot> absences) {
        return absences.stream()
                .flatMap(away -> takenBy(resource, away.from().minusSeconds(86_400), away.to()).stream()
                        .filter(visit -> visit.end().isAfter(away.from())))
                .filter(Visit::stands)
                .distinct()
                .toList();
    }

    private List<Visit> takenBy(UUID resource, Instant from, Instant to) {
        return visits.between(from, to).stream()
                .filter(visit -> visit.takes(resource))
                .toList();
    }

    @PostMapping("/desk/absences")
    String absent(
            @RequestParam String of,
            @RequestParam(required = false) @Nullable String from,
            Away away,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        DeskRights rights = lines.runningDesk();
        Whose whose = chosen(of, rights, frame.language());
        Problems problems = new Problems();
        Optional<Instant> begin = instant(away.fromDay(), away.fromTime(), 0, "fromDay", problems);
        Optional<Instant> end = instant(away.toDay(), away.toTime(), 1, "toDay", problems);
        if (problems.isEmpty() && !begin.orElseThrow().isBefore(end.orElseThrow())) {
            problems.add("toDay", "desk.away.order");
        }
        if (!problems.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            model.addAttribute("problems", problems).addAttribute("away", away);
            return show(whose, monday(from), rights, frame.language(), model);
        }
        if (!diary.knows(whose.id())) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Slot slot = new Slot(whose.id(), begin.orElseThrow(), end.orElseThrow());
        transaction.executeWithoutResult(status -> diary.absent(Ids.next(), slot));
        return "redirect:" + whose.href(DeskWeek.monday(LocalDate.ofInstant(slot.from(), lines.zone())));
    }

    /** Without a time: the whole day, so from its beginning, or until the next one begins. */
    private Optional<Instant> instant(
            @Nullable String day, @Nullable String typed, int daysWithoutTime, String field, Problems problems) {
        Optional<LocalDate> date = date(day);
        String time = typed == null ? "" : typed;
        try {
            LocalTime at = time.isBlank() ? LocalTime.MIDNIGHT : LocalTime.parse(time);
            if (date.isPresent()) {
                LocalDate known = date.get().plusDays(time.isBlank() ? daysWithoutTime : 0);
                return Optional.of(known.atTime(at).atZone(lines.zone()).toInstant());
            }
        } catch (DateTimeException notATime) {
            // Said below, like a missing date.
        }
        problems.add(field, field.equals("fromDay") ? "desk.away.first" : "desk.away.last");
        return Optional.empty();
    }

    private LocalDate monday(@Nullable String from) {
        return DeskWeek.monday(date(from).orElse(lines.today()));
    }

    /** A date near enough to be meant. */
    static Optional<LocalDate> date(@Nullable String typed) {
        try {
            return Optional.ofNullable(typed)
                    .filter(text -> !text.isBlank())
                    .map(LocalDate::parse)
                    .filter(date -> date.getYear() > 2000 && date.getYear() < 2200);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }

    private Whose chosen(String of, DeskRights rights, Language language) {
        try {
            return whose(UUID.fromString(of), language);
        } catch (IllegalArgumentException notAnId) {
            return whose(rights.who().id(), language);
        }
    }

    private Whose whose(UUID id, Language language) {
        return staff.find(id)
                .map(member -> new Whose("person", id, member.name().in(language)))
                .or(() -> centre.room(id)
                        .map(room -> new Whose("room", id, room.name().in(language))))
                .or(() -> equipment
                        .item(id)
                        .map(item -> new Whose("device", id, item.name().in(language))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private List<Choice> choices(Language language) {
        List<Choice> choices = new ArrayList<>();
        staff.all().stream()
                .filter(member -> diary.knows(member.id()))
                .forEach(member -> choices.add(
                        Choice.text(member.id().toString(), member.name().in(language))));
        centre.rooms()
                .forEach(room -> choices.add(
                        Choice.text(room.id().toString(), room.name().in(language))));
        equipment
                .items()
                .forEach(item -> choices.add(
                        Choice.text(item.id().toString(), item.name().in(language))));
        return choices;
    }
}
