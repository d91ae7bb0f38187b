package by.pobach.visits;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The secrets of a visit. A link's token is base64url(HMAC-SHA256(key, id, generation)): it can be made again for a letter
 * or a repeated form, while the database holds only its hash. The key file is shared by the nodes.
 */
@Component
public class VisitKeys {
    private static final String ALGORITHM = "HmacSHA256";
    /** Consonants that cannot be taken for a digit or for each other; no vowels, so no words come out. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    private static final int CODE_LENGTH = 8;
    private static final int LONGEST_TOKEN = 100;

    private final SecretKey key;

    VisitKeys(SecretKey tokenKey) {
        this.key = tokenKey;
    }

    String token(UUID visit, int generation) {
        byte[] message = ByteBuffer.allocate(20)
                .putLong(visit.getMostSignificantBits())
                .putLong(visit.getLeastSignificantBits())
                .putInt(generation)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hmac(message));
    }

    String token(Visit visit) {
        return token(visit.id(), visit.generation());
    }

    /** Eight letters to say on the phone; worth nothing without the contact. */
    String code(UUID visit) {
        byte[] bytes = hmac(("code/" + visit).getBytes(StandardCharsets.UTF_8));
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(LETTERS.charAt(Math.floorMod(bytes[i], LETTERS.length())));
        }
        return code.toString();
    }

    /** Both contacts of a booking, the first being what limits go by; neither can be read back. */
    record Contacts(byte[] first, byte @Nullable [] second) {}

    Contacts contacts(Booking booking) {
        String phone = booking.email() == null ? null : booking.phone();
        return new Contacts(contact(booking.contact()), phone == null ? null : contact(phone));
    }

    /** What limits and codes go by instead of the contact itself. */
    public byte[] contact(String contact) {
        return hmac(("contact/" + contact).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] hash(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean looksLikeToken(String text) {
        return text.length() <= LONGEST_TOKEN && text.chars().allMatch(c -> c > ' ' && c < 127);
    }

    private byte[] hmac(byte[] message) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
