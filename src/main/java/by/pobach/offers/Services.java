package by.pobach.offers;

import by.pobach.diary.Diary;
import by.pobach.diary.Resource;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.web.Remembered;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What can be signed up for, and with whom. Kept in memory, seen by all nodes within a second of a change. */
@Component
public class Services {
    private final ServiceTable table;
    private final Staff staff;
    private final Diary diary;
    private final Remembered<Kept> kept;

    private record Kept(List<Service> services, List<Shelved> everything, Map<UUID, UUID> usualRooms) {}

    /**
     * A service and when families see it.
     *
     * @param shown whether they see it now
     * @param from seen from this instant on, {@code until} no longer from that one on; null is without end
     */
    public record Shelved(
            Service service,
            boolean shown,
            @Nullable Instant from,
            @Nullable Instant until) {}

    Services(ServiceTable table, Staff staff, Diary diary) {
        this.table = table;
        this.staff = staff;
        this.diary = diary;
        this.kept = new Remembered<>(this::read);
    }

    private Kept read() {
        List<Shelved> everything = table.all();
        List<Service> shown =
                everything.stream().filter(Shelved::shown).map(Shelved::service).toList();
        return new Kept(shown, everything, table.usualRooms());
    }

    /** The services that can be signed up for now. */
    public List<Service> all() {
        return kept.get().services();
    }

    /** Finds hidden ones too, since visits promised in them name them. */
    public Optional<Service> find(String id) {
        return everything().stream()
                .map(Shelved::service)
                .filter(service -> service.id().equals(id))
                .findFirst();
    }

    /** One that can be signed up for now. */
    public Optional<Service> offered(String id) {
        return all().stream().filter(service -> service.id().equals(id)).findFirst();
    }

    /** All there are, hidden ones too, each with the dates between which families see it. */
    public List<Shelved> everything() {
        return kept.get().everything();
    }

    /** Services that help with at least one of these, the fitting ones in the Centre's order; all of them when none is named. */
    List<Service> helpingWith(Set<Barrier> barriers) {
        return all().stream()
                .filter(service ->
                        barriers.isEmpty() || service.barriers().stream().anyMatch(barriers::contains))
                .toList();
    }

    /** The specialists of a service who work here now. */
    public List<StaffMember> specialists(Service service) {
        return service.specialists().stream()
                .filter(staff::isHere)
                .map(staff::find)
                .flatMap(Optional::stream)
                .toList();
    }

    /** Who interprets sign language: those who come to the Centre first, then those who do it by video. */
    public List<StaffMember> interpreters() {
        return staff.all().stream()
                .filter(member -> member.is(StaffMember.Role.INTERPRETER) || member.onlyByVideo())
                .sorted(Comparator.comparing(StaffMember::onlyByVideo))
                .toList();
    }

    public Optional<UUID> usualRoom(UUID specialist) {
        return Optional.ofNullable(kept.get().usualRooms().get(specialist));
    }

    /** The next six starts of a group service after that instant, the nearest first. */
    public List<Instant> groupDates(Service service, Instant after) {
        return table.groupDates(service.id(), after);
    }

    /** Adds a service and makes its specialists known to the diary. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Service service) {
        kept.changed();
        service.specialists().forEach(id -> diary.register(new Resource(id, Resource.Kind.SPECIALIST)));
        table.add(service);
    }

    /** Replaces what is said of a service and makes its specialists known to the diary. Promised visits stay as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void change(Service service) {
        kept.changed();
        service.specialists().forEach(id -> diary.register(new Resource(id, Resource.Kind.SPECIALIST)));
        table.change(service);
    }

    /** From when until when families see it, half-open; null is without end. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void show(String service, @Nullable Instant from, @Nullable Instant until) {
        kept.changed();
        table.show(service, from, until);
    }

    /** The specialist has no usual room. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void dropUsualRoom(UUID specialist) {
        kept.changed();
        table.dropUsualRoom(specialist);
    }

    /** Says which room a specialist works in unless a service needs another. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepUsualRoom(UUID specialist, UUID room) {
        kept.changed();
        table.keepUsualRoom(specialist, room);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void addGroupDate(String service, Instant start, Instant end) {
        table.addGroupDate(service, start, end);
    }
}
