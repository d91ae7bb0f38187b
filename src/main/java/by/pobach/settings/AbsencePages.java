package by.pobach.settings;

import by.pobach.diary.Diary;
import by.pobach.diary.Slot;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.people.Staff;
import by.pobach.places.Centre;
import by.pobach.settings.Field.Kind;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** When people, rooms and devices are away. New times are refused then; promised visits stay, and are listed to be moved. */
@Controller
@RequestMapping(AbsencePages.HERE)
class AbsencePages {
    static final String HERE = "/desk/settings/absences";
    private static final String OF = "absence.of";
    private static final String FROM = "absence.from";
    private static final String FROM_TIME = "absence.from-time";
    private static final String TO = "absence.to";
    private static final String TO_TIME = "absence.to-time";

    private final Diary diary;
    private final Staff staff;
    private final Centre centre;
    private final EquipmentDesk equipment;
    private final AheadVisits ahead;
    private final Forms forms;
    private final Clock clock;

    /** An absence that is not over, and the visits promised before anybody knew of it. */
    record Away(String who, String from, String to, AheadVisits.Ahead ahead) {}

    AbsencePages(
            Diary diary,
            Staff staff,
            Centre centre,
            EquipmentDesk equipment,
            AheadVisits ahead,
            Forms forms,
            Clock clock) {
        this.diary = diary;
        this.staff = staff;
        this.centre = centre;
        this.equipment = equipment;
        this.ahead = ahead;
        this.forms = forms;
        this.clock = clock;
    }

    @GetMapping
    String absences(@RequestParam(defaultValue = "") String of, @RequestAttribute Frame frame, Model model) {
        Form form = form(frame.language()).holding(Map.of("absence-of", of));
        return forms.show(form, frame, more(frame.language(), model));
    }

    @PostMapping
    String keep(
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        Language language = frame.language();
        Forms.Outcome outcome = forms.keep(() -> form(language), sent, typed -> keep(typed, language));
        return forms.answer(outcome, HERE, frame, more(language, model), response);
    }

    private void keep(Typed typed, Language language) {
        String of = typed.text(OF);
        if (of.isEmpty()) {
            typed.problem(OF, "settings.problem.choose");
        }
        Instant from = moment(typed, FROM, FROM_TIME, 0);
        Instant to = moment(typed, TO, TO_TIME, 1);
        if (typed.isGood() && !from.isBefore(to)) {
            typed.problem(TO, "settings.problem.order");
        }
        if (typed.isGood()) {
            Slot slot = new Slot(UUID.fromString(of), from, to);
            diary.absent(Ids.next(), slot);
            forms.alsoChanged("absences", OF, "", said(slot, language));
        }
    }

    /** Without a time the whole day is meant: from its beginning, or until the next one begins. */
    private Instant moment(Typed typed, String dayField, String timeField, int daysWithoutTime) {
        LocalDate day = typed.date(dayField).orElse(null);
        String time = typed.text(timeField);
        if (day == null && typed.isGood()) {
            typed.problem(dayField, "settings.problem.date");
        }
        try {
            LocalTime at = time.isEmpty() ? LocalTime.MIDNIGHT : LocalTime.parse(time);
            LocalDate known = day == null ? LocalDate.EPOCH : day;
            return known.plusDays(time.isEmpty() ? daysWithoutTime : 0)
                    .atTime(at)
                    .atZone(centre.facts().zone())
                    .toInstant();
        } catch (DateTimeException notATime) {
            typed.problem(timeField, "settings.problem.time");
            return Instant.EPOCH;
        }
    }

    private Form form(Language language) {
        return new Form("absences", "settings.absences", "", Steps.HOME, fields(language), Map.of());
    }

    private List<Field> fields(Language language) {
        List<Choice> all = Stream.of(
                        Stream.of(Choice.key("", "settings.choose")),
                        staff.all().stream()
                                .map(member -> choice(member.id(), member.name().in(language))),
                        centre.rooms().stream()
                                .map(room -> choice(room.id(), room.name().in(language))),
                        equipment.items().stream()
                                .map(item -> choice(item.id(), item.name().in(language))))
                .flatMap(part -> part)
                .filter(choice -> choice.value().isEmpty() || diary.knows(UUID.fromString(choice.value())))
                .toList();
        return List.of(
                Field.select(OF, all),
                Field.of(FROM, Kind.DATE),
                Field.of(FROM_TIME, Kind.TIME).withHint(),
                Field.of(TO, Kind.DATE),
                Field.of(TO_TIME, Kind.TIME).withHint());
    }

    private static Choice choice(UUID id, String name) {
        return Choice.text(id.toString(), name);
    }

    private Model more(Language language, Model model) {
        List<Away> aways = diary.absencesAfter(clock.instant()).stream()
                .filter(slot -> name(slot.resource(), language) != null)
                .map(slot -> away(slot, language))
                .toList();
        return model.addAttribute("action", HERE).addAttribute("aways", aways);
    }

    private Away away(Slot slot, Language language) {
        return new Away(
                String.valueOf(name(slot.resource(), language)),
                forms.moment(slot.from(), language),
                forms.moment(slot.to(), language),
                ahead.between(slot.from(), slot.to(), visit -> visit.takes(slot.resource()), language));
    }

    private String said(Slot slot, Language language) {
        return name(slot.resource(), language) + " · " + forms.moment(slot.from(), language) + " – "
                + forms.moment(slot.to(), language);
    }

    private @Nullable String name(UUID id, Language language) {
        return staff.find(id)
                .map(member -> member.name().in(language))
                .or(() -> centre.room(id).map(room -> room.name().in(language)))
                .or(() -> equipment.item(id).map(item -> item.name().in(language)))
                .orElse(null);
    }
}
