package by.pobach.families;

import by.pobach.vault.Field;
import by.pobach.vault.Vault;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a child is called lies sealed; the database also asks who reads ({@code families.sees}). */
@Repository
class ChildTable {
    private final JdbcClient jdbc;
    private final Vault vault;

    ChildTable(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    void add(UUID id, String calledBy, @Nullable YearMonth born) {
        jdbc.sql("insert into families.child (id, called_by, born) values (:id, :calledBy, :born)")
                .param("id", id)
                .param("calledBy", vault.seal(id, calledBy(id), calledBy))
                .param("born", day(born))
                .update();
    }

    void change(Child child) {
        jdbc.sql("update families.child set called_by = :calledBy, born = :born where id = :id and erased_at is null")
                .param("id", child.id())
                .param("calledBy", vault.seal(child.id(), calledBy(child.id()), child.calledBy()))
                .param("born", day(child.born()))
                .update();
    }

    void erase(UUID id) {
        jdbc.sql(
                        "update families.child set called_by = null, born = null, erased_at = now() where id = ? and erased_at is null")
                .param(id)
                .update();
        vault.forget(id);
    }

    List<Child> all(Collection<UUID> ids) {
        return jdbc
                .sql(
                        "select id, called_by, born from families.child where id = any(:ids) and erased_at is null order by id")
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, _) -> child(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Child> child(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        LocalDate born = row.getObject("born", LocalDate.class);
        return vault.open(id, calledBy(id), row.getBytes("called_by"))
                .map(calledBy -> new Child(id, calledBy, born == null ? null : YearMonth.from(born)));
    }

    private static Field calledBy(UUID id) {
        return new Field("families.child", "called_by", id);
    }

    private static @Nullable Date day(@Nullable YearMonth month) {
        return month == null ? null : Date.valueOf(month.atDay(1));
    }
}
