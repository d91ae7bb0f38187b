package by.pobach.families;

import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import by.pobach.people.Accounts;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.web.Choice;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
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

/** Who stands beside the child, and what that opens. */
@Controller
@Discreet
@RequestMapping("/family/children/{id}/people")
class BondPages {
    private final Household household;
    private final Persons persons;
    private final Accounts accounts;
    private final Clock clock;

    BondPages(Household household, Persons persons, Accounts accounts, Clock clock) {
        this.household = household;
        this.persons = persons;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** A bond as a line of the page. */
    record Line(Bond bond, String name, boolean mine) {}

    /** What was typed about somebody. */
    record Form(String name, String contact, String kind, String opens) {}

    @GetMapping
    ModelAndView people(@PathVariable UUID id) {
        return page(id, new Form("", "", Kind.PARENT.word(), Opens.TIMES.word()), null);
    }

    private ModelAndView page(UUID id, Form form, @Nullable Problems problems) {
        return Closed.or(household.steer(id, bonds -> Optional.of(lines(bonds.of(id)))), lines -> {
            ModelMap model = new ModelMap("lines", lines)
                    .addAttribute("id", id)
                    .addAttribute("form", form)
                    .addAttribute("kinds", FamilyPages.kinds(Stream.of(Kind.values())))
                    .addAttribute("opens", opens())
                    .addAttribute("problems", problems);
            return new ModelAndView(
                    "families/people", model, problems == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        });
    }

    private List<Line> lines(List<Bond> bonds) {
        Map<UUID, Person> known = persons.find(bonds.stream().map(Bond::person).toList());
        return bonds.stream()
                .filter(bond -> bond.holds(clock.instant()))
                .map(bond -> new Line(
                        bond,
                        Optional.ofNullable(known.get(bond.person()))
                                .map(Person::name)
                                .orElse(""),
                        Who.now().equals(new Who.Kin(bond.person()))))
                .toList();
    }

    static List<Choice> opens() {
        return Arrays.stream(Opens.values())
                .map(opens -> Choice.key(opens.word(), "families.opens." + opens.word()))
                .toList();
    }

    @PostMapping
    ModelAndView add(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String contact,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String opens,
            Locale locale) {
        Form form = new Form(name, contact, kind, opens);
        Problems problems = new Problems();
        String called = checked("name", Contact.name(name), problems);
        String reached =
                checked("contact", contact.contains("@") ? Contact.email(contact) : Contact.phone(contact), problems);
        Optional<Kind> as = Kind.of(kind);
        Optional<Opens> open = Opens.of(opens);
        if (as.isEmpty() || as.get() == Kind.SELF) {
            problems.add("kind", "families.problem.kind");
        }
        if (!problems.isEmpty() || as.isEmpty() || open.isEmpty()) {
            return page(id, form, problems);
        }
        return Closed.or(
                household.steer(
                        id,
                        bonds -> Optional.of(bonds.add(
                                id, accounts.open(called, reached, Language.of(locale)), as.get(), open.get(), null))),
                added -> added
                        ? back(id, "added")
                        : page(id, form, problems.add("contact", "families.problem.already-here")));
    }

    private static String checked(String field, Contact.Checked checked, Problems problems) {
        return switch (checked) {
            case Contact.Good(var good) -> good;
            case Contact.Refused(var why) -> {
                problems.add(field, why.key());
                yield "";
            }
        };
    }

    @PostMapping("/{bond}/opens")
    ModelAndView open(@PathVariable UUID id, @PathVariable UUID bond, @RequestParam(defaultValue = "") String opens) {
        // What is not in the list closes: whoever may not ask learns nothing either way.
        Opens to = Opens.of(opens).orElse(Opens.NOTHING);
        return change(id, bond, "changed", (bonds, one) -> bonds.change(one, to));
    }

    @PostMapping("/{bond}/end")
    ModelAndView end(@PathVariable UUID id, @PathVariable UUID bond) {
        return change(id, bond, "ended", Bonds::end);
    }

    private interface Change {
        void of(Bonds bonds, Bond bond);
    }

    /** Of somebody else’s bond; nobody closes themselves out by mistake. */
    private ModelAndView change(UUID id, UUID bond, String done, Change change) {
        return Closed.or(
                household.steer(
                        id,
                        bonds -> bonds.present(id, bond, clock.instant())
                                .filter(one -> !Who.now().equals(new Who.Kin(one.person())))
                                .map(one -> {
                                    change.of(bonds, one);
                                    return id;
                                })),
                _ -> back(id, done));
    }

    /** Guardians do not agree: what leaves the house stops, help goes on. */
    @PostMapping("/disagreement")
    ModelAndView disagree(@PathVariable UUID id) {
        return act(id, bonds -> {
            bonds.disagree(id);
            return bonds;
        });
    }

    @PostMapping("/agreement")
    ModelAndView settle(@PathVariable UUID id) {
        return act(id, bonds -> {
            bonds.settle(id);
            return bonds;
        });
    }

    private ModelAndView act(UUID id, UnaryOperator<Bonds> act) {
        return Closed.or(
                household.steer(id, bonds -> Optional.of(act.apply(bonds))),
                _ -> new ModelAndView("redirect:/family/children/" + id + "?kept"));
    }

    private static ModelAndView back(UUID id, String done) {
        return new ModelAndView("redirect:/family/children/" + id + "/people?" + done);
    }
}
