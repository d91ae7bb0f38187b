package by.pobach.offers;

import by.pobach.places.Room;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * Radio devices of one band disturb each other in neighbouring rooms. For each pair of neighbours and each band there is
 * one resource of the diary, and a visit with such a device takes those of its room: so two can never meet.
 */
final class RadioChannels {
    private RadioChannels() {}

    /** The channel blocks that a device of this band takes in this room. */
    static List<UUID> around(Room room, String band) {
        return room.neighbours().stream()
                .sorted()
                .map(neighbour -> between(room.id(), neighbour, band))
                .toList();
    }

    static UUID between(UUID one, UUID other, String band) {
        boolean inOrder = one.compareTo(other) < 0;
        String name = "channel/" + band + "/" + (inOrder ? one : other) + "/" + (inOrder ? other : one);
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
