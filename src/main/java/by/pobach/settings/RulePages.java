package by.pobach.settings;

import by.pobach.families.FamilyRules;
import by.pobach.offers.OfferRules;
import by.pobach.places.OwnRules;
import by.pobach.settings.Field.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.visits.VisitRules;
import by.pobach.web.Frame;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Numbers that the Centre decides, each within bounds outside of which a promise to families would break. */
@Controller
@RequestMapping(RulePages.HERE)
class RulePages {
    static final String HERE = "/desk/settings/rules";

    /** Thirty days are promised to families: fewer is allowed, more is not. */
    private static final int LONGEST_KEPT = 30;

    /** Beyond it free time is not known; see the diary. */
    private static final int FARTHEST = 180;

    /** One rule, with its least and its most. */
    private record Rule(String name, int least, int most) {
        String field() {
            return "rules." + name.substring(name.indexOf('.') + 1);
        }
    }

    private static final List<Rule> RULES = List.of(
            new Rule(OfferRules.HORIZON_DAYS, 14, FARTHEST),
            new Rule(OfferRules.NOTICE_MINUTES, 0, 2880),
            new Rule(OfferRules.ANSWER_DAYS, 1, 10),
            new Rule(OfferRules.TRAVEL_MINUTES, 0, 240),
            new Rule(VisitRules.UNDO_MINUTES, 0, 120),
            new Rule(VisitRules.ERASE_DAYS, 1, LONGEST_KEPT),
            new Rule(VisitRules.FUTURE_VISITS, 1, 200),
            new Rule(VisitRules.ATTEMPTS_PER_MINUTE, 3, 1000),
            new Rule(VisitRules.RUSH_PER_HOUR, 20, 5000),
            new Rule(VisitRules.CONFIRM_MINUTES, 10, 180),
            new Rule(VisitRules.FAILED_LOOKUPS, 5, 300),
            new Rule(FamilyRules.DECIDES_FROM_YEARS, 12, 21),
            new Rule(FamilyRules.ASSIGNED_DAYS, 1, 60));

    private final OwnRules own;
    private final Map<String, LongSupplier> now = new TreeMap<>();
    private final Forms forms;

    RulePages(OwnRules own, OfferRules offers, VisitRules visits, FamilyRules families, Forms forms) {
        this.own = own;
        this.forms = forms;
        now.put(OfferRules.HORIZON_DAYS, () -> offers.horizonDays());
        now.put(OfferRules.NOTICE_MINUTES, () -> offers.notice().toMinutes());
        now.put(OfferRules.ANSWER_DAYS, () -> offers.answerDays());
        now.put(OfferRules.TRAVEL_MINUTES, () -> offers.travel().toMinutes());
        now.put(VisitRules.UNDO_MINUTES, () -> visits.undo().toMinutes());
        now.put(VisitRules.ERASE_DAYS, () -> visits.eraseAfter().toDays());
        now.put(VisitRules.FUTURE_VISITS, () -> visits.futureVisits());
        now.put(VisitRules.ATTEMPTS_PER_MINUTE, () -> visits.attemptsPerMinute());
        now.put(VisitRules.RUSH_PER_HOUR, () -> visits.rushPerHour());
        now.put(VisitRules.CONFIRM_MINUTES, () -> visits.confirmWithin().toMinutes());
        now.put(VisitRules.FAILED_LOOKUPS, () -> visits.failedLookups());
        now.put(FamilyRules.DECIDES_FROM_YEARS, () -> families.decidesFromYears());
        now.put(FamilyRules.ASSIGNED_DAYS, () -> families.assignedDays());
    }

    @GetMapping
    String rules(@RequestAttribute Frame frame, Model model) {
        return forms.show(form(), frame, model.addAttribute("action", HERE));
    }

    @PostMapping
    String keep(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Forms.Outcome outcome = forms.keep(this::form, sent, this::keep);
        return forms.answer(outcome, HERE, frame, model.addAttribute("action", HERE), response);
    }

    private void keep(Typed typed) {
        Map<Rule, Integer> numbers = new LinkedHashMap<>();
        RULES.forEach(rule -> numbers.put(rule, typed.number(rule.field(), rule.least(), rule.most())));
        if (typed.isGood()) {
            numbers.entrySet().stream()
                    .filter(entry -> now(entry.getKey()) != entry.getValue())
                    .forEach(entry -> own.keep(entry.getKey().name(), entry.getValue()));
        }
    }

    private Form form() {
        Values values = new Values();
        RULES.forEach(rule -> values.put(rule.field(), now(rule)));
        List<Field> fields = RULES.stream()
                .map(rule -> Field.of(rule.field(), Kind.NUMBER).withHint())
                .toList();
        return new Form("rules", "settings.rules", "", Steps.HOME, fields, values.all());
    }

    private long now(Rule rule) {
        return Objects.requireNonNull(now.get(rule.name())).getAsLong();
    }
}
