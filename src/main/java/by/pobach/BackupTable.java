package by.pobach;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A table as a backup sees it.
 *
 * @param name qualified and quoted
 * @param columns quoted; what the database computes itself is left out, and so are transaction ids, which mean nothing
 *     in another server and have a default
 */
record BackupTable(String name, List<String> columns) {
    private static final String TABLES = """
            select format('%I.%I', n.nspname, c.relname) as name,
                   (select array_agg(quote_ident(a.attname) order by a.attnum)
                      from pg_attribute a
                     where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
                       and not (a.atthasdef and a.atttypid = 'xid8'::regtype)) as columns
              from pg_class c join pg_namespace n on n.oid = c.relnamespace
             where c.relkind = 'r' and c.relpersistence in ('p', 'u')
               and n.nspname !~ '^pg_' and n.nspname not in ('information_schema', 'flyway')
               and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
             order by 1
            """;

    static List<BackupTable> all(Connection connection) throws SQLException {
        List<BackupTable> tables = new ArrayList<>();
        try (var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(TABLES)) {
            while (row.next()) {
                String[] columns = (String[]) row.getArray("columns").getArray();
                tables.add(new BackupTable(row.getString("name"), List.of(columns)));
            }
        }
        return tables;
    }

    String copyOut() {
        return "copy %s (%s) to stdout".formatted(name, String.join(", ", columns));
    }

    String copyIn() {
        return "copy %s (%s) from stdin".formatted(name, String.join(", ", columns));
    }
}
