package by.pobach.vault;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The master keys of today: read again each minute, and at once when somebody meets a key that is not among them. */
public final class MasterKeys {
    private static final Logger log = LoggerFactory.getLogger(MasterKeys.class);
    private static final long FRESH = Duration.ofSeconds(50).toNanos();

    /** Where they lie. */
    public interface Source {
        byte[] read() throws IOException;
    }

    /** @param readAt of the clock that only measures */
    private record Reading(MasterKeyset keys, long readAt) {}

    private final Source source;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile Reading last;

    public MasterKeys(Source source, MasterKeyset first) {
        this.source = source;
        this.last = new Reading(first, System.nanoTime());
    }

    MasterKeyset current() {
        Reading known = last;
        return System.nanoTime() - known.readAt < FRESH ? known.keys : reread();
    }

    /** A file that cannot be read just now leaves the keys as they were: the house works on. */
    MasterKeyset reread() {
        reading.lock();
        try {
            MasterKeyset read = MasterKeyset.of(source.read());
            read.aead(); // damaged ones do not take the place of good ones
            last = new Reading(read, System.nanoTime());
        } catch (IOException | IllegalArgumentException | IllegalStateException unreadable) {
            last = new Reading(last.keys, System.nanoTime());
            log.error("The master key file cannot be read; the keys read before stay in use");
        } finally {
            reading.unlock();
        }
        return last.keys;
    }

    /** With this key, whichever way it came in; the keys of today when nobody has it. */
    MasterKeyset with(long id) {
        MasterKeyset known = current();
        return known.ids().contains(id) ? known : reread();
    }
}
