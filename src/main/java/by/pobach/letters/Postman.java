package by.pobach.letters;

import by.pobach.web.Actor;
import jakarta.mail.MessagingException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Carries mail out of the house: woken by each commit that posted a letter, and once a second for letters that other
 * nodes posted or left behind. A server that is down is asked again after a growing pause, without touching any letter.
 */
@Component
class Postman implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);
    /** Shorter than the minute after which another node takes the letter over. */
    private static final Duration DIALOGUE = Duration.ofSeconds(50);

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Duration FIRST_RETRY = Duration.ofSeconds(15);
    private static final Duration LONGEST_RETRY = Duration.ofHours(1);

    private final PostmanTable table;
    private final LetterTable letters;
    private final PostSettings settings;
    private final Semaphore bell = new Semaphore(0);
    private volatile @Nullable Thread rounds;
    private int failures;

    Postman(PostmanTable table, LetterTable letters, PostSettings settings) {
        this.table = table;
        this.letters = letters;
        this.settings = settings;
    }

    /** Wakes the postman when the running transaction has committed. */
    void wakeAfterCommit() {
        if (rounds != null) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    bell.release();
                }
            });
        }
    }

    @Override
    public void start() {
        URI server = settings.server();
        if (server != null) {
            Thread walking =
                    Thread.ofVirtual().name("postman").unstarted(() -> Actor.as("job:letters", () -> walk(server)));
            // Known before it runs: a postman who does not find himself in office goes home at once.
            rounds = walking;
            walking.start();
        } else if (!settings.demo()) {
            LOG.warn("No mail server is set (pobach.smtp-url): letters wait and nobody gets them.");
        }
    }

    /** Ends after the letter in hand. */
    @Override
    public void stop() {
        Thread walking = rounds;
        rounds = null;
        bell.release();
        if (walking != null) {
            try {
                walking.join(Duration.ofSeconds(5));
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        Thread walking = rounds;
        return walking != null && walking.isAlive();
    }

    private void walk(URI server) {
        while (rounds == Thread.currentThread()) {
            try {
                round(server);
                failures = 0;
            } catch (MessagingException | RuntimeException trouble) {
                failures++;
                // The class alone: a message may hold an address.
                LOG.warn(
                        "Letters wait: {} (time {} in a row)",
                        trouble.getClass().getSimpleName(),
                        failures);
            }
            rest();
        }
    }

    private void rest() {
        Duration pause = growing(Duration.ofSeconds(1), failures, LONGEST_PAUSE);
        try {
            if (failures > 0) {
                Thread.sleep(pause);
            } else if (bell.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                bell.drainPermits();
            }
        } catch (InterruptedException woken) {
            LOG.debug("woken");
        }
    }

    /** Everything that is due now, over one line to the server. */
    void round(URI server) throws MessagingException {
        table.giveUpOnUnrepeatable();
        letters.withdrawHushed();
        if (!table.anyDue()) {
            return;
        }
        try (MailServer line = MailServer.open(server, settings.from())) {
            Optional<KeptLetter> next = next();
            while (next.isPresent()) {
                carry(next.get(), line);
                next = line.usable() ? next() : Optional.empty();
            }
        }
    }

    private Optional<KeptLetter> next() {
        return table.take().or(table::takeOver);
    }

    private void carry(KeptLetter letter, MailServer line) {
        switch (line.deliver(letter, DIALOGUE)) {
            case Delivery.Taken() -> table.sent(letter);
            case Delivery.Refused(String problem) -> table.failed(letter, problem);
            case Delivery.NotNow(String problem) -> table.later(letter, retry(letter), problem);
            case Delivery.Unknown(String problem)
            when letter.repeatable() -> table.later(letter, retry(letter), problem);
            case Delivery.Unknown(String problem) -> table.unknown(letter, problem);
        }
    }

    private static Duration retry(KeptLetter letter) {
        return growing(FIRST_RETRY, letter.attempts() - 1, LONGEST_RETRY);
    }

    private static Duration growing(Duration first, int times, Duration longest) {
        Duration pause = first.multipliedBy(1L << Math.min(times, 16));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
