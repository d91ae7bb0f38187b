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
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the master key file holds: AES-256-GCM keys, the first among which wraps and all of which unwrap, and a key for
 * searching that stays the same when they change. Never in the database, never in a backup, never in a log.
 */
public final class MasterKeyset {
    private static final int INDEX_BYTES = 32;
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();

    private final String json;
    private final byte[] index;
    private final Numbers numbers;
    private volatile @Nullable KeysetHandle parsed;

    /** Loaded with the first key that is used, not with the first that is counted. */
    static final class Tink {
        static final Configuration AEAD = AeadConfig2026.get();

        private Tink() {}
    }

    private record Kept(int format, byte[] index, String keys) {}

    /** As Tink writes them. */
    private record Numbers(long primaryKeyId, List<Number> key) {
        private record Number(long keyId) {}
    }

    private MasterKeyset(String json, byte[] index) {
        this.json = json;
        this.index = index;
        this.numbers = JSON.readValue(json, Numbers.class);
    }

    private static MasterKeyset of(KeysetHandle keys, byte[] index) {
        String json =
                sure(() -> TinkJsonProtoKeysetFormat.serializeKeyset(keys, Tink.AEAD, InsecureSecretKeyAccess.get()));
        return new MasterKeyset(json, index);
    }

    /** One new key, for the first start. */
    public static MasterKeyset fresh() {
        byte[] index = new byte[INDEX_BYTES];
        new SecureRandom().nextBytes(index);
        return of(sure(() -> KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, Tink.AEAD)), index);
    }

    /**
     * Reads the numbers; the keys themselves only at their first use, because the start of the house is no time to load a
     * library for them.
     *
     * @throws IllegalArgumentException when the file is damaged; it never says what stands in it
     */
    public static MasterKeyset of(byte[] file) {
        try {
            Kept kept = JSON.readValue(file, Kept.class);
            if (kept.format() == 1 && kept.index().length == INDEX_BYTES) {
                MasterKeyset keys = new MasterKeyset(kept.keys(), kept.index());
                if (keys.ids().contains(keys.primary())) {
                    return keys;
                }
            }
        } catch (JacksonException | IllegalArgumentException damaged) {
            // The cause would carry a piece of the key into a log.
        }
        throw new IllegalArgumentException("no master key file");
    }

    public byte[] toBytes() {
        return (JSON.writeValueAsString(new Kept(1, index, json)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A new key wraps from now on; the old ones still unwrap. */
    public MasterKeyset rotated() {
        KeysetHandle.Builder.Entry fresh = KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                .withRandomId()
                .makePrimary();
        return of(
                sure(() -> KeysetHandle.newBuilder(keys())
                        .setConfiguration(Tink.AEAD)
                        .addEntry(fresh)
                        .build()),
                index);
    }

    /** @throws IllegalArgumentException when it is the key that wraps */
    public MasterKeyset without(long id) {
        if (id == primary()) {
            throw new IllegalArgumentException("the key in use");
        }
        KeysetHandle.Builder fewer = KeysetHandle.newBuilder(keys()).setConfiguration(Tink.AEAD);
        for (int at = keys().size() - 1; at >= 0; at--) {
            if (number(keys().getAt(at)) == id) {
                fewer.deleteAt(at);
            }
        }
        return of(sure(fewer::build), index);
    }

    /** The number of the key that wraps. */
    public long primary() {
        return numbers.primaryKeyId;
    }

    /** The numbers of all keys, which are no secret. */
    public Set<Long> ids() {
        Set<Long> ids = new TreeSet<>();
        numbers.key.forEach(key -> ids.add(key.keyId));
        return ids;
    }

    Aead aead() {
        return sure(() -> keys().getPrimitive(Tink.AEAD, Aead.class));
    }

    byte[] index() {
        return index.clone();
    }

    private KeysetHandle keys() {
        KeysetHandle known = parsed;
        if (known == null) {
            known = sure(() -> TinkJsonProtoKeysetFormat.parseKeyset(json, Tink.AEAD, InsecureSecretKeyAccess.get()));
            parsed = known;
        }
        return known;
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
