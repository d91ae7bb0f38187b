package by.pobach.faults;

import by.pobach.faults.Way.Span;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A small Centre that never rests: four specialists with rooms of their own, two rooms and two canes that they share. It
 * knows by itself, without the diary's code, in which ways a visit could be made.
 */
final class FaultCentre {
    static final String TALK = "talk";
    static final String CANE_LESSON = "cane-lesson";
    static final List<UUID> SPECIALISTS = List.of(id("alesya"), id("maryna"), id("siarhei"), id("vital"));

    private static final List<UUID> OWN_ROOMS = List.of(id("room-1"), id("room-2"), id("room-3"), id("room-4"));
    private static final List<UUID> SHARED_ROOMS = List.of(id("hall-1"), id("hall-2"));
    private static final List<UUID> CANES = List.of(id("cane-1"), id("cane-2"));
    private static final int ROOM_BUFFER = 5;
    private static final int CANE_BUFFER = 10;

    private FaultCentre() {}

    static List<Way> ways(Call.Ask ask) {
        List<Way> ways = new ArrayList<>();
        for (int i = 0; i < SPECIALISTS.size(); i++) {
            UUID specialist = SPECIALISTS.get(i);
            if (ask.specialist() == null || ask.specialist().equals(specialist)) {
                ways.add(ask.service().equals(TALK) ? talk(i, ask.start()) : caneLesson(i, ask.start()));
            }
        }
        return ways;
    }

    private static Way talk(int specialist, Instant start) {
        return new Way(List.of(List.of(List.of(
                span(SPECIALISTS.get(specialist), start, 30, 0, 5),
                span(OWN_ROOMS.get(specialist), start, 30, 0, ROOM_BUFFER)))));
    }

    private static Way caneLesson(int specialist, Instant start) {
        return new Way(List.of(
                List.of(List.of(span(SPECIALISTS.get(specialist), start, 45, 5, 5))),
                SHARED_ROOMS.stream()
                        .map(room -> List.of(span(room, start, 45, 0, ROOM_BUFFER)))
                        .toList(),
                CANES.stream()
                        .map(cane -> List.of(span(cane, start, 45, 0, CANE_BUFFER)))
                        .toList()));
    }

    private static Span span(UUID resource, Instant start, int minutes, int before, int after) {
        return new Span(resource, start.minusSeconds(before * 60L), start.plusSeconds((minutes + after) * 60L));
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(("fault/" + name).getBytes(StandardCharsets.UTF_8));
    }

    static void furnish(Connection owner) throws SQLException {
        try (Statement statement = owner.createStatement()) {
            owner.setAutoCommit(false);
            statement.execute("select set_config('pobach.actor', 'seed:fault', true)");
            statement.execute("""
                    insert into places.centre (name_be, name_ru, name_en, address_be, address_ru, address_en, street_be,
                        street_ru, street_en, zone, phones, email, languages, cost_be, cost_ru, cost_en, getting_here_be,
                        getting_here_ru, getting_here_en)
                    values ('Ц','Ц','C','','','','','','','Europe/Minsk','{+375 17 000-00-00}','c@pobach.example','{be}',
                        '','','','','','');
                    insert into places.opening (day, opens, closes) select d, '08:00', '20:00' from generate_series(1, 7) d;
                    insert into places.calendar_day (date, works_as, name_be, name_ru, name_en)
                        select d, extract(isodow from d), '', '', ''
                        from generate_series(current_date, current_date + 30, interval '1 day') d;
                    insert into equipment.model (id, kind, name_be, name_ru, name_en, buffer_minutes)
                        values (gen_random_uuid(), 'cane', 'Кій', 'Трость', 'Cane', 10);
                    """);
            service(statement, TALK, 30, "{}", null, 0, 5);
            service(statement, CANE_LESSON, 45, "{cane}", "cane", 5, 5);
            for (int i = 0; i < SPECIALISTS.size(); i++) {
                room(statement, OWN_ROOMS.get(i), "consult");
                specialist(statement, SPECIALISTS.get(i), OWN_ROOMS.get(i));
            }
            for (int i = 0; i < SHARED_ROOMS.size(); i++) {
                room(statement, SHARED_ROOMS.get(i), "cane");
                statement.execute(
                        "insert into equipment.item (id, model, number) select '%s', id, %d from equipment.model"
                                .formatted(CANES.get(i), i + 1));
                resource(statement, CANES.get(i), "device");
            }
            statement.execute("select pg_notify('diary', '*')");
            owner.commit();
        }
    }

    private static void service(
            Statement statement,
            String id,
            int minutes,
            String features,
            @Nullable String device,
            int before,
            int after)
            throws SQLException {
        String words = "{\"be\":\"%s\",\"ru\":\"%s\",\"en\":\"%s\"}".formatted(id, id, id);
        statement.execute("""
                insert into offers.service (id, position, kind, name, about, minutes, step, barriers, places, bring,
                    room_features, device_kind, buffer_before, buffer_after)
                values ('%s', 1, 'lesson', '%s', '%s', %d, 30, '{see}', '{here}', '%s', '%s', %s, %d, %d)""".formatted(
                        id,
                        words,
                        words,
                        minutes,
                        words,
                        features,
                        device == null ? "null" : "'" + device + "'",
                        before,
                        after));
    }

    private static void room(Statement statement, UUID id, String feature) throws SQLException {
        statement.execute(
                "insert into places.room (id, name_be, name_ru, name_en, floor, buffer_minutes) values ('%s','п','к','r',1,%d)"
                        .formatted(id, ROOM_BUFFER));
        statement.execute("insert into places.room_feature values ('%s', '%s')".formatted(id, feature));
        resource(statement, id, "room");
    }

    private static void specialist(Statement statement, UUID id, UUID room) throws SQLException {
        statement.execute("""
                insert into people.staff (id, name_be, name_ru, name_en, profession_be, profession_ru, profession_en, roles,
                    languages, email)
                values ('%s', 'Н', 'Н', 'N', '', '', '', '{SPECIALIST}', '{be}', '%s@pobach.example')""".formatted(id, id));
        resource(statement, id, "specialist");
        statement.execute("insert into offers.usual_room values ('%s', '%s')".formatted(id, room));
        statement.execute("insert into offers.service_specialist select id, '%s' from offers.service".formatted(id));
    }

    private static void resource(Statement statement, UUID id, String kind) throws SQLException {
        statement.execute(
                "insert into diary.resource (id, kind) values ('%s', '%s') on conflict do nothing".formatted(id, kind));
    }
}
