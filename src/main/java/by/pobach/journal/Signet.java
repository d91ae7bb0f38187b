package by.pobach.journal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/** Signs heads with the key of the house, which lies outside the database: who rewrites every row cannot sign them. */
public final class Signet {
    private final PrivateKey own;
    private final Seal seal;

    private Signet(PrivateKey own, Seal seal) {
        this.own = own;
        this.seal = seal;
    }

    /** A new pair as two lines of Base64: the private key (PKCS #8), then the public one (X.509). */
    public static List<String> newPair() {
        try {
            KeyPair pair = KeyPairGenerator.getInstance(Seal.ALGORITHM).generateKeyPair();
            Base64.Encoder text = Base64.getEncoder();
            return List.of(
                    text.encodeToString(pair.getPrivate().getEncoded()),
                    text.encodeToString(pair.getPublic().getEncoded()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /**
     * @param known public keys that were ours, today's among them
     * @throws IllegalArgumentException when a key is damaged
     */
    public static Signet of(String privateKey, List<String> known) {
        try {
            byte[] encoded = Base64.getDecoder().decode(privateKey);
            PrivateKey own = KeyFactory.getInstance(Seal.ALGORITHM).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new Signet(own, Seal.of(known));
        } catch (GeneralSecurityException damaged) {
            throw new IllegalArgumentException("not a private key", damaged);
        }
    }

    Seal seal() {
        return seal;
    }

    Head sign(long number, String hash) {
        try {
            Head bare = new Head(number, hash, "");
            Signature signature = Signature.getInstance(Seal.ALGORITHM);
            signature.initSign(own);
            signature.update(bare.text().getBytes(StandardCharsets.UTF_8));
            return new Head(number, hash, HexFormat.of().formatHex(signature.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
