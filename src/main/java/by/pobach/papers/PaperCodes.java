package by.pobach.papers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.springframework.stereotype.Component;

/** The short code on a certificate. Made from the house's key and the visit, so it is kept nowhere and a reprint bears the same. */
@Component
class PaperCodes {
    private static final String ALGORITHM = "HmacSHA256";
    /** Consonants that cannot be taken for a digit or for each other; no vowels, so no words come out. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int LENGTH = 8;

    private final SecretKey key;

    PaperCodes(SecretKey tokenKey) {
        this.key = tokenKey;
    }

    String of(UUID visit) {
        byte[] bytes = hash("paper/" + visit);
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(LETTERS.charAt(Math.floorMod(bytes[i], LETTERS.length())));
        }
        return code.toString();
    }

    /** In constant time: how far a guess is right must not be measurable. */
    boolean fits(UUID visit, String typed) {
        return MessageDigest.isEqual(
                of(visit).getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.UTF_8));
    }

    /** What limits go by instead of the address itself. */
    byte[] hash(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
