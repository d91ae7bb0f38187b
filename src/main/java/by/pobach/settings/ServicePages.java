package by.pobach.settings;

import by.pobach.equipment.EquipmentDesk;
import by.pobach.equipment.Model;
import by.pobach.offers.Barrier;
import by.pobach.offers.Place;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Services.Shelved;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.settings.Field.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import by.pobach.web.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What families can sign up for. A change is for new visits; promised ones stay as they were promised. */
@Controller
@RequestMapping(ServicePages.HERE)
class ServicePages {
    static final String HERE = "/desk/settings/services";
    private static final String[] STEPS = {"5", "10", "15", "20", "30", "60"};
    private static final int LONGEST = 480;
    private static final int LONGEST_BUFFER = 120;
    private static final int FIVE = 5;

    private final Services services;
    private final Staff staff;
    private final Centre centre;
    private final EquipmentDesk equipment;
    private final AheadVisits ahead;
    private final Forms forms;

    ServicePages(
            Services services, Staff staff, Centre centre, EquipmentDesk equipment, AheadVisits ahead, Forms forms) {
        this.services = services;
        this.staff = staff;
        this.centre = centre;
        this.equipment = equipment;
        this.ahead = ahead;
        this.forms = forms;
    }

    @GetMapping
    String services(@RequestAttribute Frame frame, org.springframework.ui.Model model) {
        Language language = frame.language();
        return Item.list(model, "settings.services", HERE + "/new", items(true, language), items(false, language));
    }

    private List<Item> items(boolean shown, Language language) {
        return services.everything().stream()
                .filter(shelved -> shelved.shown() == shown)
                .map(Shelved::service)
                .map(service ->
                        new Item(HERE + "/" + service.id(), service.name().in(language), ""))
                .toList();
    }

    @GetMapping("/new")
    String add(@RequestAttribute Frame frame, org.springframework.ui.Model model) {
        return show("s" + Ids.next().toString().substring(24), frame, model);
    }

