package by.pobach.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** A closed loop of clients, each with a connection and a thread of its own, until the time or the requests are over. */
final class Load {
    private static final int PATIENCE = 30_000;

    private Load() {}

    /** One client: gives its next request, or null when it has no more, and looks at the answer. */
    interface Client {
        byte @Nullable [] next();

        default void heard(Wire.Reply reply) {}
    }

    /** @param millis of each request, ascending; {@code cpu} milliseconds of the server's processor time for a request */
    record Result(double seconds, double[] millis, long bytes, int failures, double cpu) {
        double perSecond() {
            return millis.length / seconds;
        }

        double percentile(double share) {
            return millis.length == 0
                    ? 0
                    : millis[(int) Math.min(millis.length - 1, Math.floor(millis.length * share))];
        }

        double bytesPerAnswer() {
            return millis.length == 0 ? 0 : (double) bytes / millis.length;
        }
    }

    static Result run(House house, int clients, double seconds, IntFunction<Client> made)
            throws IOException, InterruptedException {
        List<Worker> workers = new ArrayList<>();
        CountDownLatch ready = new CountDownLatch(1);
        for (int i = 0; i < clients; i++) {
            Worker worker = new Worker(house.port, made.apply(i), ready, seconds);
            worker.start();
            workers.add(worker);
        }
        double cpu = house.cpuMillis();
        long began = System.nanoTime();
        ready.countDown();
        for (Worker worker : workers) {
            worker.join();
        }
        double took = (System.nanoTime() - began) / 1e9;
        cpu = house.cpuMillis() - cpu;
        double[] all = workers.stream()
                .flatMapToDouble(worker -> Arrays.stream(worker.millis, 0, worker.count))
                .sorted()
                .toArray();
        long bytes = workers.stream().mapToLong(worker -> worker.bytes).sum();
        int failures = workers.stream().mapToInt(worker -> worker.failures).sum();
        return new Result(took, all, bytes, failures, cpu / Math.max(1, all.length));
    }

    private static final class Worker extends Thread {
        private final Wire wire;
        private final Client client;
        private final CountDownLatch ready;
        private final double seconds;
        private double[] millis = new double[4_096];
        private int count;
        private long bytes;
        private int failures;

        Worker(int port, Client client, CountDownLatch ready, double seconds) {
            this.wire = new Wire(port, PATIENCE);
            this.client = client;
            this.ready = ready;
            this.seconds = seconds;
        }

        @Override
        public void run() {
            try (wire) {
                ready.await();
                long until = System.nanoTime() + (long) (seconds * 1e9);
                byte[] request = client.next();
                while (request != null && System.nanoTime() < until) {
                    once(request);
                    request = client.next();
                }
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        }

        private void once(byte[] request) {
            long began = System.nanoTime();
            try {
                Wire.Reply reply = wire.send(request);
                note((System.nanoTime() - began) / 1e6);
                bytes += reply.bytes();
                failures += reply.status() >= 500 || reply.status() == 422 ? 1 : 0;
                client.heard(reply);
            } catch (IOException lost) {
                failures++;
            }
        }

        private void note(double took) {
            if (count == millis.length) {
                millis = Arrays.copyOf(millis, count * 2);
            }
            millis[count++] = took;
        }
    }
}
