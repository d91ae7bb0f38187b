package by.pobach.offers;

import by.pobach.web.Words;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    List<Services.Shelved> all() {
        return sql.sql("""
                        select s.*, coalesce(shown_from <= now(), true) and coalesce(retired_at > now(), true) as shown,
                               coalesce((select array_agg(p.staff_id order by p.staff_id)
                                              from offers.service_specialist p where p.service_id = s.id), '{}') as specialists
                        from offers.service s order by position, id
                        """).query((row, number) -> shelved(row)).list();
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
        write(service, """
                        insert into offers.service (id, position, kind, name, about, minutes, step, barriers, places, cost,
                            bring, room_features, device_kind, buffer_before, buffer_after)
                        values (:id, :position, :kind, :name::jsonb, :about::jsonb, :minutes, :step, :barriers, :places,
                            :cost::jsonb, :bring::jsonb, :features, :device, :before, :after)
                        """);
    }

    void change(Service service) {
        write(service, """
                        update offers.service set position = :position, kind = :kind, name = :name::jsonb, about = :about::jsonb,
                            minutes = :minutes, step = :step, barriers = :barriers, places = :places, cost = :cost::jsonb,
                            bring = :bring::jsonb, room_features = :features, device_kind = :device,
                            buffer_before = :before, buffer_after = :after
                        where id = :id
                        """);
    }

    void show(String service, @Nullable Instant from, @Nullable Instant until) {
        sql.sql("update offers.service set shown_from = :from, retired_at = :until where id = :id")
                .param("from", from == null ? null : Timestamp.from(from), Types.TIMESTAMP)
                .param("until", until == null ? null : Timestamp.from(until), Types.TIMESTAMP)
                .param("id", service)
                .update();
    }

    void dropUsualRoom(UUID staff) {
        sql.sql("delete from offers.usual_room where staff_id = ?").param(staff).update();
    }

    private void write(Service service, String statement) {
        sql.sql(statement)
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
        sql.sql("delete from offers.service_specialist where service_id = ?")
                .param(service.id())
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

    private Services.Shelved shelved(ResultSet row) throws SQLException {
        return new Services.Shelved(
                service(row), row.getBoolean("shown"), instant(row, "shown_from"), instant(row, "retired_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
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
