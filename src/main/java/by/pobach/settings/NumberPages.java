package by.pobach.settings;

import by.pobach.places.Centre;
import by.pobach.places.UsefulNumber;
import by.pobach.places.UsefulNumber.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.web.Frame;
import by.pobach.web.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Numbers beside the Centre's own: where help is at once, and where one can write instead of calling. */
@Controller
@RequestMapping(NumberPages.HERE)
class NumberPages {
    static final String HERE = "/desk/settings/numbers";
    private static final int MOST = 20;
    private static final List<Field> FIELDS = List.of(
            Field.of("number.dialled", Field.Kind.TEXT).withHint(),
            Field.select("number.kind", Field.choices("settings.number.kind.", "danger", "text")),
            Field.of("number.who", Field.Kind.WORDS).withHint());

    private final Centre centre;
    private final Forms forms;

    NumberPages(Centre centre, Forms forms) {
        this.centre = centre;
        this.forms = forms;
    }

    @GetMapping
    String numbers(@RequestAttribute Frame frame, Model model) {
        List<UsefulNumber> all = all();
        Language language = frame.language();
        List<Item> items = IntStream.range(0, all.size())
                .mapToObj(at -> new Item(
                        HERE + "/" + at,
                        all.get(at).dialled(),
                        all.get(at).who().in(language)))
                .toList();
        return Item.list(model, "settings.numbers", HERE + "/" + all.size(), items, List.of());
    }

    @GetMapping("/{at}")
    String number(@PathVariable int at, @RequestAttribute Frame frame, Model model) {
        if (at < 0 || at > all().size() || at >= MOST) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return forms.show(form(at), frame, model.addAttribute("action", HERE + "/" + at));
    }

    @PostMapping("/{at}")
    String keep(
            @PathVariable int at,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Forms.Outcome outcome = forms.keep(() -> form(at), sent, typed -> keep(at, typed));
        return forms.answer(outcome, HERE, frame, model.addAttribute("action", HERE + "/" + at), response);
    }

    /** A number that is emptied is taken from the list. */
    private void keep(int at, Typed typed) {
        List<UsefulNumber> numbers = new ArrayList<>(all());
        boolean known = at >= 0 && at < numbers.size();
        String dialled = typed.text("number.dialled");
        if (dialled.isEmpty() && known) {
            numbers.remove(at);
        } else {
            UsefulNumber number = read(typed, dialled);
            if (known) {
                numbers.set(at, number);
            } else {
                numbers.add(number);
            }
        }
        if (typed.isGood()) {
            centre.keepNumbers(numbers);
        }
    }

    private static UsefulNumber read(Typed typed, String dialled) {
        if (!dialled.matches("\\+?[0-9][0-9 ()-]{1,29}")) {
            typed.problem("number.dialled", "settings.problem.phones");
        }
        Kind kind = Kind.valueOf(typed.text("number.kind").toUpperCase(Locale.ROOT));
        return new UsefulNumber(kind, dialled, typed.words("number.who"));
    }

    private List<UsefulNumber> all() {
        return Stream.of(Kind.values())
                .flatMap(kind -> centre.numbers(kind).stream())
                .toList();
    }

    /** One history for all of them: their places in the list change. */
    private Form form(int at) {
        List<UsefulNumber> all = all();
        Values values = new Values();
        if (at >= 0 && at < all.size()) {
            UsefulNumber number = all.get(at);
            values.put("number.dialled", (Object) number.dialled())
                    .put("number.kind", (Object) number.kind().name().toLowerCase(Locale.ROOT))
                    .put("number.who", number.who());
        }
        return new Form("numbers", "settings.number", "", HERE, FIELDS, values.all());
    }
}
