package by.pobach.families;

import by.pobach.families.Bond.Kind;
import by.pobach.people.Contact;
import by.pobach.web.Choice;
import by.pobach.web.Discreet;
import by.pobach.web.Problems;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The family’s own rooms: its children, and one page for each. */
@Controller
@Discreet
@RequestMapping(FamilyPages.HERE)
class FamilyPages {
    static final String HERE = "/family";
    private static final List<Kind> MAY_ADD =
            List.of(Kind.PARENT, Kind.FOSTER_PARENT, Kind.LEGAL_REPRESENTATIVE, Kind.INSTITUTION, Kind.SELF);
    private static final int OLDEST = 60;

    private final Household household;
    private final Clock clock;
    private final FamilyRules rules;

    FamilyPages(Household household, Clock clock, FamilyRules rules) {
        this.household = household;
        this.clock = clock;
        this.rules = rules;
    }

    @GetMapping
    ModelAndView mine() {
        return new ModelAndView("families/mine", "children", household.mine());
    }

    /** What was typed about a child. */
    record Form(String calledBy, String month, String year, String kind) {}

    @GetMapping("/children/new")
    ModelAndView form() {
        return form(new Form("", "", "", Kind.PARENT.word()), null);
    }

    @PostMapping("/children")
    ModelAndView add(
            @RequestParam(defaultValue = "") String calledBy,
            @RequestParam(defaultValue = "") String month,
            @RequestParam(defaultValue = "") String year,
            @RequestParam(defaultValue = "") String kind) {
        Form form = new Form(calledBy, month, year, kind);
        Problems problems = new Problems();
        String name = name(calledBy, problems);
        YearMonth born = born(month, year, problems);
        Kind as = Kind.of(kind).filter(MAY_ADD::contains).orElse(null);
        if (as == null) {
            problems.add("kind", "families.problem.kind");
        } else if (as == Kind.SELF && !rules.mayDecide(born, YearMonth.now(clock))) {
            problems.add("kind", "families.problem.too-young", rules.decidesFromYears());
        }
        if (as == null || !problems.isEmpty() || !(Who.now() instanceof Who.Kin guardian)) {
            return form(form, problems);
        }
        UUID id = household.add(guardian, name, born, as);
        return new ModelAndView("redirect:" + HERE + "/children/" + id + "/story?new");
    }

    private static String name(String typed, Problems problems) {
        return switch (Contact.name(typed)) {
            case Contact.Good(var good) -> good;
            case Contact.Refused(var why) -> {
                problems.add("calledBy", why == Contact.Why.EMPTY ? "families.problem.called-by" : why.key());
                yield "";
            }
        };
    }

    private @Nullable YearMonth born(String month, String year, Problems problems) {
        if (month.isBlank() && year.isBlank()) {
            return null;
        }
        try {
            YearMonth born = YearMonth.of(Integer.parseInt(year.strip()), Integer.parseInt(month.strip()));
            YearMonth now = YearMonth.now(clock);
            if (!born.isAfter(now) && born.isAfter(now.minusYears(OLDEST))) {
                return born;
            }
        } catch (DateTimeException | NumberFormatException noMonth) {
            // Said below, together with months that cannot be.
        }
        problems.add("month", "families.problem.born");
        return null;
    }

    private ModelAndView form(Form form, @Nullable Problems problems) {
        ModelMap model = new ModelMap("form", form)
                .addAttribute("problems", problems)
                .addAttribute("kinds", kinds(MAY_ADD.stream()))
                .addAttribute("from", rules.decidesFromYears());
        return new ModelAndView(
                "families/new", model, problems == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    static List<Choice> kinds(Stream<Kind> kinds) {
        return kinds.map(kind -> Choice.key(kind.word(), "families.kind." + kind.word()))
                .toList();
    }

    @GetMapping("/children/{id}")
    ModelAndView child(@PathVariable UUID id) {
        return Closed.or(
                household.see(id, Purpose.OWN_FAMILY), seen -> new ModelAndView("families/child", "seen", seen));
    }

    /** The child’s own page: to look at together, and to print. */
    @GetMapping("/children/{id}/card")
    ModelAndView card(@PathVariable UUID id) {
        return Closed.or(
                household.read(id, Purpose.OWN_FAMILY), seen -> new ModelAndView("families/card", "seen", seen));
    }
}
