package by.pobach.people;

import by.pobach.people.Person.TellBy;
import by.pobach.web.Language;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
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

    /** The person and the words by which the name is found, in one statement; nothing when erased. */
    void keep(Person person) {
        jdbc.sql("""
                with kept as (
                    insert into people.person as known (id, name, email, phone, language, tell_by)
                    values (:id, :name, :email, :phone, :language, :tellBy)
                    on conflict (id) do update set name = excluded.name, email = excluded.email, phone = excluded.phone,
                        language = excluded.language, tell_by = excluded.tell_by, by_actor = excluded.by_actor
                    where known.erased_at is null
                    returning id),
                gone as (
                    delete from people.name_word
                    where person_id in (select id from kept) and word <> all (cast(:words as text[])))
                insert into people.name_word (person_id, word)
                select id, word from kept, unnest(cast(:words as text[])) word
                on conflict do nothing""")
                .param("id", person.id())
                .param("name", person.name())
                .param("email", person.email())
                .param("phone", person.phone())
                .param("language", person.language().tag())
                .param("tellBy", person.tellBy().name())
                .param("words", NameSound.words(person.name()).toArray(String[]::new))
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
                with gone as (delete from people.name_word where person_id = :id)
                update people.person set name = null, email = null, phone = null, tell_by = null,
                    erased_at = now(), by_actor = current_setting('pobach.actor')
                where id = :id and erased_at is null""").param("id", id).update();
    }

    void silence(UUID id, String why) {
        jdbc.sql("""
                insert into people.silence (person_id, why) values (?, ?)
                on conflict (person_id) do update set why = excluded.why, at = now(), by_actor = excluded.by_actor""").params(id, why).update();
    }

    void endSilence(UUID id) {
        jdbc.sql("delete from people.silence where person_id = ?").param(id).update();
    }

    Optional<String> silenceOf(UUID id) {
        return jdbc.sql("select why from people.silence where person_id = ?")
                .param(id)
                .query(String.class)
                .optional();
    }

    /** Each of the words begins one of the name's; the newest persons first. Words are a–z and 0–9, so { comes after them. */
    List<UUID> withNameWords(List<String> words, int most) {
        return jdbc.sql("""
                select person_id
                from unnest(cast(:words as text[])) as asked (beginning)
                join people.name_word known
                    on known.word >= asked.beginning collate "C" and known.word < (asked.beginning || '{') collate "C"
                group by person_id
                having count(distinct asked.beginning) = :count
                order by person_id desc
                limit :most""")
                .param("words", words.toArray(String[]::new))
                .param("count", words.size())
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** The newest persons first. */
    List<UUID> withPhoneEnd(String fourDigits, int most) {
        return jdbc.sql("select id from people.person where right(phone, 4) = :end order by id desc limit :most")
                .param("end", fourDigits)
                .param("most", most)
                .query((row, _) -> row.getObject(1, UUID.class))
                .list();
    }

    /** Names that cannot be found yet: kept before there was a search. */
    Map<UUID, String> unheard(int most) {
        return jdbc
                .sql("""
                select id, name from people.person p
                where name ~ '[[:alnum:]]' and not exists (select from people.name_word w where w.person_id = p.id)
                order by id limit :most""")
                .param("most", most)
                .query((row, _) -> Map.entry(row.getObject("id", UUID.class), row.getString("name")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void hear(UUID id, List<String> words) {
        jdbc.sql("""
                insert into people.name_word (person_id, word)
                select id, word from people.person, unnest(cast(:words as text[])) word
                where id = :id and erased_at is null
                on conflict do nothing""")
                .param("id", id)
                .param("words", words.toArray(String[]::new))
                .update();
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
