package by.pobach;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** The database on its way up: its address is known at once, its answer is waited for. */
final class DatabaseStart {
    private final @Nullable EmbeddedDatabase embedded;
    private final DatabaseAddress address;
    private final CompletableFuture<Void> started;

    private DatabaseStart(@Nullable EmbeddedDatabase embedded, DatabaseAddress address) {
        this.embedded = embedded;
        this.address = address;
        this.started = embedded == null
                ? CompletableFuture.completedFuture(null)
                : CompletableFuture.runAsync(
                        embedded::start,
                        task -> Thread.ofPlatform().name("database-start").start(task));
    }

    static DatabaseStart of(Installation installation) {
        DatabaseAddress external = installation.external();
        if (external != null) {
            return new DatabaseStart(null, external);
        }
        EmbeddedDatabase embedded = installation.embedded();
        embedded.watch();
        return new DatabaseStart(embedded, embedded.address());
    }

    /** A database that somebody else starts. */
    static DatabaseStart at(DatabaseAddress address) {
        return new DatabaseStart(null, address);
    }

    DatabaseAddress await() {
        try {
            started.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof CannotStart clear ? clear : failed;
        }
        return address;
    }

    void stop() {
        if (embedded != null) {
            embedded.stop();
        }
    }
}
