package by.pobach.desk;

import by.pobach.desk.DeskLines.Line;
import by.pobach.people.Contact;
import by.pobach.people.Contact.Good;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitKeys;
import by.pobach.visits.VisitTable;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * One field finds a visit: its code, the end of a phone number or a name in any spelling. A POST, so that nobody's name or
 * number stands in an address or a log; and nobody finds here what they may not open anyway.
 */
@Controller
class DeskSearchPages {
    private static final Pattern CODE = Pattern.compile("[B-DF-HJ-NP-TV-XZ]{8}");
    private static final Pattern DIGITS = Pattern.compile("[+\\d][\\d\\s()./\u2013-]*");
    private static final int END_OF_NUMBER = 4;
    /** So many digits are a number without its code; with more it may be whole. */
    private static final int WITHOUT_CODE = 7;

    private static final int SHOWN = 50;

    private final VisitTable table;
    private final VisitKeys keys;
    private final Persons persons;
    private final DeskLines lines;
    private final Clock clock;

    DeskSearchPages(VisitTable table, VisitKeys keys, Persons persons, DeskLines lines, Clock clock) {
        this.table = table;
        this.keys = keys;
        this.persons = persons;
        this.lines = lines;
        this.clock = clock;
    }

    @GetMapping("/desk/search")
    String field(@RequestAttribute Frame frame, Model model) {
        return show("", List.of(), lines.rights(), frame.language(), model);
    }

    @PostMapping("/desk/search")
    String search(
            @RequestParam(defaultValue = "") String wanted,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        DeskRights rights = lines.rights();
        List<Visit> found = found(wanted.strip(), rights.seesContacts()).stream()
                .filter(rights::mayOpen)
                .toList();
        if (found.size() == 1) {
            return "redirect:/desk/visits/" + found.getFirst().id();
        }
        if (found.isEmpty()) {
            model.addAttribute("problems", new Problems().add("wanted", "desk.search.none"));
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
        }
        return show(wanted, found, rights, frame.language(), model);
    }

    private String show(String wanted, List<Visit> found, DeskRights rights, Language language, Model model) {
        Instant now = clock.instant();
        List<Line> all = lines.of(found, rights, language);
        model.addAttribute("rights", rights)
                .addAttribute("zone", lines.zone())
                .addAttribute("wanted", wanted)
                .addAttribute(
                        "ahead",
                        all.stream()
                                .filter(line -> line.visit().end().isAfter(now))
                                .sorted(Comparator.comparing(Line::start))
                                .limit(SHOWN)
                                .toList())
                .addAttribute(
                        "past",
                        all.stream()
                                .filter(line -> !line.visit().end().isAfter(now))
                                .sorted(Comparator.comparing(Line::start).reversed())
                                .limit(SHOWN)
                                .toList());
        return "desk/found";
    }

    /** Code and contact are known only to those who run the desk; a name says nothing of either. */
    private List<Visit> found(String wanted, boolean contacts) {
        String code = wanted.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "");
        if (CODE.matcher(code).matches()) {
            return contacts ? table.withCode(code) : List.of();
        }
        if (wanted.contains("@")) {
            return contacts ? withContact(Contact.email(wanted)) : List.of();
        }
        if (DIGITS.matcher(wanted).matches()) {
            return contacts ? withNumber(wanted) : List.of();
        }
        return table.withPersons(persons.named(wanted));
    }

    private List<Visit> withNumber(String wanted) {
        String digits = wanted.replaceAll("\\D", "");
        if (digits.length() > WITHOUT_CODE) {
            return withContact(Contact.phone(wanted));
        }
        if (digits.length() < END_OF_NUMBER) {
            return List.of();
        }
        var ends = persons.find(persons.withPhoneEnd(digits.substring(digits.length() - END_OF_NUMBER)));
        return table.withPersons(ends.values().stream()
                .filter(person -> String.valueOf(person.phone()).endsWith(digits))
                .map(Person::id)
                .toList());
    }

    private List<Visit> withContact(Contact.Checked contact) {
        return contact instanceof Good good ? table.withContact(keys.contact(good.value())) : List.of();
    }
}
