package by.pobach.account;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VisitChildTable {
    private final JdbcClient jdbc;

    VisitChildTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(UUID visit, UUID child) {
        jdbc.sql("""
                insert into account.visit_child (visit_id, child_id) values (?, ?)
                on conflict (visit_id) do update
                set child_id = excluded.child_id, at = now(), by_actor = excluded.by_actor""").params(visit, child).update();
    }

    Optional<UUID> childOf(UUID visit) {
        return jdbc.sql("select child_id from account.visit_child where visit_id = ?")
                .param(visit)
                .query(UUID.class)
                .optional();
    }

    Map<UUID, UUID> childrenOf(Collection<UUID> visits) {
        return jdbc
                .sql("select visit_id, child_id from account.visit_child where visit_id = any(?)")
                .param(visits.toArray(UUID[]::new))
                .query((row, _) ->
                        Map.entry(row.getObject("visit_id", UUID.class), row.getObject("child_id", UUID.class)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
