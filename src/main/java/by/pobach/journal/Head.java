package by.pobach.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * What is enough to know a block and all before it again.
 *
 * @param hash of the block, 64 hexadecimal digits
 * @param signature of {@link #text()}, in hexadecimal digits
 */
record Head(long number, String hash, String signature) {
    /** What the first block follows. */
    static final Head NONE = new Head(0, "0".repeat(64), "");

    static final String COLUMNS = "number, encode(hash, 'hex') as hash, encode(signature, 'hex') as signature";

    static Head of(ResultSet row) throws SQLException {
        return new Head(row.getLong("number"), row.getString("hash"), row.getString("signature"));
    }

    /** What is signed. */
    String text() {
        return "pobach journal " + number + " " + hash;
    }

    /** Reads {@link #line()}; a line that was cut short says nothing. */
    static Optional<Head> parse(String line) {
        String[] words = line.split(" ", -1);
        boolean whole = words.length == 3 && words[0].matches("[0-9]{1,18}") && words[1].matches("[0-9a-f]{64}");
        return whole ? Optional.of(new Head(Long.parseLong(words[0]), words[1], words[2])) : Optional.empty();
    }

    String line() {
        return number + " " + hash + " " + signature;
    }
}
