package by.pobach.consent;

import by.pobach.people.Staff;
import by.pobach.places.Centre;
import by.pobach.signin.SignedIn;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ModelMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** When there is danger: the emergency card of a child expected today, or a child’s whole page for sixty minutes. */
@Controller
@Discreet
@RequestMapping(DangerPages.HERE)
class DangerPages {
    static final String HERE = "/desk/danger";
    /** The second step is asked for again before the form; writing why may take a while. */
    private static final Duration BEFORE_THE_FORM = Duration.ofMinutes(5);

    private static final Duration BEFORE_SENDING = Duration.ofMinutes(20);

    private final Dangers dangers;
    private final EmergencyCards cards;
    private final ExpectedToday expected;
    private final Staff staff;
    private final Dates dates;
    private final Centre centre;

    DangerPages(
            Dangers dangers, EmergencyCards cards, ExpectedToday expected, Staff staff, Dates dates, Centre centre) {
        this.dangers = dangers;
        this.cards = cards;
        this.expected = expected;
        this.staff = staff;
        this.dates = dates;
        this.centre = centre;
    }

    /** A child as somebody on duty knows it: when, and with whom. */
    record Line(UUID child, String time, String with) {}

    @GetMapping
    ModelAndView danger(Locale locale) {
        ModelMap model = new ModelMap("lines", lines(Language.of(locale)))
                .addAttribute("hears", dangers.hears(me()))
                .addAttribute("late", dangers.isOfficer(me()) ? dangers.late() : 0);
        return new ModelAndView("consent/danger", model);
    }

    private List<Line> lines(Language language) {
        return cards.today().stream()
                .map(one -> new Line(
                        one.child(),
                        dates.time(one.start(), centre.facts().zone()),
                        staff.find(one.specialist())
                                .map(member -> member.name().in(language))
                                .orElse("")))
                .toList();
    }

    @GetMapping("/cards/{id}")
    ModelAndView card(@PathVariable UUID id) {
        return cards.open(me(), id)
                .map(card -> new ModelAndView("consent/card", "card", card))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @GetMapping("/open")
    ModelAndView form() {
        return proved(BEFORE_THE_FORM) ? form("", "", "", null) : toSecondStep();
    }

    private static ModelAndView form(String code, String reason, String from, @Nullable Problems problems) {
        ModelMap model = new ModelMap("code", code)
                .addAttribute("reason", reason)
                .addAttribute("origin", from)
                .addAttribute(
                        "origins",
                        List.of(
                                Choice.key("elsewhere", "consent.danger.from.elsewhere"),
                                Choice.key("home", "consent.danger.from.home")))
                .addAttribute("least", Dangers.SHORTEST_REASON)
                .addAttribute("problems", problems);
        return new ModelAndView(
                "consent/open", model, problems == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/open")
    ModelAndView open(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String from) {
        if (!proved(BEFORE_SENDING)) {
            return toSecondStep();
        }
        if (!from.equals("home") && !from.equals("elsewhere")) {
            return form(code, reason, from, new Problems().add("from", "consent.problem.from"));
        }
        return switch (dangers.open(me(), expected.behind(code), reason, from.equals("home"))) {
            case DangerOutcome.Opened opened -> new ModelAndView("redirect:/desk/children/" + opened.child());
            case DangerOutcome.ReasonShort _ ->
                form(
                        code,
                        reason,
                        from,
                        new Problems().add("reason", "consent.problem.reason-short", Dangers.SHORTEST_REASON));
            case DangerOutcome.NobodyFound _ ->
                form(code, reason, from, new Problems().add("code", "consent.problem.nobody-found"));
        };
    }

    private static boolean proved(Duration atMost) {
        return SignedIn.secondFactor() && SignedIn.lately(atMost);
    }

    private static ModelAndView toSecondStep() {
        return new ModelAndView("redirect:/desk/second-factor?next=" + HERE + "/open");
    }

    static UUID me() {
        return SignedIn.staffId().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
