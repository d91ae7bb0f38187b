package by.pobach.offers;

import by.pobach.web.Words;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ServiceTable {
    private final JdbcClient sql;
    private final JsonMapper json;

    ServiceTable(JdbcClient sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    List<Service> all() {
        return sql.sql("""
                        select s.*, coalesce((select array_agg(p.staff_id order by p.staff_id)
                                              from offers.service_specialist p where p.service_id = s.id), '{}') as specialists
                        from offers.service s where retired_at is null order by position, id
                        """).query((row, number) -> service(row)).list();
    }

    Map<UUID, UUID> usualRooms() {
        return sql
                .sql("select staff_id, room_id from offers.usual_room")
                .query((row, number) ->
                        Map.entry(row.getObject("staff_id", UUID.class), row.getObject("room_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    List<Instant> groupDates(String service, Instant after) {
        return sql.sql("""
                        select starts_at from offers.group_date
                        where service_id = ? and starts_at > ? order by starts_at limit 6
                        """)
                .params(service, Timestamp.from(after))
                .query((row, number) -> row.getTimestamp("starts_at").toInstant())
                .list();
    }

    void add(Service service) {
        sql.sql("""
                        insert into offers.service (id, position, kind, name, about, minutes, step, barriers, places, cost,
                            bring, room_features, device_kind, buffer_before, buffer_after)
                        values (:id, :position, :kind, :name::jsonb, :about::jsonb, :minutes, :step, :barriers, :places,
                            :cost::jsonb, :bring::jsonb, :features, :device, :before, :after)
                        """)
                .param("id", service.id())
                .param("position", service.position())
                .param("kind", service.kind().code())
                .param("name", write(service.name()))
                .param("about", write(service.about()))
                .param("minutes", service.minutes())
                .param("step", service.step())
                .param(
                        "barriers",
                        service.barriers().stream().map(Barrier::code).toArray(String[]::new))
                .param("places", service.places().stream().map(Place::code).toArray(String[]::new))
                .param("cost", service.cost() == null ? null : write(service.cost()))
                .param("bring", write(service.bring()))
                .param("features", service.roomFeatures().toArray(String[]::new))
                .param("device", service.deviceKind())
                .param("before", service.bufferBefore())
                .param("after", service.bufferAfter())
                .update();
        for (UUID staff : service.specialists()) {
            sql.sql("insert into offers.service_specialist (service_id, staff_id) values (?, ?)")
                    .params(service.id(), staff)
                    .update();
        }
    }

    void addGroupDate(String service, Instant start, Instant end) {
        sql.sql(
                        "insert into offers.group_date (service_id, starts_at, ends_at) values (?, ?, ?) on conflict do nothing")
                .params(service, Timestamp.from(start), Timestamp.from(end))
                .update();
    }

    void keepUsualRoom(UUID staff, UUID room) {
        sql.sql("""
                        insert into offers.usual_room (staff_id, room_id) values (?, ?)
                        on conflict (staff_id) do update set room_id = excluded.room_id
                        """).params(staff, room).update();
    }

    private Service service(ResultSet row) throws SQLException {
        return new Service(
                row.getString("id"),
                row.getInt("position"),
                Service.Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT)),
                words(row.getString("name")),
                words(row.getString("about")),
                row.getInt("minutes"),
                row.getInt("step"),
                strings(row.getArray("barriers"))
                        .map(Barrier::of)
                        .flatMap(Optional::stream)
                        .collect(Collectors.toSet()),
                strings(row.getArray("places"))
                        .map(Place::of)
                        .flatMap(Optional::stream)
                        .toList(),
                row.getString("cost") == null ? null : words(row.getString("cost")),
                words(row.getString("bring")),
                strings(row.getArray("room_features")).collect(Collectors.toUnmodifiableSet()),
                row.getString("device_kind"),
                row.getInt("buffer_before"),
                row.getInt("buffer_after"),
                List.of((UUID[]) row.getArray("specialists").getArray()));
    }

    private String write(Words words) {
        return json.writeValueAsString(words);
    }

    private Words words(String text) {
        return json.readValue(text, Words.class);
    }

    private static Stream<String> strings(Array array) throws SQLException {
        return Arrays.stream((String[]) array.getArray());
    }
}
