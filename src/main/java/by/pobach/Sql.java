package by.pobach;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.StringJoiner;

/** {@code bin/sql}: one look into the database, as one who sees all rows. */
final class Sql {
    private Sql() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1 || arguments[0].isBlank()) {
            System.err.println("bin/sql \"select …\"");
            System.exit(64);
        }
        Tool.run((installation, database) -> run(database, arguments[0]));
    }

    private static void run(DatabaseAddress database, String sql) throws SQLException {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        try (Connection connection = database.connectAsOwner();
                Statement statement = connection.createStatement()) {
            // A policy that hides rows even from the owner becomes an error instead of a wrong answer.
            statement.execute("set row_security = off");
            boolean rows = statement.execute(sql);
            while (rows || statement.getUpdateCount() >= 0) {
                if (rows) {
                    print(statement.getResultSet(), out);
                }
                rows = statement.getMoreResults();
            }
        }
        out.flush();
    }

    private static void print(ResultSet rows, PrintStream out) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        while (rows.next()) {
            StringJoiner line = new StringJoiner("\t");
            for (int column = 1; column <= columns; column++) {
                String value = rows.getString(column);
                line.add(value == null ? "" : value.replaceAll("[\\t\\n\\r]", " "));
            }
            out.print(line);
            out.print('\n');
        }
    }
}
