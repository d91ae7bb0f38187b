package by.pobach.settings;

import by.pobach.offers.Roster;
import by.pobach.places.Centre;
import by.pobach.places.Room;
import by.pobach.settings.Field.Kind;
import by.pobach.settings.Form.Values;
import by.pobach.web.Choice;
import by.pobach.web.Frame;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** Rooms. None is ever deleted, since past visits name it: it is no longer used, or used again. */
@Controller
@RequestMapping(RoomPages.HERE)
class RoomPages {
    static final String HERE = "/desk/settings/rooms";
    static final List<Choice> FEATURES = Field.choices(
            "settings.feature.", "wheelchair", "quiet", "consult", "hearing", "vision", "aac", "motor", "hall");
    private static final int LONGEST_BUFFER = 120;

    private final Centre centre;
    private final Roster roster;
    private final AheadVisits ahead;
    private final Forms forms;

    RoomPages(Centre centre, Roster roster, AheadVisits ahead, Forms forms) {
        this.centre = centre;
        this.roster = roster;
        this.ahead = ahead;
        this.forms = forms;
    }

    @GetMapping
    String rooms(@RequestAttribute Frame frame, Model model) {
        Language language = frame.language();
        return Item.list(
                model,
                "settings.rooms",
                HERE + "/new",
                items(centre.rooms(), language),
                items(centre.formerRooms(), language));
    }

    private static List<Item> items(List<Room> rooms, Language language) {
        return rooms.stream()
                .map(room -> new Item(HERE + "/" + room.id(), room.name().in(language), ""))
                .toList();
    }

    /** The form of a room that there is not yet; it becomes one when it is kept. */
    @GetMapping("/new")
    String add(@RequestAttribute Frame frame, Model model) {
        return show(Ids.next(), frame, model);
    }

    @GetMapping("/{id}")
    String room(@PathVariable UUID id, @RequestAttribute Frame frame, Model model) {
        if (centre.room(id).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return show(id, frame, model);
    }

    private String show(UUID id, Frame frame, Model model) {
        return forms.show(form(id, frame.language()), frame, more(id, frame, model));
    }

    private Model more(UUID id, Frame frame, Model model) {
        model.addAttribute("action", HERE + "/" + id);
        if (centre.room(id).isPresent()) {
            boolean inUse = isInUse(id);
            model.addAttribute("ahead", ahead.of(visit -> id.equals(visit.room()), frame.language()))
                    .addAttribute("absences", "/desk/settings/absences?of=" + id)
                    .addAttribute(
                            "acts",
                            List.of(
                                    inUse
                                            ? new Act(HERE + "/" + id + "/retirement", "settings.room.retire", true)
                                            : new Act(HERE + "/" + id + "/return", "settings.room.return", false)));
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
        Forms.Outcome outcome = forms.keep(() -> form(id, frame.language()), sent, typed -> keep(id, typed));
        return forms.answer(outcome, HERE + "/" + id, frame, more(id, frame, model), response);
    }

    @PostMapping("/{id}/retirement")
    String retire(@PathVariable UUID id) {
        return use(id, false);
    }

    @PostMapping("/{id}/return")
    String takeBack(@PathVariable UUID id) {
        return use(id, true);
    }

    private String use(UUID id, boolean inUse) {
        forms.act("room/" + id, "room.used", inUse ? "" : "true", inUse ? "true" : "", () -> {
            centre.use(id, inUse);
            roster.register();
        });
        return "redirect:" + HERE + "/" + id + "?kept";
    }

    private Form form(UUID id, Language language) {
        Optional<Room> room = centre.room(id);
        Values values = new Values();
        room.ifPresentOrElse(
                found -> values.put("room.name", found.name())
                        .put("room.floor", found.floor())
                        .put("room.features", List.copyOf(found.features()))
                        .put(
                                "room.neighbours",
                                found.neighbours().stream().map(UUID::toString).toList())
                        .put("room.buffer", found.bufferMinutes()),
                () -> values.put("room.buffer", "5"));
        return new Form(
                "room/" + id,
                "settings.room",
                room.map(found -> found.name().in(language)).orElse(""),
                HERE,
                fields(id, language),
                values.all());
    }

    private List<Field> fields(UUID id, Language language) {
        List<Choice> others = Stream.concat(centre.rooms().stream(), centre.formerRooms().stream())
                .filter(other -> !other.id().equals(id))
                .map(other -> Choice.text(other.id().toString(), other.name().in(language)))
                .toList();
        Stream<Field> first = Stream.of(
                Field.of("room.name", Kind.WORDS),
                Field.of("room.floor", Kind.NUMBER).withHint(),
                Field.ticks("room.features", FEATURES).withHint(),
                Field.of("room.buffer", Kind.NUMBER).withHint());
        Stream<Field> last = others.isEmpty()
                ? Stream.of()
                : Stream.of(Field.ticks("room.neighbours", others).withHint());
        return Stream.concat(first, last).toList();
    }

    private void keep(UUID id, Typed typed) {
        Room room = new Room(
                id,
                typed.words("room.name"),
                typed.number("room.floor", -5, 50),
                Set.copyOf(typed.several("room.features")),
                Set.copyOf(typed.several("room.neighbours").stream()
                        .map(UUID::fromString)
                        .toList()),
                typed.number("room.buffer", 0, LONGEST_BUFFER));
        if (!typed.isGood()) {
            return;
        }
        if (centre.room(id).isPresent()) {
            centre.changeRoom(room);
        } else {
            centre.addRoom(room);
        }
        roster.register();
    }

    private boolean isInUse(UUID id) {
        return centre.rooms().stream().anyMatch(room -> room.id().equals(id));
    }
}
