package by.pobach.figures;

import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.signin.SignedIn;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The week of the director and the coordinators: figures, what stands behind each, and a file of the figures alone. */
@Controller
class FigurePages {
    /** Nobody looks at a week in another century; a typed year of six digits must not reach the database. */
    private static final int YEARS = 50;

    private static final int PAGES = 1000;

    private final CountsTable counts;
    private final RowsTable rows;
    private final Loads loads;
    private final Lines lines;
    private final Centre centre;
    private final IcuMessages messages;
    private final Dates dates;
    private final Clock clock;

    /** A figure with its number as people read it. */
    record Shown(Figure figure, String value) {}

    FigurePages(
            CountsTable counts,
            RowsTable rows,
            Loads loads,
            Lines lines,
            Centre centre,
            IcuMessages messages,
            Dates dates,
            Clock clock) {
        this.counts = counts;
        this.rows = rows;
        this.loads = loads;
        this.lines = lines;
        this.centre = centre;
        this.messages = messages;
        this.dates = dates;
        this.clock = clock;
    }

    @GetMapping("/desk/figures")
    String figures(
            @RequestParam(name = "week", required = false) @Nullable String day,
            @RequestAttribute Frame frame,
            Model model) {
        runningDesk();
        Week week = week(day);
        Counts of = counts.of(week, clock.instant());
        heading(week, frame, model)
                .addAttribute("ofWeek", shown(of, false, frame.language()))
                .addAttribute("ofNow", shown(of, true, frame.language()))
                .addAttribute("thisWeek", week(null))
                .addAttribute("loads", loads.of(week, frame.language()));
        return "figures/figures";
    }

    @GetMapping("/desk/figures/{figure}")
    String rows(
            @PathVariable String figure,
            @RequestParam(name = "week", required = false) @Nullable String day,
            @RequestParam(defaultValue = "0") int page,
            @RequestAttribute Frame frame,
            Model model) {
        runningDesk();
        Week week = week(day);
        Figure asked = Figure.of(figure).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        int shown = Math.clamp(page, 0, PAGES);
        RowsTable.Page found = rows.of(asked, week, clock.instant(), shown);
        heading(week, frame, model)
                .addAttribute("figure", asked)
                .addAttribute("lines", lines.of(found.rows(), week.zone(), today(), frame.language()))
                .addAttribute("page", shown)
                .addAttribute("first", shown * RowsTable.PAGE + 1)
                .addAttribute("more", found.more());
        return "figures/rows";
    }

    /** For a table program: no names, nothing of a person. */
    @GetMapping(value = "/desk/figures.csv", produces = "text/csv")
    ResponseEntity<byte[]> file(
            @RequestParam(name = "week", required = false) @Nullable String day, @RequestAttribute Frame frame) {
        runningDesk();
        Week week = week(day);
        FiguresCsv csv = new FiguresCsv(week, today(), messages, frame.language());
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"figures-" + week.monday() + ".csv\"")
                .body(csv.of(counts.of(week, clock.instant())).getBytes(StandardCharsets.UTF_8));
    }

    private static void runningDesk() {
        if (!SignedIn.as(Role.COORDINATOR) && !SignedIn.as(Role.DIRECTOR)) {
            throw new AccessDeniedException("for those who run the desk");
        }
    }

    private Model heading(Week week, Frame frame, Model model) {
        Language language = frame.language();
        return model.addAttribute("week", week)
                .addAttribute("zone", week.zone())
                .addAttribute(
                        "range",
                        dates.dayOfMonth(week.monday(), language) + " – " + dates.dayOfYear(week.sunday(), language));
    }

    private List<Shown> shown(Counts of, boolean now, Language language) {
        return Arrays.stream(Figure.values())
                .filter(figure -> figure.isOfNow() == now)
                .map(figure -> new Shown(figure, value(figure, of, language)))
                .toList();
    }

    private String value(Figure figure, Counts of, Language language) {
        Integer number = of.of(figure);
        if (number == null) {
            return messages.say(language, "figures.nothing");
        }
        return switch (figure) {
            case ANSWERED -> answered(of, language);
            case LONGEST_WAIT, OLDEST_WISH -> messages.say(language, "figures.days", number);
            case ASKED, KEPT, NO_SHOW, UNMARKED, CANCELLED_BY_FAMILY, CANCELLED_BY_US, UNTOLD ->
                messages.say(language, "figures.number", number);
        };
    }

    /** In the middle of a week something promised for its end is no failure yet. */
    private String answered(Counts of, Language language) {
        if (of.promised() == 0) {
            return messages.say(language, "figures.nothing");
        }
        return of.waiting() == 0
                ? messages.say(language, "figures.of", of.inTime(), of.promised())
                : messages.say(language, "figures.of-waiting", of.inTime(), of.promised(), of.waiting());
    }

    /** The week of a date; of today, where none or no date was asked for. */
    private Week week(@Nullable String day) {
        ZoneId zone = centre.facts().zone();
        return Week.of(date(day), zone);
    }

    private LocalDate date(@Nullable String day) {
        LocalDate today = today();
        try {
            LocalDate asked = day == null ? today : LocalDate.parse(day);
            return Math.abs(asked.getYear() - today.getYear()) > YEARS ? today : asked;
        } catch (DateTimeException noDate) {
            return today;
        }
    }

    private LocalDate today() {
        Instant now = clock.instant();
        return now.atZone(centre.facts().zone()).toLocalDate();
    }
}
