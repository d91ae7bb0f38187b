package by.pobach.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.UUID;

/**
 * An owner's key as it is kept. The owner is wrapped in with it: put into another's row it does not open.
 *
 * @param master the number of the master key that wraps it
 */
record OwnerKey(UUID owner, byte[] wrapped, long master) {

    static OwnerKey fresh(UUID owner, MasterKeyset masters) throws GeneralSecurityException {
        return wrapped(
                owner, KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, MasterKeyset.Tink.AEAD), masters);
    }

    private static OwnerKey wrapped(UUID owner, KeysetHandle key, MasterKeyset masters)
            throws GeneralSecurityException {
        byte[] wrapped = TinkProtoKeysetFormat.serializeEncryptedKeyset(
                key, masters.aead(), bytes(owner), MasterKeyset.Tink.AEAD);
        return new OwnerKey(owner, wrapped, masters.primary());
    }

    /** The same key under the master key of today. */
    OwnerKey rewrapped(MasterKeyset masters) throws GeneralSecurityException {
        return wrapped(owner, unwrapped(masters), masters);
    }

    Aead aead(MasterKeyset masters) throws GeneralSecurityException {
        return unwrapped(masters).getPrimitive(MasterKeyset.Tink.AEAD, Aead.class);
    }

    private KeysetHandle unwrapped(MasterKeyset masters) throws GeneralSecurityException {
        return TinkProtoKeysetFormat.parseEncryptedKeyset(
                wrapped, masters.aead(), bytes(owner), MasterKeyset.Tink.AEAD);
    }

    private static byte[] bytes(UUID owner) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(owner.getMostSignificantBits())
                .putLong(owner.getLeastSignificantBits())
                .array();
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "a key under master key " + master;
    }
}
