package by.pobach.diary;

import by.pobach.web.Actor;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps free time current on all nodes. After a commit the node's own memory changes at once, and the changed
 * resource-days go out in one NOTIFY per 20 ms, never inside the booking's transaction (NOTIFY holds a database-wide
 * lock until commit). A sweep by transaction id repairs whatever a lost notification left behind.
 */
@Component
class ChangeBoard implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeBoard.class);
    private static final String CHANNEL = "diary";
    private static final String EVERYTHING = "*";
    private static final Duration GATHER = Duration.ofMillis(20);
    private static final int PAYLOAD_BYTES = 7_900;

    private final DataSource dataSource;
    private final DiaryTable table;
    private final FreeTime freeTime;
    private final BlockingQueue<String> outgoing = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean running;
    private volatile String mark = "0";

    ChangeBoard(DataSource dataSource, DiaryTable table, FreeTime freeTime) {
        this.dataSource = dataSource;
        this.table = table;
        this.freeTime = freeTime;
    }

    void takenAfterCommit(List<Slot> slots) {
        afterCommit(() -> {
            freeTime.take(slots);
            announce(slots);
        });
    }

    void freedAfterCommit(List<Slot> slots) {
        if (!slots.isEmpty()) {
            afterCommit(() -> {
                freeTime.reload(freeTime.touched(slots));
                announce(slots);
            });
        }
    }

    void everythingAfterCommit() {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, Boolean.TRUE);
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    freeTime.reloadAll();
                    outgoing.add(EVERYTHING);
                }

                @Override
                public void afterCompletion(int status) {
                    TransactionSynchronizationManager.unbindResourceIfPossible(ChangeBoard.this);
                }
            });
        }
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private void announce(Collection<Slot> slots) {
        freeTime.touched(slots).forEach(pair -> outgoing.add(pair.resource() + "/" + pair.day()));
    }

    @Override
    public void start() {
        mark = table.horizon();
        freeTime.reloadAll();
        running = true;
        run("diary-listen", this::listen);
        run("diary-announce", this::sendAnnouncements);
        run("diary-sweep", this::sweep);
    }

    private void run(String name, Turn turn) {
        threads.add(Thread.ofVirtual()
                .name(name)
                .start(() -> Actor.as("job:" + name, () -> {
                    while (running) {
                        try {
                            turn.take();
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                            return;
                        } catch (Exception e) {
                            LOG.warn("{}: {}; trying again", name, e.toString());
                            pause();
                        }
                    }
                })));
    }

    private interface Turn {
        void take() throws Exception;
    }

    private void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void listen() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("listen " + CHANNEL);
            freeTime.reloadAll();
            PGConnection postgres = connection.unwrap(PGConnection.class);
            while (running) {
                PGNotification[] heard = postgres.getNotifications(1_000);
                if (heard != null && heard.length > 0) {
                    read(heard);
                }
            }
            statement.execute("unlisten *");
        }
    }

    private void read(PGNotification[] heard) {
        Set<ResourceDay> changed = new HashSet<>();
        for (PGNotification notification : heard) {
            if (notification.getParameter().equals(EVERYTHING)) {
                freeTime.reloadAll();
                return;
            }
            Arrays.stream(notification.getParameter().split(" ")).forEach(pair -> changed.add(parse(pair)));
        }
        freeTime.reload(changed);
    }

    private static ResourceDay parse(String pair) {
        int slash = pair.indexOf('/');
        return new ResourceDay(UUID.fromString(pair.substring(0, slash)), LocalDate.parse(pair.substring(slash + 1)));
    }

    private void sendAnnouncements() throws InterruptedException, SQLException {
        String first = outgoing.poll(1, TimeUnit.SECONDS);
        if (first == null) {
            return;
        }
        Thread.sleep(GATHER);
        Set<String> gathered = new HashSet<>(List.of(first));
        outgoing.drainTo(gathered);
        try (Connection connection = dataSource.getConnection();
                var notify = connection.prepareStatement("select pg_notify(?, ?)")) {
            for (String payload : payloads(gathered)) {
                notify.setString(1, CHANNEL);
                notify.setString(2, payload);
                notify.execute();
            }
        }
    }

    private static List<String> payloads(Set<String> pairs) {
        if (pairs.contains(EVERYTHING)) {
            return List.of(EVERYTHING);
        }
        List<String> payloads = new ArrayList<>();
        StringBuilder payload = new StringBuilder();
        for (String pair : pairs) {
            if (payload.length() + pair.length() > PAYLOAD_BYTES) {
                payloads.add(payload.toString().strip());
                payload.setLength(0);
            }
            payload.append(pair).append(' ');
        }
        payloads.add(payload.toString().strip());
        return payloads;
    }

    private void sweep() throws InterruptedException {
        Thread.sleep(1_000);
        String below = table.horizon();
        freeTime.reload(freeTime.touched(table.changedSince(mark, below)));
        boolean openings = table.openingsChangedSince(mark, below);
        mark = below;
        if (openings || !freeTime.isCurrent()) {
            freeTime.reloadAll();
        }
    }

    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server takes requests. */
    @Override
    public int getPhase() {
        return 0;
    }
}
