package by.pobach.consent;

import by.pobach.consent.Agreeing.Answer;
import by.pobach.consent.Agreeing.Seen;
import by.pobach.consent.Agreement.Text;
import by.pobach.families.Decision.Refused;
import by.pobach.places.Centre;
import by.pobach.web.Discreet;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
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

/** What the family agrees to, and what it takes back; on the family’s side on screen, on the desk’s copied from paper. */
@Controller
@Discreet
@RequestMapping("/{side:family|desk}/children/{id}/consents")
class ConsentPages {
    private static final Set<String> DONE = Set.of("given", "child-said-no", "withdrawn", "withdrawn-before");

    private final Agreeing agreeing;
    private final ConsentWords words;
    private final Centre centre;
    private final Clock clock;

    ConsentPages(Agreeing agreeing, ConsentWords words, Centre centre, Clock clock) {
        this.agreeing = agreeing;
        this.words = words;
        this.centre = centre;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView all(
            @PathVariable String side,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String done,
            Locale locale) {
        return or(
                agreeing.see(id),
                seen -> list(side, seen, List.of(), locale)
                        .addObject("done", DONE.contains(done) ? "consent.done." + done : null));
    }

    private ModelAndView list(String side, Seen seen, List<String> handedOn, Locale locale) {
        ModelMap model = new ModelMap("seen", seen)
                .addAttribute("side", side)
                .addAttribute("handedOn", handedOn)
                .addAttribute("purposes", words.purposes(seen, Language.of(locale)));
        return new ModelAndView("consent/consents", model);
    }

    @GetMapping("/new")
    ModelAndView form(
            @PathVariable String side,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String purpose,
            Locale locale) {
        LocalDate today = LocalDate.now(clock.withZone(zone()));
        ConsentForm form = new ConsentForm(Map.of(
                "purpose", Purpose.of(purpose).orElse(Purpose.REFERRAL).word(),
                "until", today.plusYears(1).toString(),
                "assent", "",
                "language", Language.of(locale).tag(),
                "version", Texts.NEWEST));
        return or(agreeing.see(id), seen -> form(side, seen, form, null, locale));
    }

    private ModelAndView form(String side, Seen seen, ConsentForm form, @Nullable Problems problems, Locale locale) {
        Language language = Language.of(locale);
        ModelMap model = new ModelMap("seen", seen)
                .addAttribute("side", side)
                .addAttribute("form", form)
                .addAttribute(
                        "shown",
                        Purpose.of(form.at("purpose")).orElse(Purpose.REFERRAL).word())
                .addAttribute("text", "consent/" + Texts.file(new Text(Texts.NEWEST, language)))
                .addAttribute("problems", problems)
                .addAllAttributes(words.choices(seen));
        return new ModelAndView(
                side.equals("desk") ? "consent/paper" : "consent/give",
                model,
                problems == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping
    ModelAndView give(
            @PathVariable String side, @PathVariable UUID id, @RequestParam Map<String, String> sent, Locale locale) {
        ConsentForm form = new ConsentForm(sent);
        Problems problems = new Problems();
        return form.agreement(id, Language.of(locale), clock.instant(), zone(), problems)
                .map(agreement -> or(agreeing.give(agreement), outcome -> switch (outcome) {
                    case Outcome.Accepted _ -> back(side, id, "given");
                    case Outcome.ChildSaidNo _ -> back(side, id, "child-said-no");
                    case Outcome.NotYours _ -> again(side, id, form, "giver", "not-yours", locale);
                    case Outcome.YoungPersonDecides _ -> again(side, id, form, "giver", "young-person-decides", locale);
                    case Outcome.Frozen _ -> again(side, id, form, "recipient", "frozen", locale);
                    case Outcome.TextUnknown _ -> again(side, id, form, "version", "text-unknown", locale);
                    case Outcome.Over _ -> again(side, id, form, "until", "over", locale);
                    case Outcome.ReasonMissing _ -> again(side, id, form, "because", "reason-missing", locale);
                }))
                .orElseGet(() -> or(agreeing.see(id), seen -> form(side, seen, form, problems, locale)));
    }

    private ModelAndView again(String side, UUID id, ConsentForm form, String field, String why, Locale locale) {
        Problems problems = new Problems().add(field, "consent.problem." + why);
        return or(agreeing.see(id), seen -> form(side, seen, form, problems, locale));
    }

    @PostMapping("/{consentId}/withdrawal")
    ModelAndView withdraw(
            @PathVariable String side, @PathVariable UUID id, @PathVariable UUID consentId, Locale locale) {
        return or(agreeing.withdraw(id, consentId), done -> switch (done) {
            case Withdrawing.Withdrawn(var handedOn)
            when !handedOn.isEmpty() ->
                or(agreeing.see(id), seen -> list(side, seen, words.days(handedOn, Language.of(locale)), locale));
            case Withdrawing.Withdrawn _ -> back(side, id, "withdrawn");
            case Withdrawing.WithdrawnBefore _ -> back(side, id, "withdrawn-before");
            case Withdrawing.NotYours _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        });
    }

    private static ModelAndView back(String side, UUID id, String done) {
        return new ModelAndView("redirect:/" + side + "/children/" + id + "/consents?done=" + done);
    }

    private ZoneId zone() {
        return centre.facts().zone();
    }

    /** Whoever may not even know the child gets the answer of an address that leads nowhere. */
    static <T> ModelAndView or(Answer<T> answer, Function<T, ModelAndView> page) {
        return switch (answer) {
            case Answer.Open<T>(T it) -> page.apply(it);
            case Answer.Closed<T>(Refused why)
            when why.silent() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Answer.Closed<T>(Refused why) ->
                new ModelAndView("families/closed", Map.of("why", why.key()), HttpStatus.FORBIDDEN);
        };
    }
}
