package by.pobach.desk;

import by.pobach.equipment.EquipmentDesk;
import by.pobach.equipment.Item;
import by.pobach.letters.Letters;
import by.pobach.letters.ToTell;
import by.pobach.offers.Need;
import by.pobach.offers.Services;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.signin.SignedIn;
import by.pobach.visits.Visit;
import by.pobach.visits.Visits;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Visits as the desk reads them: ids become names, and what the reader may not see is left out here and not in a page. */
@Component
class DeskLines {
    private static final String STAFF = "staff:";

    private final Visits visits;
    private final Staff staff;
    private final Persons persons;
    private final Centre centre;
    private final Services services;
    private final EquipmentDesk equipment;
    private final Letters letters;
    private final Clock clock;

    /**
     * One visit.
     *
     * @param name who comes, or null where the reader may not know, or where it is erased
     * @param untold whether a change has yet to be told to the person
     * @param open whether the reader may open it; {@code mark} whether the reader may say who came
     */
    record Line(
            Visit visit,
            String service,
            String specialist,
            @Nullable String room,
            @Nullable String interpreter,
            List<String> devices,
            @Nullable String name,
            boolean untold,
            boolean open,
            boolean mark) {

        Instant start() {
            return visit.start();
        }

        public String state() {
            return visit.state().code();
        }

        public String place() {
            return visit.place().code();
        }

        public List<String> needs() {
            return visit.needs().stream().map(Need::code).sorted().toList();
        }

        /** Interpreter asked for, and neither found nor needed. */
        public boolean seeksInterpreter() {
            return visit.needs().contains(Need.SIGN_INTERPRETER) && interpreter == null;
        }
    }

    DeskLines(
            Visits visits,
            Staff staff,
            Persons persons,
            Centre centre,
            Services services,
            EquipmentDesk equipment,
            Letters letters,
            Clock clock) {
        this.visits = visits;
        this.staff = staff;
        this.persons = persons;
        this.centre = centre;
        this.services = services;
        this.equipment = equipment;
        this.letters = letters;
        this.clock = clock;
    }

    /** The rights of whoever is signed in. */
    DeskRights rights() {
        return SignedIn.staffId()
                .flatMap(staff::find)
                .map(DeskRights::new)
                .orElseThrow(() -> new AccessDeniedException("not signed in"));
    }

    /** The rights of whoever is signed in, if they run the desk; otherwise the page is refused. */
    DeskRights runningDesk() {
        DeskRights rights = rights();
        if (!rights.runsDesk()) {
            throw new AccessDeniedException("for those who run the desk");
        }
        return rights;
    }

    /** The visit, if there is one and the reader may open it. */
    Visit visit(UUID id) {
        Visit visit = visits.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!rights().mayOpen(visit)) {
            throw new AccessDeniedException("somebody else's visit");
        }
        return visit;
    }

    ZoneId zone() {
        return centre.facts().zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    List<Line> of(List<Visit> visits, DeskRights rights, Language language) {
        Map<UUID, Person> people = persons.find(
                visits.stream().filter(rights::mayOpen).map(Visit::person).toList());
        Set<UUID> untold = letters.toTell().stream().map(ToTell::about).collect(Collectors.toSet());
        return visits.stream()
                .map(visit -> line(visit, people.get(visit.person()), untold.contains(visit.id()), rights, language))
                .toList();
    }

    Line of(Visit visit, DeskRights rights, Language language) {
        return of(List.of(visit), rights, language).getFirst();
    }

    private Line line(Visit visit, @Nullable Person person, boolean untold, DeskRights rights, Language language) {
        return new Line(
                visit,
                services.find(visit.service())
                        .map(service -> service.name().in(language))
                        .orElse(visit.service()),
                staffName(visit.specialist(), language).orElse(""),
                room(visit, language).orElse(null),
                visit.interpreter() == null
                        ? null
                        : staffName(visit.interpreter(), language).orElse(null),
                visit.devices().stream()
                        .map(equipment::item)
                        .flatMap(Optional::stream)
                        .map(Item::name)
                        .map(name -> name.in(language))
                        .toList(),
                person == null ? null : person.name(),
                untold,
                rights.mayOpen(visit),
                rights.mayMark(visit, LocalDate.ofInstant(visit.start(), zone()), today()));
    }

    private Optional<String> room(Visit visit, Language language) {
        return Optional.ofNullable(visit.room())
                .flatMap(centre::room)
                .map(room -> room.name().in(language));
    }

    Optional<String> staffName(UUID id, Language language) {
        return staff.find(id).map(StaffMember::name).map(name -> name.in(language));
    }

    /** Who made a change, as an actor names itself: a staff member's name, or empty for families and jobs. */
    Optional<String> staffName(String actor, Language language) {
        return actor.startsWith(STAFF)
                ? staffName(UUID.fromString(actor.substring(STAFF.length())), language)
                : Optional.empty();
    }
}
