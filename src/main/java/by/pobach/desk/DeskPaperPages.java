package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A day on paper, for when the network fails: who comes when, where and to whom, how to call them, what they need. No notes
 * and no children: paper lies about.
 */
@Controller
class DeskPaperPages {
    private final Visits visits;
    private final Persons persons;
    private final DeskLines lines;
    private final Dates dates;
    private final IcuMessages messages;
    private final Clock clock;

    /** One visit on paper. */
    record Row(Line line, @Nullable String phone) {}

    /** A person or a place, and who comes there. */
    record Sheet(String heading, List<Row> rows) {}

    DeskPaperPages(Visits visits, Persons persons, DeskLines lines, Dates dates, IcuMessages messages, Clock clock) {
        this.visits = visits;
        this.persons = persons;
        this.lines = lines;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/desk/paper")
    String paper(@RequestParam(required = false) @Nullable String day, @RequestAttribute Frame frame, Model model) {
        DeskRights rights = lines.runningDesk();
        Language language = frame.language();
        LocalDate date = DeskWeekPages.date(day).orElse(lines.today().plusDays(1));
        List<Row> rows = rows(date, rights, language);
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("date", date)
                .addAttribute("heading", dates.day(date, language))
                .addAttribute("printed", clock.instant())
                .addAttribute("count", rows.size())
                .addAttribute("byPerson", sheets(rows, row -> row.line().specialist()))
                .addAttribute("byRoom", sheets(rows, row -> where(row.line(), language)));
        return "desk/paper";
    }

    private List<Row> rows(LocalDate date, DeskRights rights, Language language) {
        ZoneId zone = lines.zone();
        List<Visit> day = visits.between(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
        Map<UUID, Person> people = persons.find(day.stream().map(Visit::person).toList());
        return lines.of(day, rights, language).stream()
                .map(line -> new Row(line, phone(people.get(line.visit().person()))))
                .toList();
    }

    /** Or the address, of those who gave no number. */
    private static @Nullable String phone(@Nullable Person person) {
        if (person == null) {
            return null;
        }
        return person.phone() == null ? person.email() : Contact.shown(person.phone());
    }

    private String where(Line line, Language language) {
        return line.room() == null ? messages.say(language, "desk.place." + line.place()) : line.room();
    }

    private static List<Sheet> sheets(List<Row> rows, Function<Row, String> heading) {
        Map<String, List<Row>> sheets =
                rows.stream().collect(Collectors.groupingBy(heading, TreeMap::new, Collectors.toList()));
        return sheets.entrySet().stream()
                .map(sheet -> new Sheet(sheet.getKey(), sheet.getValue()))
                .toList();
    }
}
