package by.pobach.settings;

import by.pobach.offers.Roster;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Services.Shelved;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.places.Centre;
import by.pobach.settings.Field.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.signin.Invitations;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
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

/** Who works here, what they do and speak, and the link by which they set their password. */
@Controller
@RequestMapping(StaffPages.HERE)
class StaffPages {
    static final String HERE = "/desk/settings/staff";
    static final List<String> LANGUAGES = List.of("be", "ru", "en", "sgn-BY", "pl", "uk");

    private final Staff staff;
    private final Centre centre;
    private final Services services;
    private final Roster roster;
    private final Invitations invitations;
    private final AheadVisits ahead;
    private final Forms forms;
    private final String baseUrl;

    StaffPages(
            Staff staff,
            Centre centre,
            Services services,
            Roster roster,
            Invitations invitations,
            AheadVisits ahead,
            Forms forms,
            @Value("${pobach.base-url}") String baseUrl) {
        this.staff = staff;
        this.centre = centre;
        this.services = services;
        this.roster = roster;
        this.invitations = invitations;
        this.ahead = ahead;
        this.forms = forms;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String everyone(@RequestAttribute Frame frame, Model model) {
        Language language = frame.language();
        return Item.list(
                model, "settings.staff", HERE + "/new", items(staff.all(), language), items(staff.former(), language));
    }

    private static List<Item> items(List<StaffMember> members, Language language) {
        return members.stream()
                .map(member -> new Item(
                        HERE + "/" + member.id(),
                        member.name().in(language),
                        member.profession().in(language)))
                .toList();
    }

    @GetMapping("/new")
    String add(@RequestAttribute Frame frame, Model model) {
        return show(Ids.next(), frame, model);
    }

    @GetMapping("/{id}")
    String member(@PathVariable UUID id, @RequestAttribute Frame frame, Model model) {
        find(id);
        return show(id, frame, model);
    }

    private String show(UUID id, Frame frame, Model model) {
        return forms.show(form(id, frame.language()), frame, more(id, frame, model));
    }

    private Model more(UUID id, Frame frame, Model model) {
        model.addAttribute("action", HERE + "/" + id);
        if (staff.find(id).isPresent()) {
            model.addAttribute("ahead", ahead.of(visit -> visit.takes(id), frame.language()))
                    .addAttribute("hours", HERE + "/" + id + "/hours")
                    .addAttribute("days", HERE + "/" + id + "/days")
                    .addAttribute("absences", "/desk/settings/absences?of=" + id)
                    .addAttribute("leaving", HERE + "/" + id + "/leaving")
                    .addAttribute(
                            "acts",
                            staff.isHere(id)
                                    ? List.of(new Act(HERE + "/" + id + "/invitation", "settings.staff.invite", false))
                                    : List.of());
        }
        return model;
    }

    @PostMapping("/{id}")
    String keep(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestAttribute Frame frame,
            Model model,
            HttpServletResponse response) {
        boolean known = staff.find(id).isPresent();
        Forms.Outcome outcome = forms.keep(() -> form(id, frame.language()), sent, typed -> keep(id, typed));
        String to = HERE + "/" + id;
        return forms.answer(outcome, known ? to : to + "?added", frame, more(id, frame, model), response);
    }

    /** The link is shown once, to whoever asks for it, to be handed over in person or by phone. */
    @PostMapping("/{id}/invitation")
    String invite(@PathVariable UUID id, @RequestAttribute Frame frame, Model model) {
        StaffMember member = find(id);
        model.addAttribute("name", member.name().in(frame.language()))
                .addAttribute("back", HERE + "/" + id)
                .addAttribute("link", baseUrl + invitations.path(id))
                .addAttribute("days", Invitations.GOOD_FOR.toDays());
        forms.act("staff/" + id, "staff.invited", "", "", () -> {});
        return "settings/invited";
    }

    private Form form(UUID id, Language language) {
        Optional<StaffMember> member = staff.find(id);
        Values values = new Values();
        member.ifPresent(found -> values.put("staff.name", found.name())
                .put("staff.profession", found.profession())
                .put("staff.roles", found.roles().stream().map(StaffPages::code).toList())
                .put("staff.languages", found.languages())
                .put("staff.email", (Object) found.email())
                .put(
                        "staff.services",
                        services.everything().stream()
                                .map(Shelved::service)
                                .filter(service -> service.specialists().contains(id))
                                .map(Service::id)
                                .toList())
                .put("staff.room", services.usualRoom(id).map(UUID::toString).orElse("")));
        return new Form(
                "staff/" + id,
                "settings.staff.one",
                member.map(found -> found.name().in(language)).orElse(""),
                HERE,
                fields(language),
                values.all());
    }

    private List<Field> fields(Language language) {
        List<Choice> all = services.everything().stream()
                .map(Shelved::service)
                .map(service -> Choice.text(service.id(), service.name().in(language)))
                .toList();
        List<Choice> rooms = Stream.concat(
                        Stream.of(Choice.key("", "settings.staff.room.any")),
                        centre.rooms().stream()
                                .map(room -> Choice.text(
                                        room.id().toString(), room.name().in(language))))
                .toList();
        Stream<Field> first = Stream.of(
                Field.of("staff.name", Kind.WORDS).withHint(),
                Field.of("staff.profession", Kind.WORDS).withHint(),
                Field.of("staff.email", Kind.EMAIL).withHint(),
                Field.ticks("staff.roles", Field.choices("settings.role.", codes())),
                Field.ticks("staff.languages", Field.choices("settings.language.", LANGUAGES.toArray(String[]::new))),
                Field.select("staff.room", rooms).withHint());
        return all.isEmpty()
                ? first.toList()
                : Stream.concat(first, Stream.of(Field.ticks("staff.services", all)))
                        .toList();
    }

    private void keep(UUID id, Typed typed) {
        Set<Role> roles = typed.some("staff.roles").stream()
                .map(code -> Role.valueOf(code.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
        StaffMember member = new StaffMember(
                id,
                typed.words("staff.name"),
                typed.words("staff.profession"),
                roles,
                typed.some("staff.languages"),
                typed.email("staff.email"));
        if (staff.isTaken(member.email(), id)) {
            typed.problem("staff.email", "settings.problem.email-taken");
        }
        if (staff.isHere(id) && !Leaving.runsDesk(member) && !Leaving.othersRunDesk(staff, id)) {
            typed.problem("staff.roles", "settings.problem.last-one");
        }
        if (typed.isGood()) {
            write(member);
            keepRoom(id, typed.text("staff.room"));
            keepServices(id, typed.several("staff.services"));
            roster.register();
        }
    }

    private void write(StaffMember member) {
        if (staff.find(member.id()).isPresent()) {
            staff.change(member);
        } else {
            staff.hire(member);
        }
    }

    private void keepRoom(UUID id, String room) {
        if (room.isEmpty()) {
            services.dropUsualRoom(id);
        } else {
            services.keepUsualRoom(id, UUID.fromString(room));
        }
    }

    /** Who gives a service is said in its form as well: whoever has that one open must notice. */
    private void keepServices(UUID id, List<String> given) {
        for (Shelved shelved : services.everything()) {
            Service service = shelved.service();
            boolean gave = service.specialists().contains(id);
            if (gave != given.contains(service.id())) {
                List<UUID> specialists = gave
                        ? service.specialists().stream()
                                .filter(other -> !other.equals(id))
                                .toList()
                        : Stream.concat(service.specialists().stream(), Stream.of(id))
                                .toList();
                services.change(service.with(specialists));
                forms.alsoChanged(
                        "service/" + service.id(),
                        "service-specialists",
                        gave ? id.toString() : "",
                        gave ? "" : id.toString());
            }
        }
    }

    private StaffMember find(UUID id) {
        return staff.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private static String[] codes() {
        return Arrays.stream(Role.values()).map(StaffPages::code).toArray(String[]::new);
    }

    private static String code(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
