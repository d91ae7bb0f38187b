package by.pobach.web;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes ids: UUID version 7 (RFC 9562), sorted by the time of making, so that new rows lie side by side in an index. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long VERSION_7 = 0x7000L;
    private static final long VARIANT = 0x8000000000000000L;

    private Ids() {}

    public static UUID next() {
        long millis = System.currentTimeMillis();
        long randomA = RANDOM.nextInt(0x1000);
        long randomB = RANDOM.nextLong() >>> 2;
        return new UUID(millis << 16 | VERSION_7 | randomA, VARIANT | randomB);
    }
}
