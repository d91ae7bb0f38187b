package by.pobach.vault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Sealed contents, one file each, in a folder that nodes share and backups take along. */
@Component
class FileStore {
    private static final Logger log = LoggerFactory.getLogger(FileStore.class);

    private static final String HALF = ".new";

    private final Path folder;

    FileStore(@Value("${pobach.data}") Path data) {
        this.folder = data.resolve("files");
    }

    /** Written whole or not at all; a name that ends in {@code .new} is left out of backups. */
    void write(UUID id, byte[] sealed) throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        Path fresh = Files.createTempFile(folder, "half", HALF);
        try {
            Files.write(fresh, sealed);
            Files.move(fresh, at(id), StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    Optional<byte[]> read(UUID id) throws IOException {
        try {
            return Optional.of(Files.readAllBytes(at(id)));
        } catch (NoSuchFileException gone) {
            return Optional.empty();
        }
    }

    void delete(UUID id) throws IOException {
        Files.deleteIfExists(at(id));
    }

    /** Erasing that is taken back erases nothing. */
    void deleteAfterCommit(List<UUID> ids) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ids.forEach(FileStore.this::deleteOrLeave);
            }
        });
    }

    private void deleteOrLeave(UUID id) {
        try {
            delete(id);
        } catch (IOException sweptLater) {
            log.warn("File {} could not be removed yet", id);
        }
    }

    /** Those written before a time, whether anybody knows them or not. */
    List<UUID> before(Instant time) throws IOException {
        return namesBefore(time).stream()
                .filter(name -> name.matches("[0-9a-f-]{36}"))
                .map(UUID::fromString)
                .toList();
    }

    /** What was being written when a node ended. */
    void deleteHalvesBefore(Instant time) throws IOException {
        for (String name : namesBefore(time)) {
            if (name.endsWith(HALF)) {
                Files.deleteIfExists(folder.resolve(name));
            }
        }
    }

    private List<String> namesBefore(Instant time) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toFile().lastModified() < time.toEpochMilli())
                    .map(file -> String.valueOf(file.getFileName()))
                    .toList();
        }
    }

    private Path at(UUID id) {
        return folder.resolve(id.toString());
    }
}
