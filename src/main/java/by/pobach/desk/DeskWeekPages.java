package by.pobach.desk;

import by.pobach.desk.DeskChooser.Whose;
import by.pobach.diary.Diary;
import by.pobach.diary.Diary.Absence;
import by.pobach.diary.Slot;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
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
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The week of a person, a room or a device, and a line to note that it is away. */
@Controller
class DeskWeekPages {
    private static final int LONGEST_VISIT_SECONDS = 86_400;

    private final Visits visits;
    private final DeskLines lines;
    private final DeskChooser chooser;
    private final Diary diary;
    private final TransactionTemplate transaction;

    /** Whose week, and a day in it. */
    record Asked(
            @Nullable UUID of,
            @Nullable UUID person,
            @Nullable UUID room,
            @Nullable UUID device,
            @Nullable String from) {

        Optional<UUID> whose() {
            return Stream.of(of, person, room, device)
                    .flatMap(Stream::ofNullable)
                    .findFirst();
        }
    }

    /** What was typed about an absence. */
    record Away(
            @Nullable String fromDay,
            @Nullable String fromTime,
            @Nullable String toDay,
            @Nullable String toTime) {}

    DeskWeekPages(Visits visits, DeskLines lines, DeskChooser chooser, Diary diary, TransactionTemplate transaction) {
        this.visits = visits;
        this.lines = lines;
        this.chooser = chooser;
        this.diary = diary;
        this.transaction = transaction;
    }

    @GetMapping("/desk/week")
    String week(
            Asked asked,
            @RequestParam(required = false) @Nullable String done,
            @RequestAttribute Frame frame,
            Model model) {
        DeskRights rights = lines.rights();
        UUID id = asked.whose().orElseGet(() -> chooser.first(rights));
        model.addAttribute("done", "present".equals(done) ? DeskUndo.Done.plain("present") : null);
        return show(chooser.whose(id, frame.language()), monday(asked.from()), rights, frame.language(), model);
    }

    private String show(Whose whose, LocalDate monday, DeskRights rights, Language language, Model model) {
        if (!rights.mayReadWeekOf(whose.id())) {
            throw new AccessDeniedException("somebody else's week");
        }
        ZoneId zone = lines.zone();
        Instant begin = monday.atStartOfDay(zone).toInstant();
        Instant end = monday.plusDays(7).atStartOfDay(zone).toInstant();
        List<Absence> absences = diary.noted(whose.id(), begin, end);
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
                .addAttribute("kinds", chooser.kinds(rights, false, language))
                .addAttribute("inside", lines.of(inside(whose.id(), absences), rights, language));
        return "desk/week";
    }

    /** Visits that were promised before somebody knew of the absence, beyond this week too. */
    private List<Visit> inside(UUID resource, List<Absence> absences) {
        return absences.stream()
                .flatMap(away -> inside(resource, away.slot()).stream())
                .distinct()
                .toList();
    }

    private List<Visit> inside(UUID resource, Slot away) {
        return takenBy(resource, away.from().minusSeconds(LONGEST_VISIT_SECONDS), away.to()).stream()
                .filter(visit -> visit.stands() && visit.end().isAfter(away.from()))
                .toList();
    }

    private List<Visit> takenBy(UUID resource, Instant from, Instant to) {
        return visits.between(from, to).stream()
                .filter(visit -> visit.takes(resource))
                .toList();
    }

    /** One absence: first whom it hits, then the way to take it back. */
    @GetMapping("/desk/absences/{id}")
    String absence(@PathVariable UUID id, @RequestAttribute Frame frame, Model model) {
        DeskRights rights = lines.runningDesk();
        Absence absence = find(id);
        UUID resource = absence.slot().resource();
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("absence", absence)
                .addAttribute("monday", DeskWeek.monday(day(absence.slot().from())))
                .addAttribute("whose", chooser.whose(resource, frame.language()))
                .addAttribute("inside", lines.of(inside(resource, absence.slot()), rights, frame.language()));
        return "desk/absence";
    }

    private Absence find(UUID id) {
        return diary.absence(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, lines.zone());
    }

    @PostMapping("/desk/absences/{id}/removal")
    String present(@PathVariable UUID id, @RequestAttribute Frame frame) {
        lines.runningDesk();
        Slot away = find(id).slot();
        transaction.executeWithoutResult(status -> diary.present(id));
        Whose whose = chooser.whose(away.resource(), frame.language());
        return "redirect:" + whose.href(DeskWeek.monday(day(away.from()))) + "&done=present";
    }

    @PostMapping("/desk/absences")
    String absent(
            @RequestParam UUID of,
            @RequestParam(required = false) @Nullable String from,
            Away away,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        DeskRights rights = lines.runningDesk();
        Whose whose = chooser.whose(of, frame.language());
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
        UUID id = Ids.next();
        Slot slot = new Slot(whose.id(), begin.orElseThrow(), end.orElseThrow());
        transaction.executeWithoutResult(status -> diary.absent(id, slot));
        return "redirect:/desk/absences/" + id;
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
}
