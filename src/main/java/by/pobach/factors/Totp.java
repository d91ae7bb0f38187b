package by.pobach.factors;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Six digits that change every half minute: RFC 6238 with the SHA-1 and the 30 seconds that apps expect. */
final class Totp {
    static final int DIGITS = 6;
    private static final long STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    /** How far wrong a clock may be for us to notice and say so: an hour, as where summer time was forgotten, and a bit. */
    private static final long FAR = Duration.ofMinutes(65).toSeconds() / STEP_SECONDS;

    private Totp() {}

    static long step(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), STEP_SECONDS);
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & Integer.MAX_VALUE;
            return "%06d".formatted(number % MODULUS);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The step that these digits belong to, now or one before or after: clocks differ, and fingers are slow. */
    static OptionalLong near(byte[] secret, String digits, Instant now) {
        return among(secret, digits, LongStream.rangeClosed(step(now) - 1, step(now) + 1));
    }

    /** The step that they would belong to if a clock were wrong by up to an hour and a bit. */
    static OptionalLong far(byte[] secret, String digits, Instant now) {
        return among(secret, digits, LongStream.rangeClosed(step(now) - FAR, step(now) + FAR));
    }

    /** Minutes between a step and now, rounded; more than nothing. */
    static long minutesOff(long step, Instant now) {
        return Math.max(1, Math.round(Math.abs(step - step(now)) * STEP_SECONDS / 60.0));
    }

    private static OptionalLong among(byte[] secret, String digits, LongStream steps) {
        return steps.filter(step -> code(secret, step).equals(digits)).findFirst();
    }
}
