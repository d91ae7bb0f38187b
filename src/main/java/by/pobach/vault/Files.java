package by.pobach.vault;

import by.pobach.vault.FileOutcome.Kept;
import by.pobach.web.Ids;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What people send: looked at, cleaned, sealed with the owner's key, and given back as an attachment only. No page takes a
 * file yet: the first one makes this class, {@link FileOutcome}, {@link KeptFile} and {@link Download} public, and lets
 * multipart forms in with their parts kept in memory, because a part on disk would lie there unsealed.
 */
@Component
class Files {
    private static final Logger log = LoggerFactory.getLogger(Files.class);
    private static final int MEGABYTES = 10;

    private final Inspection inspection;
    private final FileTable table;
    private final FileStore store;
    private final Vault vault;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Files(
            Inspection inspection,
            FileTable table,
            FileStore store,
            Vault vault,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.inspection = inspection;
        this.table = table;
        this.store = store;
        this.vault = vault;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * Takes a file of at most 10 MB: JPEG, PNG, PDF, plain text, DOCX or ODT. May last seconds, so call it before your own
     * transaction begins; the last step joins yours if there is one.
     *
     * @param name as the sender's machine calls it; never asked what the file is
     */
    public FileOutcome accept(InputStream in, String name, UUID owner) throws IOException {
        byte[] content = in.readNBytes((MEGABYTES << 20) + 1);
        if (content.length > MEGABYTES << 20) {
            return new FileOutcome.TooBig(MEGABYTES);
        }
        return switch (inspection.of(content)) {
            case Inspection.Passed(Cleaned.Fit fit, KeptFile.State state) -> keep(fit, name, owner, state);
            case Inspection.Refused(FileOutcome reason) -> reason;
        };
    }

    private FileOutcome keep(Cleaned.Fit fit, String name, UUID owner, KeptFile.State state) {
        KeptFile file = new KeptFile(
                Ids.next(),
                owner,
                fit.kind().name(name),
                fit.kind().type(),
                fit.content().length,
                state,
                clock.instant());
        transaction.executeWithoutResult(status -> {
            byte[] sealedName = vault.seal(owner, nameOf(file.id()), file.name());
            byte[] sealed = vault.seal(owner, contentOf(file.id()), fit.content());
            table.add(file, sealedName);
            write(file.id(), sealed);
        });
        return new Kept(file.id(), state);
    }

    private void write(UUID id, byte[] sealed) {
        try {
            store.write(id, sealed);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** The oldest first. */
    public List<KeptFile> of(UUID owner) {
        return table.of(owner).stream().map(this::named).toList();
    }

    /** Empty when there is none, it is somebody else's, its owner was forgotten, or it is damaged. */
    public Optional<Download> open(UUID owner, UUID id) throws IOException {
        Optional<FileTable.Row> row = table.find(owner, id);
        Optional<byte[]> sealed = row.isEmpty() ? Optional.empty() : store.read(id);
        if (row.isPresent() && sealed.isEmpty()) {
            log.error("The content of file {} is missing", id);
        }
        return sealed.flatMap(bytes -> vault.openBytes(owner, contentOf(id), bytes))
                .map(content -> new Download(named(row.orElseThrow()), content));
    }

    /** True when it was there. The content goes once the transaction is through. */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean remove(UUID owner, UUID id) {
        boolean there = table.delete(owner, id) > 0;
        if (there) {
            store.deleteAfterCommit(List.of(id));
        }
        return there;
    }

    private KeptFile named(FileTable.Row row) {
        KeptFile file = row.file();
        String name = vault.openBytes(file.owner(), nameOf(file.id()), row.sealedName())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse("");
        return new KeptFile(file.id(), file.owner(), name, file.type(), file.bytes(), file.state(), file.keptAt());
    }

    private static Field nameOf(UUID id) {
        return new Field("vault.file", "name", id);
    }

    private static Field contentOf(UUID id) {
        return new Field("vault.file", "content", id);
    }
}
