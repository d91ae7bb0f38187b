package by.pobach.faults;

import by.pobach.faults.Call.Ask;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Many families at once on some nodes for a while, and everything they were told. */
final class Run {
    private static final int FAMILIES = 64;
    private static final int HOT_STARTS = 8;

    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final Instant began;
    private final Instant until;
    private final List<Integer> ports;
    private final List<Ask> herd = new ArrayList<>();
    private final List<Ask> spread = new ArrayList<>();

    /** @param starts all starts that are free at the beginning; the first of them are what everybody wants */
    Run(Instant began, Duration length, List<Integer> ports, List<Instant> starts) {
        this.began = began;
        this.until = began.plus(length);
        this.ports = ports;
        for (int i = 0; i < starts.size(); i++) {
            Instant start = starts.get(i);
            for (String service : List.of(FaultCentre.TALK, FaultCentre.CANE_LESSON)) {
                List<Ask> asks = i < HOT_STARTS ? herd : spread;
                asks.add(new Ask(service, null, start));
                FaultCentre.SPECIALISTS.forEach(specialist -> asks.add(new Ask(service, specialist, start)));
            }
        }
    }

    void live() {
        List<Thread> families = new ArrayList<>();
        for (int i = 0; i < FAMILIES; i++) {
            Family family = new Family(i, ports, herd, spread, calls, until);
            families.add(Thread.ofVirtual().name("family-" + i).start(family::live));
        }
        families.forEach(Run::join);
    }

    private static void join(Thread family) {
        try {
            family.join();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    /** From a fault to the first success that was asked for after it, or to the end of the run when there was none. */
    Duration outage(Instant fault) {
        Instant next = calls.stream()
                .filter(call -> call.succeeded() && call.began().isAfter(fault))
                .map(Call::ended)
                .min(Comparator.naturalOrder())
                .orElse(until);
        return Duration.between(fault, next);
    }

    long successesAfter(Instant fault) {
        return calls.stream()
                .filter(call -> call.succeeded() && call.began().isAfter(fault))
                .count();
    }

    private long count(Class<? extends Call.Answer> kind) {
        return calls.stream().filter(call -> kind.isInstance(call.answer())).count();
    }

    @Override
    public String toString() {
        Instant last =
                calls.stream().map(Call::ended).max(Comparator.naturalOrder()).orElse(began);
        double seconds = Duration.between(began, last).toMillis() / 1_000.0;
        return "%d calls in %.0f s (%d kept, %d cancelled, %d refused, %d too late, %d unknown)"
                .formatted(
                        calls.size(),
                        seconds,
                        count(Call.Accepted.class),
                        count(Call.Cancelled.class),
                        count(Call.Refused.class),
                        count(Call.TooLate.class),
                        count(Call.Unknown.class));
    }
}
