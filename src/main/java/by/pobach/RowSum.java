package by.pobach;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Count and checksum of rows of COPY text; two tables with the same rows in any order have the same sum. */
final class RowSum {
    private final MessageDigest digest;
    private final long[] sum = new long[4];
    private long rows;

    RowSum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** One row: COPY text escapes line ends within values, so a row is a line. */
    void add(byte[] row) {
        byte[] hash = digest.digest(row);
        for (int word = 0; word < sum.length; word++) {
            sum[word] += java.nio.ByteBuffer.wrap(hash).getLong(word * Long.BYTES);
        }
        rows++;
    }

    long rows() {
        return rows;
    }

    @Override
    public String toString() {
        return "%016x%016x%016x%016x".formatted(sum[0], sum[1], sum[2], sum[3]);
    }
}
