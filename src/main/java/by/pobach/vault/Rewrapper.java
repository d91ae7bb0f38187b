package by.pobach.vault;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Wraps the keys of owners anew, some hundred at a time, while others read and write. */
@Component
class Rewrapper {
    private static final Logger log = LoggerFactory.getLogger(Rewrapper.class);
    private static final int BATCH = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final KeyTable table;
    private final MasterKeys masters;
    private final TransactionTemplate transaction;

    Rewrapper(KeyTable table, MasterKeys masters, PlatformTransactionManager transactions) {
        this.table = table;
        this.masters = masters;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Reads the file first: a node that knows an old file must not wrap backwards. */
    void all() {
        MasterKeyset today = masters.reread();
        List<OwnerKey> batch = List.of();
        int done = 0;
        do {
            UUID before = batch.isEmpty() ? BEFORE_ALL : batch.getLast().owner();
            batch = table.notUnder(today.primary(), before, BATCH);
            done += rewrap(batch, today);
        } while (!batch.isEmpty());
        if (done > 0) {
            log.info("{} keys came under master key {}", done, today.primary());
        }
    }

    private int rewrap(List<OwnerKey> batch, MasterKeyset today) {
        Integer done = transaction.execute(status -> {
            table.know(today.primary());
            return table.lockMaster(today.primary())
                    ? batch.stream().mapToInt(old -> rewrap(old, today)).sum()
                    : 0;
        });
        return done == null ? 0 : done;
    }

    private int rewrap(OwnerKey old, MasterKeyset today) {
        try {
            return table.replace(old, old.rewrapped(today));
        } catch (GeneralSecurityException damaged) {
            log.error("A key under master key {} does not unwrap", old.master());
            return 0;
        }
    }
}
