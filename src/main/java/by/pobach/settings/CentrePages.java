package by.pobach.settings;

import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.settings.Field.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What anyone may know of the Centre. */
@Controller
@RequestMapping("/desk/settings/centre")
class CentrePages {
    private static final String HERE = "/desk/settings/centre";
    private static final Pattern DIALLED = Pattern.compile("\\+?[\\d ()-]{3,25}");
    private static final String ZONE = "centre.zone";
    private static final List<Choice> ZONES = List.of(
            Choice.key("Europe/Minsk", "settings.zone.minsk"),
            Choice.key("Europe/Warsaw", "settings.zone.warsaw"),
            Choice.key("Europe/Vilnius", "settings.zone.vilnius"),
            Choice.key("Europe/Kyiv", "settings.zone.kyiv"),
            Choice.key("Europe/Moscow", "settings.zone.moscow"));
    private static final List<Field> FIELDS = List.of(
            Field.of("centre.name", Kind.WORDS),
            Field.of("centre.address", Kind.WORDS),
            Field.of("centre.street", Kind.WORDS).withHint(),
            Field.of("centre.phones", Kind.TEXT).withHint(),
            Field.of("centre.email", Kind.EMAIL),
            Field.ticks(
                    "centre.languages",
                    Field.choices("settings.language.", StaffPages.LANGUAGES.toArray(String[]::new))),
            Field.of("centre.cost", Kind.WORDS).withHint(),
            Field.of("centre.getting-here", Kind.PROSE).withHint(),
            Field.select(ZONE, ZONES));

    private final Centre centre;
    private final Forms forms;

    CentrePages(Centre centre, Forms forms) {
        this.centre = centre;
        this.forms = forms;
    }

    @GetMapping
    String centre(@RequestAttribute Frame frame, Model model) {
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

    private Form form() {
        CentreFacts facts = centre.facts();
        Values values = new Values()
                .put("centre.name", facts.name())
                .put("centre.address", facts.address())
                .put("centre.street", facts.street())
                .put("centre.phones", (Object) String.join(", ", facts.phones()))
                .put("centre.email", facts.email())
                .put("centre.languages", facts.languages())
                .put("centre.cost", facts.cost())
                .put("centre.getting-here", facts.gettingHere())
                .put(ZONE, facts.zone().getId());
        return new Form("centre", "settings.centre", "", Steps.HOME, FIELDS, values.all());
    }

    private void keep(Typed typed) {
        CentreFacts facts = facts(typed, centre.facts());
        if (typed.isGood()) {
            centre.keepFacts(facts);
        }
    }

    private static CentreFacts facts(Typed typed, CentreFacts before) {
        Words name = typed.words("centre.name");
        return new CentreFacts(
                name,
                typed.words("centre.address"),
                typed.words("centre.street"),
                zone(typed, before.zone()),
                phones(typed),
                typed.email("centre.email"),
                typed.some("centre.languages"),
                typed.words("centre.cost"),
                typed.prose("centre.getting-here"));
    }

    private static List<String> phones(Typed typed) {
        List<String> phones = Arrays.stream(typed.text("centre.phones").split("[,;\\n]", -1))
                .map(String::strip)
                .filter(phone -> !phone.isEmpty())
                .toList();
        if (phones.isEmpty()
                || !phones.stream().allMatch(phone -> DIALLED.matcher(phone).matches())) {
            typed.problem("centre.phones", "settings.problem.phones");
        }
        return phones;
    }

    /** A zone that is not among the choices, from an import, stays while nobody chooses another. */
    private static ZoneId zone(Typed typed, ZoneId before) {
        String zone = typed.text(ZONE);
        return zone.isEmpty() ? before : ZoneId.of(zone);
    }
}
