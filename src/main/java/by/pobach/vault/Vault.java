package by.pobach.vault;

import com.google.crypto.tink.Aead;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Seals what a family told, so that a copy of the database says nothing. */
@Component
public class Vault {
    private static final Logger log = LoggerFactory.getLogger(Vault.class);

    private final OwnerKeys keys;
    private final MasterKeys masters;
    private final KeyTable table;
    private final FileTable files;
    private final FileStore store;

    Vault(OwnerKeys keys, MasterKeys masters, KeyTable table, FileTable files, FileStore store) {
        this.keys = keys;
        this.masters = masters;
        this.table = table;
        this.files = files;
        this.store = store;
    }

    /**
     * Seals a text for one place, with the owner's key, which is made at the first text.
     *
     * @return 33 bytes more than the text in UTF-8; the length of the text is not hidden
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public byte[] seal(UUID owner, Field field, String plain) {
        return seal(owner, field, plain.getBytes(StandardCharsets.UTF_8));
    }

    byte[] seal(UUID owner, Field field, byte[] plain) {
        try {
            return keys.findOrMake(owner).encrypt(plain, field.toBytes());
        } catch (GeneralSecurityException wrong) {
            throw new IllegalStateException("Cannot seal " + field, wrong);
        }
    }

    /** Empty when the owner's key was destroyed, or the value is damaged or was sealed for another place. */
    public Optional<String> open(UUID owner, Field field, byte[] sealed) {
        return openBytes(owner, field, sealed).map(plain -> new String(plain, StandardCharsets.UTF_8));
    }

    Optional<byte[]> openBytes(UUID owner, Field field, byte[] sealed) {
        try {
            Optional<Aead> key = keys.find(owner);
            return key.isEmpty() ? Optional.empty() : Optional.of(key.get().decrypt(sealed, field.toBytes()));
        } catch (GeneralSecurityException damaged) {
            log.error("A value of {} does not open: damaged, moved from another place, or under a foreign key", field);
            return Optional.empty();
        }
    }

    /** Destroys the owner's key and files: whatever was sealed is lost for good, here and in each later backup. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(UUID owner) {
        table.delete(owner);
        store.deleteAfterCommit(files.deleteAll(owner));
    }

    /**
     * A keyed hash of 32 bytes, to find a text exactly as it was written: bring it into one form first. Equal texts are
     * seen to be equal by whoever reads the database.
     *
     * @param purpose such as {@code people.account.contact}; hashes of different purposes cannot be compared
     */
    public byte[] index(String purpose, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(masters.current().index(), "HmacSHA256"));
            return mac.doFinal((purpose + '\0' + text).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
