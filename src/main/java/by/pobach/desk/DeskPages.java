package by.pobach.desk;

import by.pobach.desk.DeskChooser.Whose;
import by.pobach.desk.DeskLines.Line;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;

/** The staff's first page: what cannot wait, who is here now, who comes next, and the whole day. */
@Controller
class DeskPages {
    /** Late enough to know tomorrow, early enough to print it. */
    private static final LocalTime TIME_TO_PRINT = LocalTime.of(14, 0);

    private final Visits visits;
    private final DeskLines lines;
    private final DeskChooser chooser;
    private final DeskTellings tellings;
    private final DeskTasks tasks;
    private final DeskUndo undo;
    private final Dates dates;
    private final Clock clock;

    /**
     * @param of a person, room or device, or nothing for everybody
     * @param done what was done a moment ago, to which visit, and what was before
     */
    record Asked(
            @Nullable String day,
            @Nullable String by,
            @Nullable String of,
            @Nullable String done,
            @Nullable UUID visit,
            @Nullable String was) {
        boolean byPerson() {
            return "person".equals(by);
        }
    }

    /** Lines under one heading. */
    record Group(String heading, List<Line> lines) {}

    DeskPages(
            Visits visits,
            DeskLines lines,
            DeskChooser chooser,
            DeskTellings tellings,
            DeskTasks tasks,
            DeskUndo undo,
            Dates dates,
            Clock clock) {
        this.visits = visits;
        this.lines = lines;
        this.chooser = chooser;
        this.tellings = tellings;
        this.tasks = tasks;
        this.undo = undo;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String day(Asked asked, @RequestAttribute Frame frame, Model model) {
        DeskRights rights = lines.rights();
        Language language = frame.language();
        LocalDate date = DeskWeekPages.date(asked.day()).orElse(lines.today());
        boolean today = date.equals(lines.today());
        Optional<Whose> whose = chooser.chosen(asked.of(), rights, language);
        List<Line> all = lines.of(on(date, whose), rights, language);
        List<Line> own = all.stream().filter(Line::open).toList();
        boolean ownFirst = whose.isEmpty()
                && !rights.runsDesk()
                && chooser.receives(rights.who().id());
        List<Line> here = ownFirst ? own : all;
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("date", date)
                .addAttribute("heading", dates.near(date, lines.today(), language))
                .addAttribute("today", today)
                .addAttribute("whose", whose.orElse(null))
                .addAttribute("of", whose.map(Whose::id).map(UUID::toString).orElse(""))
                .addAttribute("kinds", chooser.kinds(rights, true, language))
                .addAttribute("by", asked.byPerson() ? "person" : "hour")
                .addAttribute("count", all.size())
                .addAttribute("own", ownFirst ? own : null)
                .addAttribute("now", today ? now(here) : List.of())
                .addAttribute("next", today ? next(here) : List.of())
                .addAttribute("groups", groups(all, asked.byPerson()))
                .addAttribute("done", done(asked, all).orElse(null));
        if (today && rights.runsDesk()) {
            cannotWait(rights, language, model);
        }
        return "desk/day";
    }

    private void cannotWait(DeskRights rights, Language language, Model model) {
        model.addAttribute("tellings", tellings.soon())
                .addAttribute("overdue", tasks.overdue(rights, language))
                .addAttribute("toPrint", toPrint().orElse(null));
    }

    /** In the afternoon, the next day on which somebody comes; nothing when nobody does for a week. */
    private Optional<LocalDate> toPrint() {
        LocalTime now = LocalTime.ofInstant(clock.instant(), lines.zone());
        LocalDate tomorrow = lines.today().plusDays(1);
        return now.isBefore(TIME_TO_PRINT)
                ? Optional.empty()
                : visits.between(begin(tomorrow), begin(tomorrow.plusDays(7))).stream()
                        .findFirst()
                        .map(visit -> LocalDate.ofInstant(visit.start(), lines.zone()));
    }

    private Optional<DeskUndo.Done> done(Asked asked, List<Line> all) {
        if ("told".equals(asked.done())) {
            return Optional.of(DeskUndo.Done.plain("told"));
        }
        return all.stream()
                .filter(line -> line.visit().id().equals(asked.visit()) && line.mark())
                .findFirst()
                .flatMap(line -> undo.onDay(asked.done(), asked.was(), line));
    }

    private List<Visit> on(LocalDate date, Optional<Whose> whose) {
        return visits.between(begin(date), begin(date.plusDays(1))).stream()
                .filter(visit -> whose.isEmpty() || visit.takes(whose.get().id()))
                .toList();
    }

    private Instant begin(LocalDate date) {
        return date.atStartOfDay(lines.zone()).toInstant();
    }

    private List<Line> now(List<Line> all) {
        Instant now = clock.instant();
        return all.stream()
                .filter(line ->
                        !line.visit().start().isAfter(now) && line.visit().end().isAfter(now))
                .toList();
    }

    /** All that begin at the next start. */
    private List<Line> next(List<Line> all) {
        Instant now = clock.instant();
        Optional<Instant> start =
                all.stream().map(Line::start).filter(now::isBefore).findFirst();
        return all.stream()
                .filter(line -> start.filter(line.start()::equals).isPresent())
                .toList();
    }

    private List<Group> groups(List<Line> all, boolean byPerson) {
        ZoneId zone = lines.zone();
        Function<Line, String> heading = byPerson
                ? Line::specialist
                : line -> dates.time(line.start().atZone(zone).toLocalTime().withMinute(0));
        Map<String, List<Line>> grouped =
                all.stream().collect(Collectors.groupingBy(heading, LinkedHashMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }
}
