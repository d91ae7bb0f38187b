package by.pobach.settings;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.settings.ChangeTable.Change;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Frame;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import by.pobach.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** Shows forms and keeps what was typed into them: all of it in one transaction, with who, when and what, or nothing. */
@Component
class Forms {
    private static final String STAFF = "staff:";

    private final ChangeTable changes;
    private final TransactionTemplate transaction;
    private final Staff staff;
    private final Centre centre;
    private final Dates dates;
    private final IcuMessages messages;

    /** What became of a form. */
    sealed interface Outcome {
        record Kept() implements Outcome {}

        /** Something typed does not fit. */
        record Refused(Form form, Problems problems) implements Outcome {}

        /** Somebody else has changed the thing since the form was shown. */
        record Overtaken(Form form, Problems problems) implements Outcome {}
    }

    /** A line of a thing's history, in the reader's words. */
    record Line(String when, String who, String label, String before, String after) {}

    Forms(
            ChangeTable changes,
            PlatformTransactionManager transactions,
            Staff staff,
            Centre centre,
            Dates dates,
            IcuMessages messages) {
        this.changes = changes;
        this.transaction = new TransactionTemplate(transactions);
        this.staff = staff;
        this.centre = centre;
        this.dates = dates;
        this.messages = messages;
    }

    /** Puts a form into the model, with its revision and its history. */
    String show(Form form, Frame frame, Model model) {
        List<Line> history = changes.newest(form.thing()).stream()
                .map(change -> line(form, change, frame.language()))
                .toList();
        model.addAttribute("form", form)
                .addAttribute("revision", changes.revision(form.thing()))
                .addAttribute("history", history);
        return "settings/form";
    }

    /**
     * Keeps a form: {@code work} reads what was typed, notes problems, and writes when there are none.
     *
     * @param now the form as it is in the transaction of the change
     */
    Outcome keep(Supplier<Form> now, MultiValueMap<String, String> sent, Consumer<Typed> work) {
        Outcome outcome = transaction.execute(status -> {
            Form form = now.get();
            int revision = changes.lock(form.thing());
            Form filled = filled(form, sent);
            if (!String.valueOf(revision).equals(sent.getFirst("revision"))) {
                return overtaken(form, filled);
            }
            Typed typed = new Typed(filled.values());
            work.accept(typed);
            if (!typed.isGood()) {
                status.setRollbackOnly();
                return new Outcome.Refused(filled, typed.problems());
            }
            note(form, now.get());
            return new Outcome.Kept();
        });
        return java.util.Objects.requireNonNull(outcome);
    }

    /** Leads on when the form is kept; otherwise shows it again with everything typed. */
    String answer(Outcome outcome, String to, Frame frame, Model model, HttpServletResponse response) {
        return switch (outcome) {
            case Outcome.Kept _ -> "redirect:" + to + (to.contains("?") ? "&" : "?") + "kept";
            case Outcome.Refused(Form form, Problems problems) -> {
                response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
                model.addAttribute("problems", problems);
                yield show(form, frame, model);
            }
            case Outcome.Overtaken(Form form, Problems problems) -> {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                changes.last(form.thing())
                        .ifPresent(last -> model.addAttribute("overtaken", line(form, last, frame.language())));
                model.addAttribute("problems", problems);
                yield show(form, frame, model);
            }
        };
    }

    /** Something a form does not ask, such as the end of an employment: done and noted under the thing's name. */
    void act(String thing, String field, String before, String after, Runnable work) {
        transaction.executeWithoutResult(status -> {
            work.run();
            changes.next(thing);
            changes.add(thing, field, before, after);
        });
    }

    /** Notes a change of another thing that this form has made as well. */
    void alsoChanged(String thing, String field, String before, String after) {
        changes.next(thing);
        changes.add(thing, field, before, after);
    }

    private void note(Form before, Form after) {
        List<String> changed = after.values().keySet().stream()
                .filter(id -> !before.value(id).equals(after.value(id)))
                .toList();
        changed.forEach(id -> changes.add(before.thing(), id, before.value(id), after.value(id)));
        if (!changed.isEmpty()) {
            changes.next(before.thing());
        }
    }

    private static Outcome overtaken(Form now, Form typed) {
        Problems problems = new Problems();
        typed.values().forEach((id, text) -> {
            if (!text.equals(now.value(id))) {
                problems.add(id, "settings.problem.overtaken", now.value(id));
            }
        });
        return problems.isEmpty() ? new Outcome.Kept() : new Outcome.Overtaken(typed, problems);
    }

    /** Only what the form asks; line ends as the database has them. */
    static Form filled(Form form, MultiValueMap<String, String> sent) {
        Map<String, String> values = new LinkedHashMap<>();
        form.fields()
                .forEach(field -> field.ids().forEach(id -> {
                    List<String> texts = sent.getOrDefault(id, List.of()).stream()
                            .filter(field::allows)
                            .toList();
                    values.put(
                            id,
                            texts.stream()
                                    .map(text -> text.replace("\r\n", "\n").strip())
                                    .sorted()
                                    .collect(Collectors.joining(",")));
                }));
        return form.holding(values);
    }

    private Line line(Form form, Change change, Language language) {
        Optional<Field> field = form.field(change.field());
        String label = messages.say(
                language,
                field.map(Field::label).orElse("settings." + change.field().replace('-', '.')));
        return new Line(
                moment(change.at(), language),
                who(change.by(), language),
                label,
                said(field, change.before(), language),
                said(field, change.after(), language));
    }

    private String said(Optional<Field> field, String kept, Language language) {
        List<Choice> chosen = field.map(asked -> asked.chosen(kept)).orElse(List.of());
        return chosen.isEmpty()
                ? kept
                : chosen.stream().map(choice -> say(choice, language)).collect(Collectors.joining(", "));
    }

    private String say(Choice choice, Language language) {
        return choice.key() == null ? String.valueOf(choice.text()) : messages.say(language, choice.key());
    }

    String moment(Instant at, Language language) {
        return dates.moment(at, centre.facts().zone(), language);
    }

    private String who(String actor, Language language) {
        return Optional.of(actor)
                .filter(name -> name.startsWith(STAFF))
                .map(name -> UUID.fromString(name.substring(STAFF.length())))
                .flatMap(staff::find)
                .map(StaffMember::name)
                .map(name -> name.in(language))
                .orElse("");
    }
}
