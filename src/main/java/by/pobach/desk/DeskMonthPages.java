package by.pobach.desk;

import by.pobach.desk.DeskChooser.Whose;
import by.pobach.people.Staff;
import by.pobach.visits.VisitTable;
import by.pobach.visits.VisitTable.Count;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/** A month: how many visits each day has, and each person in each week. A number leads to its day or week. */
@Controller
class DeskMonthPages {
    private final VisitTable visits;
    private final DeskLines lines;
    private final DeskChooser chooser;
    private final Staff staff;
    private final Dates dates;

    DeskMonthPages(VisitTable visits, DeskLines lines, DeskChooser chooser, Staff staff, Dates dates) {
        this.visits = visits;
        this.lines = lines;
        this.chooser = chooser;
        this.staff = staff;
        this.dates = dates;
    }

    @GetMapping("/desk/month")
    String month(
            @RequestParam(required = false) @Nullable String of,
            @RequestParam(required = false) @Nullable String from,
            @RequestAttribute Frame frame,
            Model model) {
        DeskRights rights = lines.rights();
        Language language = frame.language();
        Optional<Whose> whose = chooser.chosen(of, rights, language)
                .or(() -> Optional.of(rights)
                        .filter(reader -> !reader.runsDesk())
                        .map(reader -> chooser.whose(reader.who().id(), language)));
        YearMonth month = YearMonth.from(DeskWeekPages.date(from).orElse(lines.today()));
        List<Count> counts = counts(month, whose.map(Whose::id).orElse(null));
        DeskMonth shown = DeskMonth.of(month, lines.today(), counts);
        model.addAttribute("rights", rights)
                .addAttribute("whose", whose.orElse(null))
                .addAttribute("of", whose.map(Whose::id).map(UUID::toString).orElse(""))
                .addAttribute("kinds", chooser.kinds(rights, true, language))
                .addAttribute("month", shown)
                .addAttribute("heading", dates.month(month.atDay(1), language))
                .addAttribute("thisMonth", month.equals(YearMonth.from(lines.today())))
                .addAttribute("before", month.minusMonths(1).atDay(1))
                .addAttribute("after", month.plusMonths(1).atDay(1))
                .addAttribute("weekdays", weekdays(language))
                .addAttribute("rows", whose.isPresent() ? List.of() : rows(shown, counts, language));
        return "desk/month";
    }

    private List<Count> counts(YearMonth month, @Nullable UUID of) {
        ZoneId zone = lines.zone();
        LocalDate first = month.atDay(1);
        return visits.counts(
                first.atStartOfDay(zone).toInstant(),
                first.plusMonths(1).atStartOfDay(zone).toInstant(),
                zone,
                of);
    }

    private static List<String> weekdays(Language language) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> day.getDisplayName(TextStyle.SHORT_STANDALONE, language.locale()))
                .toList();
    }

    /** By surname, never by load: nobody is first here. Who has no visit in the month is left out. */
    private List<DeskMonth.Row> rows(DeskMonth month, List<Count> counts, Language language) {
        return staff.all().stream()
                .filter(member ->
                        counts.stream().anyMatch(count -> count.specialist().equals(member.id())))
                .map(member -> month.row(member.id(), member.name().in(language), counts))
                .toList();
    }
}
