package by.pobach.web;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A small thing read often and changed seldom, such as the list of rooms: kept in memory and read again when it is half a
 * second old, so that another node's change is seen within a second. A transaction that changes it sees its own change at
 * once and alone; everybody else on this node sees it right after the commit. While the database does not answer, the last
 * known value stays, so that a page can still say so. Reading it twice without a change gives the very same object.
 */
public final class Remembered<T> {
    private static final long FRESH = Duration.ofMillis(500).toNanos();

    /** Until then a value serves while somebody else reads: whoever waits may hold the connection that the reader needs. */
    private static final long GOOD = Duration.ofMillis(900).toNanos();

    private static final long LONGEST_WAIT_MILLIS = 100;

    private final Supplier<T> read;
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicLong changes = new AtomicLong();
    private volatile @Nullable Reading<T> last;

    private record Reading<T>(T value, long at) {
        boolean fresh() {
            return System.nanoTime() - at < FRESH;
        }

        boolean good() {
            return System.nanoTime() - at < GOOD;
        }
    }

    public Remembered(Supplier<T> read) {
        this.read = read;
    }

    public T get() {
        if (TransactionSynchronizationManager.hasResource(this)) {
            return read.get();
        }
        Reading<T> known = last;
        return known != null && known.fresh() ? known.value : readOnce(known);
    }

    /** To be called by whoever writes, in the transaction of the change. */
    public void changed() {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            forget();
        } else if (!TransactionSynchronizationManager.hasResource(this)) {
            OwnChange.begin(this);
        }
    }

    void forget() {
        changes.incrementAndGet();
        last = null;
    }

    private T readOnce(@Nullable Reading<T> known) {
        if (!lock(known)) {
            return known != null ? known.value : read.get();
        }
        try {
            Reading<T> now = last;
            return now != null && now.fresh() ? now.value : readAgain(now);
        } finally {
            reading.unlock();
        }
    }

    private T readAgain(@Nullable Reading<T> before) {
        long at = System.nanoTime();
        long seen = changes.get();
        T value = valueNow(before);
        // A change that was committed while we read may not be in what we read: do not keep it.
        if (changes.get() == seen) {
            last = new Reading<>(value, at);
        }
        return value;
    }

    private T valueNow(@Nullable Reading<T> before) {
        try {
            T value = read.get();
            return before != null && before.value.equals(value) ? before.value : value;
        } catch (DataAccessException noAnswer) {
            if (before == null) {
                throw noAnswer;
            }
            return before.value;
        }
    }

    private boolean lock(@Nullable Reading<T> known) {
        if (known != null && known.good()) {
            return reading.tryLock();
        }
        try {
            return reading.tryLock(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