    @GetMapping("/{id}")
    String service(@PathVariable String id, @RequestAttribute Frame frame, org.springframework.ui.Model model) {
        if (services.find(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return show(id, frame, model);
    }

    private String show(String id, Frame frame, org.springframework.ui.Model model) {
        return forms.show(form(id, frame.language()), frame, more(id, frame, model));
    }

    private org.springframework.ui.Model more(String id, Frame frame, org.springframework.ui.Model model) {
        model.addAttribute("action", HERE + "/" + id);
        if (services.find(id).isPresent()) {
            model.addAttribute("ahead", ahead.of(visit -> visit.service().equals(id), frame.language()));
        }
        return model;
    }

    @PostMapping("/{id}")
    String keep(
            @PathVariable String id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            org.springframework.ui.Model model,
            HttpServletResponse response) {
        if (!id.matches("[a-z][a-z0-9-]{0,39}")) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Forms.Outcome outcome = forms.keep(() -> form(id, frame.language()), sent, typed -> keep(id, typed));
        return forms.answer(outcome, HERE + "/" + id, frame, more(id, frame, model), response);
    }

    private Form form(String id, Language language) {
        Optional<Shelved> known = services.everything().stream()
                .filter(shelved -> shelved.service().id().equals(id))
                .findFirst();
        Values values = known.map(this::values)
                .orElseGet(() -> new Values()
                        .put("service.minutes", "45")
                        .put("service.step", "30")
                        .put("service.before", "0")
                        .put("service.after", "5")
                        .put("service.kind", "consultation")
                        .put("service.places", List.of("here")));
        return new Form(
                "service/" + id,
                "settings.service",
                known.map(shelved -> shelved.service().name().in(language)).orElse(""),
                HERE,
                fields(language),
                values.all());
    }

    private Values values(Shelved shelved) {
        Service service = shelved.service();
        Words cost = service.cost();
        return new Values()
                .put("service.name", service.name())
                .put("service.about", service.about())
                .put("service.bring", service.bring())
                .put("service.kind", (Object) service.kind().code())
                .put(
                        "service.barriers",
                        service.barriers().stream().map(Barrier::code).toList())
                .put("service.minutes", service.minutes())
                .put("service.step", service.step())
                .put("service.before", service.bufferBefore())
                .put("service.after", service.bufferAfter())
                .put(
                        "service.places",
                        service.places().stream().map(Place::code).toList())
                .put(
                        "service.specialists",
                        service.specialists().stream().map(UUID::toString).toList())
                .put("service.features", List.copyOf(service.roomFeatures()))
                .put("service.device", service.deviceKind() == null ? "" : service.deviceKind())
                .put("service.cost", cost == null ? Words.same("") : cost)
                .put("service.from", day(shelved.from()))
                .put("service.until", day(shelved.until()));
    }

    private List<Field> fields(Language language) {
        List<Choice> people = staff.all().stream()
                .filter(member -> !member.roles().equals(Set.of(Role.INTERPRETER)))
                .map(member -> Choice.text(member.id().toString(), member.name().in(language)))
                .toList();
        List<Choice> devices = Stream.concat(
                        Stream.of(Choice.key("", "settings.service.device.none")),
                        equipment.models().stream()
                                .collect(Collectors.toMap(Model::kind, model -> model, (first, second) -> first))
                                .values()
                                .stream()
                                .map(model ->
                                        Choice.text(model.kind(), model.name().in(language))))
                .toList();
        String[] barriers = Arrays.stream(Barrier.values()).map(Barrier::code).toArray(String[]::new);
        return List.of(
                Field.of("service.name", Kind.WORDS),
                Field.of("service.about", Kind.PROSE),
                Field.of("service.bring", Kind.PROSE).withHint(),
                Field.select(
                        "service.kind",
                        Field.choices("settings.kind.", "consultation", "lesson", "demonstration", "group")),
                Field.ticks("service.barriers", Field.choices("settings.barrier.", barriers))
                        .withHint(),
                Field.of("service.minutes", Kind.NUMBER).withHint(),
                Field.select(
                                "service.step",
                                Arrays.stream(STEPS)
                                        .map(step -> Choice.text(step, step))
                                        .toList())
                        .withHint(),
                Field.of("service.before", Kind.NUMBER).withHint(),
                Field.of("service.after", Kind.NUMBER).withHint(),
                Field.ticks("service.places", Field.choices("settings.place.", "here", "video", "phone")),
                Field.ticks("service.specialists", people).withHint(),
                Field.ticks("service.features", RoomPages.FEATURES).withHint(),
                Field.select("service.device", devices),
                Field.of("service.cost", Kind.PROSE).withHint(),
                Field.of("service.from", Kind.DATE).withHint(),
                Field.of("service.until", Kind.DATE).withHint());
    }

    private void keep(String id, Typed typed) {
        Service service = read(id, typed);
        Instant from = typed.date("service.from").map(this::midnight).orElse(null);
        Instant until = typed.date("service.until").map(this::midnight).orElse(null);
        if (from != null && until != null && !from.isBefore(until)) {
            typed.problem("service.until", "settings.problem.order");
        }
        if (!typed.isGood()) {
            return;
        }
        if (services.find(id).isPresent()) {
            services.change(service);
        } else {
            services.add(service);
        }
        services.show(id, from, until);
    }

    private Service read(String id, Typed typed) {
        String cost = typed.text("service.cost-be");
        Words exception = typed.prose("service.cost");
        String device = typed.text("service.device");
        return new Service(
                id,
                services.find(id).map(Service::position).orElseGet(this::last),
                Service.Kind.valueOf(typed.text("service.kind").toUpperCase(Locale.ROOT)),
                typed.words("service.name"),
                typed.prose("service.about"),
                fives(typed, "service.minutes", FIVE, LONGEST),
                Integer.parseInt(typed.text("service.step")),
                typed.some("service.barriers").stream()
                        .map(code -> Barrier.valueOf(code.toUpperCase(Locale.ROOT)))
                        .collect(Collectors.toUnmodifiableSet()),
                Stream.of(Place.values())
                        .filter(place -> typed.several("service.places").contains(place.code()))
                        .toList(),
                cost.isEmpty() ? null : exception,
                typed.prose("service.bring"),
                Set.copyOf(typed.several("service.features")),
                device.isEmpty() ? null : device,
                fives(typed, "service.before", 0, LONGEST_BUFFER),
                fives(typed, "service.after", 0, LONGEST_BUFFER),
                specialists(typed));
    }

    private static List<UUID> specialists(Typed typed) {
        typed.some("service.places");
        return typed.several("service.specialists").stream()
                .map(UUID::fromString)
                .toList();
    }

    private static int fives(Typed typed, String name, int least, int most) {
        int minutes = typed.number(name, least, most);
        if (minutes % FIVE != 0) {
            typed.problem(name, "settings.problem.fives");
        }
        return minutes;
    }

    private int last() {
        return services.everything().stream()
                        .mapToInt(shelved -> shelved.service().position())
                        .max()
                        .orElse(0)
                + 1;
    }

    private Instant midnight(LocalDate day) {
        return day.atStartOfDay(centre.facts().zone()).toInstant();
    }

    private Object day(@Nullable Instant at) {
        return at == null ? "" : LocalDate.ofInstant(at, centre.facts().zone());
    }
}
