package by.pobach.places;

import by.pobach.web.Remembered;
import by.pobach.web.Words;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door of the Centre as a place. What is read is kept in memory and seen by all nodes within a second of a change; what
 * is written happens in the caller's transaction.
 */
@Component
public class Centre {
    /** What an installation says before anybody has set it up. */
    private static final CentreFacts NOT_SET_UP = new CentreFacts(
            Words.same("Побач"),
            Words.same(""),
            Words.same(""),
            ZoneId.of("Europe/Minsk"),
            List.of(),
            "",
            List.of("be", "ru", "en"),
            new Words("Бясплатна.", "Бесплатно.", "Free of charge."),
            Words.same(""));

    private final CentreTable centre;
    private final RoomTable roomTable;
    private final NumberTable numberTable;
    private final Remembered<Optional<CentreFacts>> facts;
    private final Remembered<List<UsefulNumber>> numbers;
    private final Remembered<RoomList> rooms;

    Centre(CentreTable centre, RoomTable roomTable, NumberTable numberTable) {
        this.centre = centre;
        this.roomTable = roomTable;
        this.numberTable = numberTable;
        this.facts = new Remembered<>(centre::find);
        this.numbers = new Remembered<>(numberTable::all);
        this.rooms = new Remembered<>(() -> RoomList.of(roomTable.all()));
    }

    /** The facts; before set-up a bare minimum in Europe/Minsk with no phone. */
    public CentreFacts facts() {
        return facts.get().orElse(NOT_SET_UP);
    }

    /** Whether somebody has said what this Centre is; asks the database, so that two nodes never set it up twice. */
    public boolean isSetUp() {
        return centre.find().isPresent();
    }

    /** Replaces the facts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepFacts(CentreFacts newFacts) {
        facts.changed();
        centre.keep(newFacts);
    }

    /** The numbers of one kind, in the order the Centre put them; none before set-up. */
    public List<UsefulNumber> numbers(UsefulNumber.Kind kind) {
        return numbers.get().stream().filter(number -> number.kind() == kind).toList();
    }

    /** Replaces all numbers of all kinds. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keepNumbers(List<UsefulNumber> newNumbers) {
        numbers.changed();
        numberTable.keep(newNumbers);
    }

    /** All rooms in use, in the order of the house. */
    public List<Room> rooms() {
        return rooms.get().inUse();
    }

    /** One room, also when it is no longer used, since past visits name it. */
    public Optional<Room> room(UUID id) {
        return Optional.ofNullable(rooms.get().byId().get(id));
    }

    /** Adds a room behind those there are. Its neighbours must be rooms already; they become neighbours of it, too. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void addRoom(Room room) {
        rooms.changed();
        roomTable.add(room);
    }

    /** Rooms that are no longer used. */
    public List<Room> formerRooms() {
        List<Room> inUse = rooms();
        return rooms.get().byId().values().stream()
                .filter(room -> !inUse.contains(room))
                .sorted(Comparator.comparing(room -> room.name().be()))
                .toList();
    }

    /** Replaces what is said of a room; its neighbours must be rooms already. What was promised in it is not changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void changeRoom(Room room) {
        rooms.changed();
        roomTable.change(room);
    }

    /** Takes a room out of use or back into it; visits promised in it are not changed by this. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void use(UUID room, boolean inUse) {
        rooms.changed();
        roomTable.use(room, inUse);
    }
}
