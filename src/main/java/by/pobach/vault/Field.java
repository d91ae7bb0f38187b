package by.pobach.vault;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * The place of a sealed value. It is sealed in with the text: a value that is moved to another table, column or row does
 * not open there.
 *
 * @param table with its schema, such as {@code families.story}; renaming one later loses what was sealed under it
 */
public record Field(String table, String column, UUID row) {

    byte[] toBytes() {
        byte[] names = (table + '\0' + column + '\0').getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(names.length + 2 * Long.BYTES)
                .put(names)
                .putLong(row.getMostSignificantBits())
                .putLong(row.getLeastSignificantBits())
                .array();
    }

    /** Without the row: logs say where, not whose. */
    @Override
    public String toString() {
        return table + "." + column;
    }
}
