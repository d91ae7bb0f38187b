package by.pobach.story;

import by.pobach.equipment.EquipmentDesk;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.visits.Visit;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks the doors of the house what is known of a visit, and says it. */
@Component
class Storyteller {
    private final Services services;
    private final Staff staff;
    private final Centre centre;
    private final EquipmentDesk equipment;
    private final Dates dates;
    private final IcuMessages messages;

    Storyteller(
            Services services, Staff staff, Centre centre, EquipmentDesk equipment, Dates dates, IcuMessages messages) {
        this.services = services;
        this.staff = staff;
        this.centre = centre;
        this.equipment = equipment;
        this.dates = dates;
        this.messages = messages;
    }

    /** A drawing and its sentence. */
    record Line(String drawing, String sentence) {}

    /** The day without «заўтра»: a sheet on the fridge must still be right tomorrow. */
    String when(Visit visit, Language language) {
        return dates.moment(visit.start(), centre.facts().zone(), language);
    }

    List<Line> tell(Visit visit, Language language, boolean easy) {
        return Cards.of(facts(visit, language)).stream()
                .map(card -> new Line(
                        card.drawing(),
                        messages.say(
                                language,
                                (easy ? "story.easy." : "story.") + card.words(),
                                card.arguments().toArray())))
                .toList();
    }

    private Facts facts(Visit visit, Language language) {
        Service service = services.find(visit.service()).orElseThrow();
        ZoneId zone = centre.facts().zone();
        return new Facts(
                visit.place(),
                dates.time(visit.start(), zone),
                dates.time(visit.end(), zone),
                dates.minutes(service.minutes(), language),
                centre.facts().street().in(language),
                room(visit.room(), language),
                somebody(staff.find(visit.specialist()).orElseThrow(), language),
                interpreter(visit.interpreter(), language),
                service.kind(),
                devices(visit, language));
    }

    private Facts.@Nullable Room room(@Nullable UUID id, Language language) {
        return Optional.ofNullable(id)
                .flatMap(centre::room)
                .map(room -> new Facts.Room(
                        room.name().in(language), room.floor(), room.features().contains("wheelchair")))
                .orElse(null);
    }

    private Facts.@Nullable Somebody interpreter(@Nullable UUID id, Language language) {
        return Optional.ofNullable(id)
                .flatMap(staff::find)
                .map(member -> somebody(member, language))
                .orElse(null);
    }

    private static Facts.Somebody somebody(StaffMember member, Language language) {
        return new Facts.Somebody(
                FirstName.of(member.name().in(language)), member.profession().in(language), member.onlyByVideo());
    }

    private List<Facts.Device> devices(Visit visit, Language language) {
        return visit.devices().stream()
                .map(equipment::item)
                .flatMap(Optional::stream)
                .map(item -> new Facts.Device(item.kind(), item.name().in(language)))
                .toList();
    }
}
