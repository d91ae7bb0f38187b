package by.pobach.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the master key file holds: AES-256-GCM keys, the first among which wraps and all of which unwrap, and a key for
 * searching that stays the same when they change. Never in the database, never in a backup, never in a log.
 */
public final class MasterKeyset {
    private static final int INDEX_BYTES = 32;
    static final Configuration AEAD = AeadConfig2026.get();
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final KeysetHandle keys;
    private final byte[] index;

    private record Kept(int format, byte[] index, String keys) {}

    private MasterKeyset(KeysetHandle keys, byte[] index) {
        this.keys = keys;
        this.index = index;
    }

    /** One new key, for the first start. */
    public static MasterKeyset fresh() {
        byte[] index = new byte[INDEX_BYTES];
        new SecureRandom().nextBytes(index);
        return new MasterKeyset(sure(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, AEAD)), index);
    }

    /** @throws IllegalArgumentException when the file is damaged; it never says what stands in it */
    public static MasterKeyset of(byte[] file) {
        try {
            Kept kept = JSON.readValue(file, Kept.class);
            if (kept.format() == 1 && kept.index().length == INDEX_BYTES) {
                return new MasterKeyset(
                        TinkJsonProtoKeysetFormat.parseKeyset(kept.keys(), AEAD, InsecureSecretKeyAccess.get()),
                        kept.index());
            }
        } catch (JacksonException | GeneralSecurityException | NullPointerException damaged) {
            // The cause would carry a piece of the key into a log.
        }
        throw new IllegalArgumentException("no master key file");
    }

    public byte[] toBytes() {
        String text = sure(() -> TinkJsonProtoKeysetFormat.serializeKeyset(keys, AEAD, InsecureSecretKeyAccess.get()));
        return (JSON.writeValueAsString(new Kept(1, index, text)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A new key wraps from now on; the old ones still unwrap. */
    public MasterKeyset rotated() {
        KeysetHandle.Builder.Entry fresh = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
        return new MasterKeyset(
                sure(() -> KeysetHandle.newBuilder(keys)
                        .setConfiguration(AEAD)
                        .addEntry(fresh)
                        .build()),
                index);
    }

    /** @throws IllegalArgumentException when it is the key that wraps */
    public MasterKeyset without(long id) {
        if (id == primary()) {
            throw new IllegalArgumentException("the key in use");
        }
        KeysetHandle.Builder fewer = KeysetHandle.newBuilder(keys).setConfiguration(AEAD);
        for (int at = keys.size() - 1; at >= 0; at--) {
            if (number(keys.getAt(at)) == id) {
                fewer.deleteAt(at);
            }
        }
        return new MasterKeyset(sure(fewer::build), index);
    }

    /** The number of the key that wraps. */
    public long primary() {
        return number(keys.getPrimary());
    }

    /** The numbers of all keys, which are no secret. */
    public Set<Long> ids() {
        Set<Long> ids = new TreeSet<>();
        for (int at = 0; at < keys.size(); at++) {
            ids.add(number(keys.getAt(at)));
        }
        return ids;
    }

    Aead aead() {
        return sure(() -> keys.getPrimitive(AEAD, Aead.class));
    }

    byte[] index() {
        return index.clone();
    }

    private static long number(KeysetHandle.Entry entry) {
        return Integer.toUnsignedLong(entry.getId());
    }

    private interface Sure<T> {
        T get() throws GeneralSecurityException;
    }

    private static <T> T sure(Sure<T> work) {
        try {
            return work.get();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Numbers only. */
    @Override
    public String toString() {
        return "master keys " + ids();
    }
}
