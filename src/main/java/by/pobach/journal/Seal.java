package by.pobach.journal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Knows our signature again (Ed25519, RFC 8032) without being able to make one. */
public final class Seal {
    static final String ALGORITHM = "Ed25519";

    private final List<PublicKey> known;

    private Seal(List<PublicKey> known) {
        this.known = known;
    }

    /**
     * @param keys every public key that was ever ours, X.509 in Base64
     * @throws IllegalArgumentException when one is damaged
     */
    public static Seal of(List<String> keys) {
        List<PublicKey> known = new ArrayList<>();
        for (String key : keys) {
            known.add(key(key));
        }
        return new Seal(known);
    }

    private static PublicKey key(String text) {
        try {
            byte[] encoded = Base64.getDecoder().decode(text);
            return KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalArgumentException("not a public key", damaged);
        }
    }

    boolean isOn(Head head) {
        return known.stream().anyMatch(key -> isOn(head, key));
    }

    private static boolean isOn(Head head, PublicKey key) {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(head.text().getBytes(java.nio.charset.StandardCharsets.UTF_8));
            return check.verify(HexFormat.of().parseHex(head.signature()));
        } catch (SignatureException | IllegalArgumentException notEvenASignature) {
            return false;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
