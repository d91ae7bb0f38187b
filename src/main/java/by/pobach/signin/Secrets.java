package by.pobach.signin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/** Long random secrets for links and cards, of which only a hash is kept. */
public final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int BYTES = 32;

    private Secrets() {}

    /** 256 random bits, as they may stand in an address. */
    public static String token() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** So many letters drawn from these, each as likely. */
    public static String letters(String from, int count) {
        return RANDOM.ints(count, 0, from.length())
                .mapToObj(at -> from.substring(at, at + 1))
                .collect(java.util.stream.Collectors.joining());
    }

    /** What is kept of a secret that nobody can guess; SHA-256, since slowness would only hinder ourselves. */
    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
