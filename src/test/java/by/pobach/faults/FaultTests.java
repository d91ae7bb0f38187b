package by.pobach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.ExternalPostgres;
import by.pobach.bench.Wire;
import by.pobach.diary.RacyHouse;
import by.pobach.faults.Call.Ask;
import by.pobach.faults.HistoryChecker.Wrongdoing;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, 64 families, kills in the middle: nobody is wronged, and a racy build is found out. */
@Tag("fault")
class FaultTests {
    private static final Duration RUN = Duration.ofSeconds(Integer.getInteger("fault.seconds", 30));
    private static final Duration RACY_RUN = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int DAYS = 8;
    private static final ZoneId MINSK = ZoneId.of("Europe/Minsk");
    private static final Pattern START = Pattern.compile("\\{\"start\":\"([^\"]+)\"");

    @TempDir
    static Path data;

    private static ExternalPostgres postgres;

    @BeforeAll
    static void a_postgresql_beside_the_house() throws IOException, InterruptedException {
        postgres = ExternalPostgres.start();
    }

    @AfterAll
    static void and_nothing_stays_behind() throws IOException {
        postgres.close();
    }

    @Test
    void nobody_is_wronged_when_a_node_and_then_the_database_are_killed()
            throws IOException, InterruptedException, SQLException {
        Map<String, String> settings = settings("two_nodes");
        try (Node first = Node.start(settings);
                Node second = Node.start(settings)) {
            List<Instant> starts = furnish("two_nodes", first, second);
            Instant began = Instant.now();
            Run run = new Run(began, RUN, List.of(first.port, second.port), starts);
            Thread families = Thread.ofVirtual().start(run::live);
            Instant nodeKilled = sleepUntil(began.plus(RUN.dividedBy(4)));
            first.killAndStartAgain();
            Instant databaseKilled = sleepUntil(began.plus(RUN.multipliedBy(6).dividedBy(10)));
            postgres.kill();
            postgres.startAgain();
            families.join();
            first.awaitUp(PATIENCE);
            second.awaitUp(PATIENCE);

            Evidence evidence = evidence("two_nodes");
            Map<Wrongdoing, List<String>> found = HistoryChecker.check(run.calls(), evidence, FaultCentre::ways);
            System.out.printf(
                    "Fault run: %s; no success for %d ms after the kill of a node, %d ms after that of PostgreSQL; %s%n",
                    run,
                    run.outage(nodeKilled).toMillis(),
                    run.outage(databaseKilled).toMillis(),
                    counts(found));
            assertThat(found).isEmpty();
            assertThat(run.successesAfter(databaseKilled)).isPositive();
            assertThatOffersAreTrue(first, starts, evidence);
            assertThatOffersAreTrue(second, starts, evidence);
        }
    }

    @Test
    void a_planted_race_is_found_out() throws IOException, InterruptedException, SQLException {
        try (Node racy = Node.start(RacyHouse.class, settings("racy"))) {
            List<Instant> starts = furnish("racy", racy);
            try (Connection owner = postgres.connect("racy");
                    Statement statement = owner.createStatement()) {
                statement.execute("alter table diary.hold drop constraint one_at_a_time");
            }
            Run run = new Run(Instant.now(), RACY_RUN, List.of(racy.port, racy.port), starts);
            run.live();

            Map<Wrongdoing, List<String>> found =
                    HistoryChecker.check(run.calls(), evidence("racy"), FaultCentre::ways);
            System.out.printf("Planted race: %s; found %s%n", run, counts(found));
            assertThat(found.get(Wrongdoing.OVERLAP)).isNotEmpty();
        }
    }

    private static Map<String, Integer> counts(Map<Wrongdoing, List<String>> found) {
        Map<String, Integer> counts = new java.util.TreeMap<>();
        found.forEach((wrongdoing, cases) -> counts.put(wrongdoing.name(), cases.size()));
        return counts;
    }

    private static Map<String, String> settings(String database) throws SQLException {
        return Map.of(
                "POBACH_DATABASE_URL",
                postgres.database(database),
                "POBACH_DATA",
                data.resolve(database).toString(),
                "POBACH_SEED",
                "none",
                "POBACH_VISITS_LIMITS",
                "false");
    }

    /** Fills the Centre under the running nodes and waits until all of them know it; gives all starts there are. */
    private static List<Instant> furnish(String database, Node... nodes)
            throws IOException, InterruptedException, SQLException {
        for (Node node : nodes) {
            node.awaitUp(PATIENCE);
        }
        try (Connection owner = postgres.connect(database)) {
            FaultCentre.furnish(owner);
        }
        List<Instant> starts = List.of();
        for (Node node : nodes) {
            long until = System.nanoTime() + PATIENCE.toNanos();
            do {
                assertThat(System.nanoTime()).as("a Centre without free times").isLessThan(until);
                Thread.sleep(200);
                starts = commonStarts(node);
            } while (starts.size() < 20 * DAYS);
        }
        return starts;
    }

    private static List<Instant> commonStarts(Node node) throws IOException {
        List<Instant> starts = new ArrayList<>(offers(node, FaultCentre.TALK, null));
        starts.retainAll(offers(node, FaultCentre.CANE_LESSON, null));
        return starts;
    }

    private static List<Instant> offers(Node node, String service, @Nullable UUID specialist) throws IOException {
        LocalDate tomorrow = LocalDate.now(MINSK).plusDays(1);
        String path = "/api/v1/offers?service=" + service + "&from=" + tomorrow + "&to=" + tomorrow.plusDays(DAYS)
                + "&limit=500" + (specialist == null ? "" : "&specialist=" + specialist);
        try (Wire wire = new Wire(node.port, 10_000)) {
            Wire.Reply reply = wire.send(Wire.get(path, ""));
            String text = reply.text();
            Matcher matcher = START.matcher(text.substring(0, Math.max(0, text.indexOf("\"days\":"))));
            List<Instant> starts = new ArrayList<>();
            while (matcher.find()) {
                starts.add(OffsetDateTime.parse(matcher.group(1)).toInstant());
            }
            return starts;
        }
    }

    /** What each node offers, once its second has passed, is what the holds in the database leave. */
    private static void assertThatOffersAreTrue(Node node, List<Instant> starts, Evidence evidence)
            throws IOException, InterruptedException {
        Thread.sleep(1_500);
        for (String service : List.of(FaultCentre.TALK, FaultCentre.CANE_LESSON)) {
            for (UUID specialist : FaultCentre.SPECIALISTS) {
                List<Instant> free = starts.stream()
                        .filter(start -> isFree(new Ask(service, specialist, start), evidence))
                        .toList();
                List<Instant> offered = new ArrayList<>(offers(node, service, specialist));
                offered.retainAll(starts);
                assertThat(offered).as("%s with %s", service, specialist).isEqualTo(free);
            }
        }
    }

    private static boolean isFree(Ask ask, Evidence evidence) {
        return FaultCentre.ways(ask).stream()
                .anyMatch(way -> way.roles().stream()
                        .allMatch(role -> role.stream()
                                .anyMatch(spans -> spans.stream()
                                        .allMatch(span -> evidence.holds().stream()
                                                .noneMatch(held -> held.died() == null
                                                        && held.overlaps(span.resource(), span.from(), span.to()))))));
    }

    private static Evidence evidence(String database) throws SQLException {
        try (Connection owner = postgres.connect(database)) {
            return Evidence.of(owner);
        }
    }

    private static Instant sleepUntil(Instant moment) throws InterruptedException {
        Thread.sleep(Duration.between(Instant.now(), moment));
        return Instant.now();
    }
}
