package by.pobach.places;

import by.pobach.web.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RoomTable {
    private final JdbcClient jdbc;

    RoomTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<RoomList.Row> all() {
        return jdbc.sql("""
                select r.*,
                    array(select feature from places.room_feature where room = r.id order by feature) as features,
                    array(select neighbour from places.room_neighbour where room = r.id
                          union select room from places.room_neighbour where neighbour = r.id order by 1) as neighbours
                from places.room r
                order by r.place_in_house""")
                .query((row, _) -> new RoomList.Row(room(row), row.getBoolean("in_use")))
                .list();
    }

    void add(Room room) {
        jdbc.sql("""
                insert into places.room (id, name_be, name_ru, name_en, floor, buffer_minutes)
                values (:id, :name_be, :name_ru, :name_en, :floor, :buffer)""")
                .param("id", room.id())
                .params(Columns.of("name", room.name()))
                .param("floor", room.floor())
                .param("buffer", room.bufferMinutes())
                .update();
        room.features().forEach(feature -> addFeature(room.id(), feature));
        room.neighbours().forEach(neighbour -> addNeighbour(room.id(), neighbour));
    }

    void change(Room room) {
        jdbc.sql("""
                update places.room set name_be = :name_be, name_ru = :name_ru, name_en = :name_en, floor = :floor,
                    buffer_minutes = :buffer, by_actor = current_setting('pobach.actor')
                where id = :id""")
                .param("id", room.id())
                .params(Columns.of("name", room.name()))
                .param("floor", room.floor())
                .param("buffer", room.bufferMinutes())
                .update();
        jdbc.sql("delete from places.room_feature where room = :id")
                .param("id", room.id())
                .update();
        jdbc.sql("delete from places.room_neighbour where :id in (room, neighbour)")
                .param("id", room.id())
                .update();
        room.features().forEach(feature -> addFeature(room.id(), feature));
        room.neighbours().forEach(neighbour -> addNeighbour(room.id(), neighbour));
    }

    void use(UUID room, boolean inUse) {
        jdbc.sql("""
                update places.room set in_use = :inUse, by_actor = current_setting('pobach.actor')
                where id = :id""").param("id", room).param("inUse", inUse).update();
    }

    private void addFeature(UUID room, String feature) {
        jdbc.sql("insert into places.room_feature (room, feature) values (:room, :feature)")
                .param("room", room)
                .param("feature", feature)
                .update();
    }

    private void addNeighbour(UUID room, UUID neighbour) {
        jdbc.sql("""
                insert into places.room_neighbour (room, neighbour)
                values (least(:room, :neighbour), greatest(:room, :neighbour))
                on conflict do nothing""").param("room", room).param("neighbour", neighbour).update();
    }

    private static Room room(ResultSet row) throws SQLException {
        return new Room(
                row.getObject("id", UUID.class),
                Columns.words(row, "name"),
                row.getInt("floor"),
                inOrder(Columns.<String>list(row, "features")),
                inOrder(Columns.<UUID>list(row, "neighbours")),
                row.getInt("buffer_minutes"));
    }

    private static <T> Set<T> inOrder(List<T> list) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(list));
    }
}
