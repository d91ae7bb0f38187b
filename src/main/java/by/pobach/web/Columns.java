package by.pobach.web;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** Words and lists as columns: {@code name} is kept in name_be, name_ru and name_en; a list is a {@code text[]}. */
public final class Columns {
    private Columns() {}

    /** Reads {@code column_be}, {@code column_ru} and {@code column_en}. */
    public static Words words(ResultSet row, String column) throws SQLException {
        return new Words(row.getString(column + "_be"), row.getString(column + "_ru"), row.getString(column + "_en"));
    }

    /** The named parameters {@code name_be}, {@code name_ru} and {@code name_en} of a statement. */
    public static Map<String, String> of(String name, Words words) {
        return Map.of(name + "_be", words.be(), name + "_ru", words.ru(), name + "_en", words.en());
    }

    /** Reads an array of PostgreSQL as a list; null is an empty one. */
    @SuppressWarnings("unchecked")
    public static <T> List<T> list(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return array == null ? List.of() : List.of((T[]) array.getArray());
    }
}
