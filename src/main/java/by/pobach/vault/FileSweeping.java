package by.pobach.vault;

import by.pobach.web.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once in six hours, on one node: contents whose row was never kept, or that could not be removed at their time. */
@Configuration(proxyBeanMethods = false)
class FileSweeping {
    private static final Duration A_DAY = Duration.ofDays(1);

    @Bean
    RecurringTask<Void> sweepFiles(FileTable table, FileStore store, Clock clock) {
        return Tasks.recurring("vault-sweep", FixedDelay.ofHours(6))
                .execute((instance, context) -> Actor.as("job:vault", () -> sweep(table, store, clock)));
    }

    static void sweep(FileTable table, FileStore store, Clock clock) {
        try {
            Instant yesterday = clock.instant().minus(A_DAY);
            store.deleteHalvesBefore(yesterday);
            for (UUID id : store.before(yesterday)) {
                if (!table.knows(id)) {
                    store.delete(id);
                }
            }
        } catch (IOException wrong) {
            throw new UncheckedIOException(wrong);
        }
    }
}
