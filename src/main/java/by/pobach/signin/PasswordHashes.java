package by.pobach.signin;

import java.text.Normalizer;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Argon2id with the memory and passes of OWASP's password storage advice (19 MiB, 2, 1). Two at a time: each needs its 19
 * MiB, and whoever fires a thousand guesses should fill a queue, not the heap.
 */
@Component
class PasswordHashes {
    /** Of a password nobody knows: an unknown account takes as long to refuse as a known one. */
    static final String NOBODY =
            "$argon2id$v=19$m=19456,t=2,p=1$MPWZccZQO/W7LnjwImnK9w$FQIefjZ+s90QTqUCf/LCgPu1MahGfjV4jLHlC0gBMko";

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIBIBYTES = 19456;
    private static final int PASSES = 2;
    private static final long PATIENCE_SECONDS = 3;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, KIBIBYTES, PASSES);
    private final Semaphore two = new Semaphore(2, true);

    String of(String password) {
        String hash = argon2.encode(normal(password));
        if (hash == null) {
            throw new IllegalStateException("a password always has a hash");
        }
        return hash;
    }

    /** Whether the password is right; empty when too many are being checked now. */
    Optional<Boolean> match(String password, @Nullable String hash) {
        if (!enter()) {
            return Optional.empty();
        }
        try {
            boolean right = argon2.matches(normal(password), hash == null ? NOBODY : hash);
            return Optional.of(right && hash != null);
        } finally {
            two.release();
        }
    }

    /** The dummy must cost what a real one costs. */
    boolean upToDate(String hash) {
        return !argon2.upgradeEncoding(hash);
    }

    private boolean enter() {
        try {
            return two.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The same letters however a keyboard composes them (й as one sign or as two). */
    private static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFC);
    }
}
