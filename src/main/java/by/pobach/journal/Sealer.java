package by.pobach.journal;

import by.pobach.web.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Once a second seals what was committed since. Every node tries; the database lets one at a time. */
@Component
class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(20);

    private final Sealing sealing;
    private final HeadsFile heads;
    private final Semaphore goHome = new Semaphore(0);
    private volatile @Nullable Thread rounds;
    private Duration pause = PAUSE;

    Sealer(Sealing sealing, HeadsFile heads) {
        this.sealing = sealing;
        this.heads = heads;
    }

    @Override
    public void start() {
        Thread going = Thread.ofVirtual().name("journal-seal").unstarted(() -> Actor.as("job:journal", this::go));
        rounds = going;
        goHome.drainPermits();
        going.start();
    }

    private void go() {
        while (rounds == Thread.currentThread()) {
            try {
                round();
                pause = PAUSE;
            } catch (RuntimeException trouble) {
                LOG.warn("Audit entries wait unsealed: {}", trouble.getMessage());
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
            rest();
        }
    }

    private void round() {
        Optional<Head> head = sealing.next();
        while (head.isPresent()) {
            heads.add(head.get());
            head = rounds == Thread.currentThread() ? sealing.next() : Optional.empty();
        }
    }

    private void rest() {
        try {
            if (goHome.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                rounds = null;
            }
        } catch (InterruptedException ended) {
            rounds = null;
        }
    }

    /** Ends after the block in hand. */
    @Override
    public void stop() {
        Thread going = rounds;
        rounds = null;
        if (going != null) {
            goHome.release();
            try {
                going.join(Duration.ofSeconds(3));
            } catch (InterruptedException hurry) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }
}
