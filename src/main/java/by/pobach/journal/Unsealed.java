package by.pobach.journal;

import by.pobach.journal.Verification.Wrong;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Entries that lie in no block: slipped in behind the sealer, or waiting for longer than a sealer at work lets them. */
final class Unsealed {
    private static final String FIRST = """
            select e.id, to_char(e.at, 'YYYY-MM-DD HH24:MI:SS') as at,
                   coalesce((e.written, e.id) <= (b.upto, b.upto_id) and b.server = c.system_identifier, false) as behind
            from pg_control_system() c cross join journal.entry e
                left join (select upto, upto_id, server from journal.block order by number desc limit 1) b on true
            where not exists (select from journal.sealed s where s.entry_id = e.id)
              and ((e.written, e.id) <= (b.upto, b.upto_id) and b.server = c.system_identifier
                   or e.at < now() - interval '60 seconds')
            order by behind desc, e.at limit 1""";

    private Unsealed() {}

    static void check(Connection connection) throws SQLException, Wrong {
        try (Statement statement = connection.createStatement()) {
            // Here all rows are met at once, and one join by hash is quickest.
            statement.execute("set enable_hashjoin = on; set enable_sort = on");
            try (ResultSet row = statement.executeQuery(FIRST)) {
                if (row.next()) {
                    throw new Wrong(words(row));
                }
            }
        }
    }

    private static String words(ResultSet row) throws SQLException {
        String entry = "Row " + row.getString("id") + " of " + row.getString("at") + " UTC";
        return row.getBoolean("behind")
                ? entry + " was added later: it belongs before the newest block and lies in none."
                : entry + " has not been sealed for more than 60 s. Does Pobach run? Its log says why it does not seal;"
                        + " a transaction that stays open holds it up as well.";
    }
}
