package by.pobach.families;

import by.pobach.families.AccessRules.Facts;
import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Asks the database's own functions: what decides is known although the asker may not see the rows. */
@Repository
class AccessTable {
    private final JdbcClient jdbc;

    AccessTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Facts facts(Who who, UUID child) {
        return jdbc.sql("select * from families.facts(:asker, :child)")
                .param("asker", who.actor())
                .param("child", child)
                .query((row, _) -> new Facts(
                        row.getBoolean("known"),
                        row.getBoolean("barred"),
                        row.getBoolean("relative"),
                        Kind.of(row.getString("kind")).orElse(null),
                        Opens.of(row.getString("opens")).orElse(null),
                        row.getString("assigned"),
                        row.getBoolean("decides")))
                .single();
    }

    /** The opening in danger by which this child is the asker’s work now. */
    @Nullable
    UUID danger(Who who, UUID child) {
        return jdbc.sql("""
                select about from families.assignment
                where child_id = ? and 'staff:' || staff_id = ? and why = 'danger' and about is not null
                    and since <= now() and until > now() and ended_at is null
                order by id desc limit 1""")
                .params(child, who.actor())
                .query(UUID.class)
                .optional()
                .orElse(null);
    }

    List<UUID> mine(Who who) {
        return jdbc.sql("select child from families.mine(?) child")
                .param(who.actor())
                .query((row, _) -> row.getObject("child", UUID.class))
                .list();
    }
}
