package by.pobach;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Held by whoever starts or stops the embedded server, so that two processes never do it at once. */
final class StartLock implements AutoCloseable {
    /** A file lock belongs to the process; its threads need one of their own. */
    private static final ReentrantLock WITHIN_PROCESS = new ReentrantLock();

    private final FileChannel channel;

    private StartLock(FileChannel channel) {
        this.channel = channel;
    }

    static StartLock take(Path folder) throws IOException {
        WITHIN_PROCESS.lock();
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            channel.lock();
            return new StartLock(channel);
        } catch (IOException | RuntimeException wrong) {
            WITHIN_PROCESS.unlock();
            throw wrong;
        }
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            WITHIN_PROCESS.unlock();
        }
    }
}
