package by.pobach.places;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All rooms as read at one moment.
 *
 * @param inUse in the order of the house
 * @param byId also those that are no longer used, since past visits name them
 */
record RoomList(List<Room> inUse, Map<UUID, Room> byId) {

    record Row(Room room, boolean inUse) {}

    static RoomList of(List<Row> rows) {
        return new RoomList(
                rows.stream().filter(Row::inUse).map(Row::room).toList(),
                rows.stream().map(Row::room).collect(Collectors.toUnmodifiableMap(Room::id, Function.identity())));
    }
}
