package by.pobach.offers;

import by.pobach.diary.Diary;
import by.pobach.diary.Resource;
import by.pobach.diary.Resource.Kind;
import by.pobach.equipment.EquipmentDesk;
import by.pobach.equipment.Item;
import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.places.Room;
import by.pobach.web.Actor;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes known to the diary what a visit can take and what lives in modules below it: specialists, interpreters, rooms, and
 * the radio channels between neighbouring rooms. At each start, and whenever one of them is new.
 */
@Component
public class Roster implements SmartLifecycle {
    private final Services services;
    private final Centre centre;
    private final EquipmentDesk equipment;
    private final Diary diary;
    private final TransactionTemplate transaction;
    private volatile boolean running;

    Roster(
            Services services,
            Centre centre,
            EquipmentDesk equipment,
            Diary diary,
            PlatformTransactionManager transactions) {
        this.services = services;
        this.centre = centre;
        this.equipment = equipment;
        this.diary = diary;
        this.transaction = new TransactionTemplate(transactions);
    }

    public void register() {
        transaction.executeWithoutResult(status -> diary.register(resources()));
    }

    private List<Resource> resources() {
        Stream<Resource> specialists = services.all().stream()
                .flatMap(service -> service.specialists().stream())
                .distinct()
                .map(id -> new Resource(id, Kind.SPECIALIST));
        Stream<Resource> interpreters =
                services.interpreters().stream().map(StaffMember::id).map(id -> new Resource(id, Kind.INTERPRETER));
        Stream<Resource> rooms = centre.rooms().stream().map(Room::id).map(id -> new Resource(id, Kind.ROOM));
        return Stream.of(specialists, interpreters, rooms, channels())
                .flatMap(part -> part)
                .toList();
    }

    private Stream<Resource> channels() {
        List<String> bands = equipment.items().stream()
                .map(Item::band)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return centre.rooms().stream()
                .flatMap(room -> bands.stream().flatMap(band -> RadioChannels.around(room, band).stream()))
                .distinct()
                .map(id -> new Resource(id, Kind.CHANNEL));
    }

    @Override
    public void start() {
        Actor.as("job:roster", this::register);
        running = true;
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the diary reads itself into memory. */
    @Override
    public int getPhase() {
        return -1;
    }
}
