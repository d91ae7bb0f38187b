package by.pobach.people;

import by.pobach.people.Person.TellBy;
import by.pobach.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonTable {
    private final JdbcClient jdbc;

    PersonTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Person person) {
        jdbc.sql("""
                insert into people.person as known (id, name, email, phone, language, tell_by)
                values (:id, :name, :email, :phone, :language, :tellBy)
                on conflict (id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
                    language = excluded.language, tell_by = excluded.tell_by, by_actor = excluded.by_actor
                where known.erased_at is null""")
                .param("id", person.id())
                .param("name", person.name())
                .param("email", person.email())
                .param("phone", person.phone())
                .param("language", person.language().tag())
                .param("tellBy", person.tellBy().name())
                .update();
    }

    Optional<Person> find(UUID id) {
        return jdbc.sql("select * from people.person where id = :id and erased_at is null")
                .param("id", id)
                .query((row, _) -> person(row))
                .optional();
    }

    Map<UUID, Person> find(Collection<UUID> ids) {
        return jdbc
                .sql("select * from people.person where id = any(:ids) and erased_at is null")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> person(row))
                .list()
                .stream()
                .collect(Collectors.toMap(Person::id, Function.identity()));
    }

    void erase(UUID id) {
        jdbc.sql("""
                update people.person set name = null, email = null, phone = null, tell_by = null,
                    erased_at = now(), by_actor = current_setting('pobach.actor')
                where id = :id and erased_at is null""").param("id", id).update();
    }

    private static Person person(ResultSet row) throws SQLException {
        return new Person(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("email"),
                row.getString("phone"),
                Language.of(row.getString("language")),
                TellBy.valueOf(row.getString("tell_by")));
    }
}
