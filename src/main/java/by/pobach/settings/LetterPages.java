package by.pobach.settings;

import by.pobach.settings.Field.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.visits.LetterTexts;
import by.pobach.visits.LetterTexts.Wrong;
import by.pobach.web.Frame;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import by.pobach.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
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

/** The words of each letter in three languages, with what they look like to who gets it. */
@Controller
@RequestMapping(LetterPages.HERE)
class LetterPages {
    static final String HERE = "/desk/settings/letters";
    private static final List<Field> FIELDS = List.of(
            Field.of("letter.subject", Kind.WORDS),
            Field.of("letter.text", Kind.PROSE).withHint(),
            Field.of("letter.say", Kind.PROSE).withHint());

    private final LetterTexts texts;
    private final IcuMessages messages;
    private final Forms forms;

    /** A letter as somebody would get it. */
    record Preview(Language language, String subject, String text, String say) {}

    LetterPages(LetterTexts texts, IcuMessages messages, Forms forms) {
        this.texts = texts;
        this.messages = messages;
        this.forms = forms;
    }

    @GetMapping
    String letters(@RequestAttribute Frame frame, Model model) {
        Language language = frame.language();
        List<Item> items = texts.kinds().stream()
                .map(kind -> new Item(HERE + "/" + kind, heading(kind, language), ""))
                .toList();
        return Item.list(model, "settings.letters", "", items, List.of());
    }

    @GetMapping("/{kind}")
    String letter(@PathVariable String kind, @RequestAttribute Frame frame, Model model) {
        Form form = form(kind, frame.language());
        return forms.show(form, frame, more(form, kind, model));
    }

    @PostMapping("/{kind}")
    String keep(
            @PathVariable String kind,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        if (sent.containsKey("preview")) {
            Form typed = Forms.filled(form(kind, frame.language()), sent);
            return forms.show(typed, frame, more(typed, kind, model));
        }
        Forms.Outcome outcome = forms.keep(() -> form(kind, frame.language()), sent, typed -> keep(kind, typed));
        Form typed = Forms.filled(form(kind, frame.language()), sent);
        return forms.answer(outcome, HERE + "/" + kind, frame, more(typed, kind, model), response);
    }

    @PostMapping("/{kind}/original")
    String original(@PathVariable String kind) {
        checked(kind);
        forms.act("letter/" + kind, "letter.original", "", "", () -> {
            for (Language language : Language.values()) {
                texts.keys(kind).forEach(key -> texts.keep(key, language, texts.original(key, language)));
            }
        });
        return "redirect:" + HERE + "/" + kind + "?kept";
    }

    private void keep(String kind, Typed typed) {
        List<String> keys = texts.keys(kind);
        for (Language language : Language.values()) {
            String tag = "-" + language.tag();
            check(typed, "letter-subject" + tag, keys.get(0), typed.line("letter-subject" + tag));
            check(typed, "letter-text" + tag, keys.get(1), typed.needed("letter-text" + tag));
            check(typed, "letter-say" + tag, keys.get(2), typed.needed("letter-say" + tag));
        }
        if (typed.isGood()) {
            for (Language language : Language.values()) {
                String tag = "-" + language.tag();
                texts.keep(keys.get(0), language, typed.text("letter-subject" + tag));
                texts.keep(keys.get(1), language, typed.text("letter-text" + tag));
                texts.keep(keys.get(2), language, typed.text("letter-say" + tag));
            }
        }
    }

    private void check(Typed typed, String field, String key, String words) {
        if (words.isEmpty()) {
            return;
        }
        texts.wrong(key, words).ifPresent(wrong -> typed.problem(field, problem(wrong), wrong.what(), all()));
    }

    private static String problem(Wrong wrong) {
        return "settings.problem.letter-" + wrong.why().name().toLowerCase(Locale.ROOT);
    }

    private String all() {
        return String.join(", ", texts.placeholders());
    }

    private Model more(Form form, String kind, Model model) {
        List<Preview> previews = Arrays.stream(Language.values())
                .map(language -> preview(form, language))
                .toList();
        return model.addAttribute("action", HERE + "/" + kind)
                .addAttribute("previews", previews)
                .addAttribute("placeholders", texts.placeholders())
                .addAttribute(
                        "acts", List.of(new Act(HERE + "/" + kind + "/original", "settings.letter.original", true)));
    }

    private Preview preview(Form form, Language language) {
        String tag = "-" + language.tag();
        return new Preview(
                language,
                texts.example(form.value("letter-subject" + tag), language),
                texts.example(form.value("letter-text" + tag), language),
                texts.example(form.value("letter-say" + tag), language));
    }

    private Form form(String kind, Language language) {
        checked(kind);
        List<String> keys = texts.keys(kind);
        Values values = new Values()
                .put("letter.subject", words(texts::now, keys.get(0)))
                .put("letter.text", words(texts::now, keys.get(1)))
                .put("letter.say", words(texts::now, keys.get(2)));
        return new Form("letter/" + kind, "settings.letter", heading(kind, language), HERE, FIELDS, values.all());
    }

    private static Words words(BiFunction<String, Language, String> said, String key) {
        return new Words(said.apply(key, Language.BE), said.apply(key, Language.RU), said.apply(key, Language.EN));
    }

    private String heading(String kind, Language language) {
        return messages.say(language, "settings.letter.of." + kind);
    }

    private void checked(String kind) {
        if (!texts.kinds().contains(kind)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
