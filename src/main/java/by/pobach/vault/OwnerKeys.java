package by.pobach.vault;

import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The keys of the owners, unwrapped for one use each: a key that was destroyed opens nothing on any node from then on. */
@Component
class OwnerKeys {
    private final KeyTable table;
    private final MasterKeys masters;
    private final Clock clock;

    OwnerKeys(KeyTable table, MasterKeys masters, Clock clock) {
        this.table = table;
        this.masters = masters;
        this.clock = clock;
    }

    /** Empty when it was destroyed or never made. */
    Optional<Aead> find(UUID owner) throws GeneralSecurityException {
        Optional<OwnerKey> key = table.find(owner);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        MasterKeyset known = masters.with(key.get().master());
        if (known.ids().contains(key.get().master())) {
            return Optional.of(key.get().aead(known));
        }
        // Between reading the row and reading the file it was wrapped anew and the old master key dropped.
        Optional<OwnerKey> again = table.find(owner);
        return again.isEmpty() ? Optional.empty() : Optional.of(again.get().aead(masters.current()));
    }

    /** Makes one if there is none yet; the caller's transaction keeps it. */
    Aead findOrMake(UUID owner) throws GeneralSecurityException {
        Optional<Aead> known = find(owner);
        if (known.isPresent()) {
            return known.get();
        }
        table.add(OwnerKey.fresh(owner, wrapping()), clock.instant());
        return find(owner).orElseThrow(() -> new GeneralSecurityException("a key destroyed while it was made"));
    }

    /** Whatever wraps now, and cannot be dropped before this transaction ends. */
    private MasterKeyset wrapping() throws GeneralSecurityException {
        MasterKeyset known = masters.current();
        if (table.lockMaster(known.primary())) {
            return known;
        }
        MasterKeyset read = masters.reread();
        table.know(read.primary());
        if (!table.lockMaster(read.primary())) {
            throw new GeneralSecurityException("the master key of the file was dropped");
        }
        return read;
    }
}
