package by.pobach.desk;

import by.pobach.diary.Diary;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.web.Choice;
import by.pobach.web.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Whose day, week or month: a person, a room or a device. What was chosen stands in the address and nowhere else. */
@Component
class DeskChooser {
    private final Diary diary;
    private final Staff staff;
    private final Centre centre;
    private final EquipmentDesk equipment;

    /** A person, a room or a device by its kind. */
    record Whose(String kind, UUID id, String name) {
        public String href(Object monday) {
            return "/desk/week?of=" + id + "&from=" + monday;
        }
    }

    /** Choices under one heading; the one without a heading comes first. */
    record Kind(@Nullable String key, List<Choice> choices) {}

    DeskChooser(Diary diary, Staff staff, Centre centre, EquipmentDesk equipment) {
        this.diary = diary;
        this.staff = staff;
        this.centre = centre;
        this.equipment = equipment;
    }

    /** Empty for everybody; refused when it is not the reader's to see. */
    Optional<Whose> chosen(@Nullable String of, DeskRights rights, Language language) {
        if (of == null || of.isBlank()) {
            return Optional.empty();
        }
        Whose whose = whose(id(of), language);
        if (!rights.mayReadWeekOf(whose.id())) {
            throw new AccessDeniedException("somebody else's");
        }
        return Optional.of(whose);
    }

    private static UUID id(String of) {
        try {
            return UUID.fromString(of);
        } catch (IllegalArgumentException notAnId) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }

    Whose whose(UUID id, Language language) {
        return staff.find(id)
                .map(member -> new Whose("person", id, member.name().in(language)))
                .or(() -> centre.room(id)
                        .map(room -> new Whose("room", id, room.name().in(language))))
                .or(() -> equipment
                        .item(id)
                        .map(item -> new Whose("device", id, item.name().in(language))))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** Whether visits can be with this person at all. */
    boolean receives(UUID person) {
        return diary.knows(person);
    }

    /** Everyone looks at their own first; who receives nobody but runs the desk, at the first colleague's. */
    UUID first(DeskRights rights) {
        return receives(rights.who().id()) || !rights.runsDesk()
                ? rights.who().id()
                : receiving().stream()
                        .map(StaffMember::id)
                        .findFirst()
                        .orElse(rights.who().id());
    }

    private List<StaffMember> receiving() {
        return staff.all().stream().filter(member -> diary.knows(member.id())).toList();
    }

    /** What there is to choose from; nothing for those who only see their own. */
    List<Kind> kinds(DeskRights rights, boolean everybody, Language language) {
        if (!rights.runsDesk()) {
            return List.of();
        }
        List<Kind> kinds = new ArrayList<>();
        if (everybody) {
            kinds.add(new Kind(null, List.of(Choice.key("", "desk.of.everybody"))));
        }
        kinds.add(new Kind(
                "desk.of.people",
                receiving().stream()
                        .map(member -> choice(member.id(), member.name().in(language)))
                        .toList()));
        kinds.add(new Kind(
                "desk.of.rooms",
                centre.rooms().stream()
                        .map(room -> choice(room.id(), room.name().in(language)))
                        .toList()));
        kinds.add(new Kind(
                "desk.of.devices",
                equipment.items().stream()
                        .map(item -> choice(item.id(), item.name().in(language)))
                        .toList()));
        return kinds;
    }

    private static Choice choice(UUID id, String name) {
        return Choice.text(id.toString(), name);
    }
}
