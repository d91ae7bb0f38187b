package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.JournalCostTests.OnSafeDisk;
import by.pobach.bench.Wire;
import by.pobach.diary.Diary;
import by.pobach.diary.Resource;
import by.pobach.journal.Journal;
import by.pobach.places.WorkingCalendar;
import by.pobach.visits.SmallCentre;
import by.pobach.web.Actor;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an entry costs a booking whose transaction writes it: sixteen clients book a specialist, a room, a device and an
 * interpreter over HTTP, as in {@code bin/bench}, with and without, turn about, on a PostgreSQL that waits for its disk. The
 * sealer is at work all the while.
 */
@Tag("deep")
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pobach.visits.limits=false", "server.port=0"})
@DirtiesContext
@ContextConfiguration(initializers = OnSafeDisk.class)
@Import({SmallCentre.class, JournalCostTests.PlantedEntry.class})
class JournalCostTests {
    private static final int CALLERS = 16;
    private static final int BOOKINGS = 320;
    private static final int WARM_UP = 6;
    private static final int PAIRS = 30;

    @Autowired
    SmallCentre centre;

    @LocalServerPort
    int port;

    @Autowired
    WorkingCalendar calendar;

    @Autowired
    PlantedEntry entry;

    @Autowired
    Diary diary;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    static class OnSafeDisk implements ApplicationContextInitializer<ConfigurableApplicationContext> {
        @Override
        public void initialize(ConfigurableApplicationContext context) {
            try {
                ExternalPostgres server = ExternalPostgres.start();
                DatabaseAddress address = DatabaseAddress.parse(server.database("cost"), Map.of());
                ((DefaultListableBeanFactory) context.getBeanFactory())
                        .registerDisposableBean("postgres", server::close);
                TestHouse.furnish(context, address);
                context.getEnvironment()
                        .getPropertySources()
                        .addFirst(new MapPropertySource("pool", Map.of("pobach.pool", CALLERS)));
            } catch (Exception wrong) {
                throw new IllegalStateException(wrong);
            }
        }
    }

    /** Notes one entry in the transaction of each booking, while it is wanted. */
    @TestConfiguration
    static class PlantedEntry implements TransactionExecutionListener {
        private final ObjectProvider<Journal> journal;
        volatile boolean wanted;

        PlantedEntry(ObjectProvider<Journal> journal) {
            this.journal = journal;
        }

        @Override
        public void beforeCommit(TransactionExecution transaction) {
            if (wanted && transaction.isNewTransaction() && Actor.current().equals("visitor")) {
                journal.getObject().note(UUID.randomUUID(), "see-visit", "booking", UUID.randomUUID());
            }
        }
    }

    @Test
    void an_entry_costs_at_most_a_tenth_of_the_bookings() throws Exception {
        centre.open();
        List<Instant> starts = starts();
        List<Double> shares = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int pair = 0; pair < WARM_UP + PAIRS; pair++) {
            boolean first = pair % 2 == 0;
            double one = perSecond(starts, first);
            double other = perSecond(starts, !first);
            if (pair >= WARM_UP) {
                with.add(first ? one : other);
                without.add(first ? other : one);
                shares.add(with.getLast() / without.getLast());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%d pairs: %.0f bookings/s without, %.0f with an entry; share, median of pairs %.3f (min %.3f, max %.3f)%n",
                shares.size(),
                median(without),
                median(with),
                median(shares),
                Collections.min(shares),
                Collections.max(shares));
        assertThat(jdbc.sql("select count(*) from journal.entry")
                        .query(Integer.class)
                        .single())
                .isBetween((WARM_UP + PAIRS) * BOOKINGS * 9 / 10, (WARM_UP + PAIRS) * BOOKINGS);
        assertThat(median(shares)).isGreaterThanOrEqualTo(0.9);
    }

    private double perSecond(List<Instant> starts, boolean withEntry) throws Exception {
        giveBack();
        Collections.shuffle(starts);
        Queue<Instant> mine = new ConcurrentLinkedQueue<>(starts.subList(0, BOOKINGS));
        entry.wanted = withEntry;
        AtomicInteger booked = new AtomicInteger();
        Queue<String> refused = new ConcurrentLinkedQueue<>();
        long start = System.nanoTime();
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int caller = 0; caller < CALLERS; caller++) {
                var unused = callers.submit(() -> {
                    try (Wire wire = new Wire(port, 10_000)) {
                        for (Instant next = mine.poll(); next != null; next = mine.poll()) {
                            Wire.Reply reply = wire.send(booking(next));
                            if (reply.status() == 201) {
                                booked.incrementAndGet();
                            } else {
                                refused.add(next + " " + reply.text());
                            }
                        }
                    }
                    return null;
                });
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(refused).hasSizeLessThan(BOOKINGS / 10);
        return booked.get() / seconds;
    }

    /** The time of all bookings at once; a new resource makes every node read its diary anew. */
    private void giveBack() {
        Resource unused = new Resource(UUID.randomUUID(), Resource.Kind.ROOM);
        Actor.as(
                "test",
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("update diary.hold set released_at = now() where released_at is null")
                            .update();
                    diary.register(unused);
                }));
    }

    private static byte[] booking(Instant start) {
        return Wire.post("/api/v1/visits", "Idempotency-Key: " + UUID.randomUUID() + "\r\n", """
                {"service":"fm","start":"%s","agreed":true,"needs":["sign-interpreter"],
                 "person":{"name":"Алеся","email":"%s@example.org","language":"be"}}""".formatted(
                        start.atZone(SmallCentre.MINSK).toOffsetDateTime(), UUID.randomUUID()));
    }

    /** Every half-hour of the one interpreter on working days. */
    private List<Instant> starts() {
        List<Instant> starts = new ArrayList<>();
        LocalDate today = LocalDate.now(SmallCentre.MINSK);
        for (int day = 2; day < 115; day++) {
            LocalDate date = today.plusDays(day);
            for (int half = 0; half < 14 && !calendar.hours(date).isEmpty(); half++) {
                LocalTime time = LocalTime.of(9, 0).plusMinutes(30L * half);
                starts.add(date.atTime(time).atZone(SmallCentre.MINSK).toInstant());
            }
        }
        return starts;
    }

    private static double median(List<Double> figures) {
        return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
    }
}
