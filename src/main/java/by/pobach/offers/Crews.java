package by.pobach.offers;

import by.pobach.diary.Search;
import by.pobach.diary.Slot;
import by.pobach.diary.Team;
import by.pobach.diary.Team.Candidate;
import by.pobach.diary.Team.Part;
import by.pobach.diary.Team.Role;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.equipment.Item;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.places.Room;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Says who and what a visit takes: turns a wish into teams of the diary. One team a specialist; each needs the specialist,
 * a room that has what the service and the person need, a device and an interpreter where they are asked for.
 */
@Component
public class Crews {
    private static final String ROOM_FOR_TALKS = "consult";

    private final Services services;
    private final Centre centre;
    private final EquipmentDesk equipment;
    private final OfferRules rules;
    private final Clock clock;

    Crews(Services services, Centre centre, EquipmentDesk equipment, OfferRules rules, Clock clock) {
        this.services = services;
        this.centre = centre;
        this.equipment = equipment;
        this.rules = rules;
        this.clock = clock;
    }

    /** A search with an interpreter where the wish names one: here if somebody is, otherwise by video. */
    public Search search(Wish wish) {
        return search(wish, interpreted(wish) ? services.interpreters() : List.of());
    }

    /** The same without: the time is kept and the desk looks for an interpreter. */
    public Search searchWithoutInterpreter(Wish wish) {
        return search(wish, List.of());
    }

    /** The searches in which a start is to be kept, the best first: an interpreter here, then by video, then none yet. */
    public List<Search> bestFirst(Wish wish) {
        if (!interpreted(wish)) {
            return List.of(search(wish));
        }
        List<StaffMember> all = services.interpreters();
        List<StaffMember> here =
                all.stream().filter(member -> !member.onlyByVideo()).toList();
        List<Search> searches = new ArrayList<>();
        if (!here.isEmpty() && here.size() < all.size()) {
            searches.add(search(wish, here));
        }
        searches.add(search(wish));
        searches.add(searchWithoutInterpreter(wish));
        return searches;
    }

    private static boolean interpreted(Wish wish) {
        return wish.needs().contains(Need.SIGN_INTERPRETER);
    }

    private Search search(Wish wish, List<StaffMember> interpreters) {
        Service service = wish.service();
        Set<UUID> own = wish.ignoring().stream().map(Slot::resource).collect(Collectors.toSet());
        Optional<Role> device = device(service).map(role -> ownFirst(role, own));
        Optional<Role> interpreter =
                interpreters.isEmpty() ? Optional.empty() : Optional.of(ownFirst(anyOf(interpreters), own));
        List<Room> rooms = wish.place() == Place.HERE ? rooms(service, wish.needs()) : List.of();
        Role anyRoom = ownFirst(
                new Role(
                        rooms.stream().map(room -> roomCandidate(service, room)).toList()),
                own);
        List<Team> teams = new ArrayList<>();
        for (StaffMember specialist : services.specialists(service)) {
            if (wish.specialist() == null || wish.specialist().equals(specialist.id())) {
                List<Role> roles = new ArrayList<>(withRoom(wish, specialist, anyRoom));
                device.ifPresent(roles::add);
                interpreter.filter(role -> !specialist.signs()).ifPresent(roles::add);
                teams.add(new Team(specialist.id(), roles));
            }
        }
        Instant notBefore = clock.instant().plus(rules.notice());
        return new Search(teams, service.minutes(), service.step(), wish.from(), wish.to(), notBefore, wish.ignoring());
    }

    private List<Role> withRoom(Wish wish, StaffMember specialist, Role anyRoom) {
        Part person = new Part(
                specialist.id(), wish.service().bufferBefore(), wish.service().bufferAfter());
        if (wish.place() != Place.HERE) {
            return List.of(only(person));
        }
        Optional<Room> own = services.usualRoom(specialist.id()).flatMap(this::inUse);
        if (wish.service().roomFeatures().isEmpty()
                && own.filter(room -> has(room, wish.needs())).isPresent()) {
            List<Part> together = new ArrayList<>(List.of(person));
            together.addAll(roomCandidate(wish.service(), own.get()).parts());
            return List.of(new Role(List.of(new Candidate(together))));
        }
        return List.of(only(person), anyRoom);
    }

    /** A room that is no longer used is nobody's usual room either. */
    private Optional<Room> inUse(UUID id) {
        return centre.rooms().stream().filter(room -> room.id().equals(id)).findFirst();
    }

    private static Role only(Part part) {
        return new Role(List.of(new Candidate(List.of(part))));
    }

    private List<Room> rooms(Service service, Set<Need> needs) {
        Set<String> features = service.roomFeatures().isEmpty() ? Set.of(ROOM_FOR_TALKS) : service.roomFeatures();
        return centre.rooms().stream()
                .filter(room -> room.features().containsAll(features))
                .filter(room -> has(room, needs))
                .toList();
    }

    private static boolean has(Room room, Set<Need> needs) {
        return needs.stream().map(Need::roomFeature).flatMap(Optional::stream).allMatch(room.features()::contains);
    }

    /** A room, with its radio channels when the service's device sends by radio. */
    private Candidate roomCandidate(Service service, Room room) {
        Stream<Part> channels = bandOf(service).stream()
                .flatMap(band -> RadioChannels.around(room, band).stream())
                .map(channel -> new Part(channel, 0, 0));
        return new Candidate(Stream.concat(Stream.of(new Part(room.id(), 0, room.bufferMinutes())), channels)
                .toList());
    }

    private Optional<String> bandOf(Service service) {
        return service.deviceKind() == null
                ? Optional.empty()
                : equipment.itemsOf(service.deviceKind()).stream().findFirst().map(Item::band);
    }

    private Optional<Role> device(Service service) {
        return Optional.ofNullable(service.deviceKind())
                .map(kind -> new Role(equipment.itemsOf(kind).stream()
                        .map(item -> new Candidate(List.of(new Part(item.id(), 0, item.bufferMinutes()))))
                        .toList()));
    }

    private static Role anyOf(List<StaffMember> interpreters) {
        return new Role(interpreters.stream()
                .map(member -> new Candidate(List.of(new Part(member.id(), 0, 0))))
                .toList());
    }

    /** The same ways in another order, so that many who ask at once do not all reach for the first. */
    public static Search shuffled(Search search) {
        Set<UUID> own = search.ignoring().stream().map(Slot::resource).collect(Collectors.toSet());
        List<Team> teams = new ArrayList<>();
        for (Team team : search.teams()) {
            teams.add(new Team(
                    team.key(),
                    team.roles().stream()
                            .map(role -> ownFirst(shuffled(role), own))
                            .toList()));
        }
        Collections.shuffle(teams);
        return new Search(
                teams,
                search.minutes(),
                search.step(),
                search.from(),
                search.to(),
                search.notBefore(),
                search.ignoring());
    }

    private static Role shuffled(Role role) {
        List<Candidate> candidates = new ArrayList<>(role.candidates());
        Collections.shuffle(candidates);
        return new Role(candidates);
    }

    /** A visit that changes keeps its room, its device and its interpreter where it can. */
    private static Role ownFirst(Role role, Set<UUID> own) {
        return own.isEmpty()
                ? role
                : new Role(role.candidates().stream()
                        .sorted(Comparator.comparing(candidate -> !isOwn(candidate, own)))
                        .toList());
    }

    private static boolean isOwn(Candidate candidate, Set<UUID> own) {
        return candidate.parts().stream().map(Part::resource).allMatch(own::contains);
    }

    static List<UUID> specialists(Search search) {
        return search.teams().stream().map(Team::key).toList();
    }
}
