package by.pobach.people;

import by.pobach.people.StaffMember.Role;
import by.pobach.web.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class StaffTable {
    private final JdbcClient jdbc;

    StaffTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StaffList.Row> all() {
        return jdbc.sql("""
                select s.*, coalesce(employed_until > now(), true) as employed
                from people.staff s order by id""")
                .query((row, _) -> new StaffList.Row(member(row), row.getBoolean("employed")))
                .list();
    }

    void add(StaffMember member) {
        write(member, """
                insert into people.staff (id, name_be, name_ru, name_en, profession_be, profession_ru, profession_en,
                    roles, languages, email)
                values (:id, :name_be, :name_ru, :name_en, :profession_be, :profession_ru, :profession_en,
                    :roles, :languages, :email)""");
    }

    void change(StaffMember member) {
        write(member, """
                update people.staff set name_be = :name_be, name_ru = :name_ru, name_en = :name_en,
                    profession_be = :profession_be, profession_ru = :profession_ru, profession_en = :profession_en,
                    roles = :roles, languages = :languages, email = :email,
                    by_actor = current_setting('pobach.actor')
                where id = :id""");
    }

    Optional<Instant> endOf(UUID id) {
        return jdbc.sql("select employed_until from people.staff where id = :id and employed_until is not null")
                .param("id", id)
                .query((row, _) -> row.getTimestamp("employed_until").toInstant())
                .optional();
    }

    private void write(StaffMember member, String statement) {
        jdbc.sql(statement)
                .param("id", member.id())
                .params(Columns.of("name", member.name()))
                .params(Columns.of("profession", member.profession()))
                .param("roles", member.roles().stream().map(Role::name).sorted().toArray(String[]::new))
                .param("languages", member.languages().toArray(String[]::new))
                .param("email", member.email())
                .update();
    }

    void leaves(UUID id, Instant from) {
        jdbc.sql(
                        "update people.staff set employed_until = :from, by_actor = current_setting('pobach.actor') where id = :id")
                .param("id", id)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .update();
    }

    private static StaffMember member(ResultSet row) throws SQLException {
        return new StaffMember(
                row.getObject("id", UUID.class),
                Columns.words(row, "name"),
                Columns.words(row, "profession"),
                roles(Columns.list(row, "roles")),
                Columns.list(row, "languages"),
                row.getString("email"));
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(name)));
        return roles;
    }
}
