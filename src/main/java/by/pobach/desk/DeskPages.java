package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** The staff's first page: who is here now, who comes next, and the whole day. */
@Controller
class DeskPages {
    private final Visits visits;
    private final DeskLines lines;
    private final Dates dates;
    private final Clock clock;

    /** Lines under one heading. */
    record Group(String heading, List<Line> lines) {}

    DeskPages(Visits visits, DeskLines lines, Dates dates, Clock clock) {
        this.visits = visits;
        this.lines = lines;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/desk")
    String day(
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(defaultValue = "hour") String by,
            @RequestAttribute Frame frame,
            Model model) {
        DeskRights rights = lines.rights();
        LocalDate date = DeskWeekPages.date(day).orElse(lines.today());
        boolean today = date.equals(lines.today());
        List<Line> all = lines.of(on(date), rights, frame.language());
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("date", date)
                .addAttribute("heading", dates.near(date, lines.today(), frame.language()))
                .addAttribute("today", today)
                .addAttribute("by", by.equals("person") ? "person" : "hour")
                .addAttribute("count", all.size())
                .addAttribute("now", today ? now(all) : List.of())
                .addAttribute("next", today ? next(all) : List.of())
                .addAttribute("groups", groups(all, by));
        return "desk/day";
    }

    private List<Visit> on(LocalDate date) {
        ZoneId zone = lines.zone();
        return visits.between(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
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

    private List<Group> groups(List<Line> all, String by) {
        Function<Line, String> heading = by.equals("person")
                ? Line::specialist
                : line -> dates.time(
                        line.start().atZone(lines.zone()).toLocalTime().withMinute(0));
        Map<String, List<Line>> grouped =
                all.stream().collect(Collectors.groupingBy(heading, LinkedHashMap::new, Collectors.toList()));
        return grouped.entrySet().stream()
                .map(entry -> new Group(entry.getKey(), entry.getValue()))
                .toList();
    }
}
