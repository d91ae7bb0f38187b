package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.vault.Field;
import by.pobach.vault.MasterKeyset;
import by.pobach.vault.RewrapNow;
import by.pobach.vault.Vault;
import by.pobach.web.Ids;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/** The master key changes, twice, while two nodes read and write: nobody notices. */
class RotationTests {
    private static final int CHILDREN = 300;
    private static final int ROUNDS = 2;
    private static final long LET_THEM_WORK_MILLIS = 400;

    private static ConfigurableApplicationContext one;
    private static ConfigurableApplicationContext other;

    /** A child and what is sealed of it; the text is its id. */
    private record Sealed(UUID child, Field field, byte[] bytes) {}

    private final Map<UUID, Sealed> kept = new ConcurrentHashMap<>();
    private final List<UUID> children = new ArrayList<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();
    private volatile boolean working = true;

    private static SameDatabase database;

    @BeforeAll
    static void two_nodes() {
        database = new SameDatabase();
        one = new SpringApplicationBuilder(Pobach.class).initializers(database).run();
        other = new SpringApplicationBuilder(Pobach.class)
                .initializers(database)
                .run();
    }

    @AfterAll
    static void both_end() {
        other.close();
        one.close();
    }

    @Test
    void no_read_and_no_write_fails_while_the_master_key_changes() throws Exception {
        for (int child = 0; child < CHILDREN; child++) {
            children.add(write(one));
        }
        MasterKeyFile file = keyFile();
        VaultTool tool = new VaultTool(
                one.getBean(DatabaseStart.class).await(),
                file.path().getParent().getParent());
        long first = MasterKeyset.of(file.read()).primary();
        List<Thread> people = List.of(work(one), work(other), work(one), work(other));

        for (int round = 0; round < ROUNDS; round++) {
            Thread.sleep(LET_THEM_WORK_MILLIS);
            tool.rotate();
            Thread.sleep(LET_THEM_WORK_MILLIS);
            RewrapNow.on(round == 0 ? one : other);
            // A node that has not looked yet may just have used the old key once more.
            for (int again = 0; tool.drop().startsWith("No master key"); again++) {
                assertThat(again).isLessThan(20);
                RewrapNow.on(one);
            }
        }
        Thread.sleep(LET_THEM_WORK_MILLIS);
        working = false;
        for (Thread person : people) {
            person.join();
        }

        System.err.printf("%d reads and %d writes during %d changes%n", reads.get(), writes.get(), ROUNDS);
        assertThat(failures).isEmpty();
        assertThat(reads.get()).isGreaterThan(CHILDREN);
        assertThat(writes.get()).isPositive();
        assertThat(MasterKeyset.of(file.read()).ids()).hasSize(1).doesNotContain(first);
        assertThat(kept.values())
                .allSatisfy(text -> assertThat(read(other, text)).isTrue());
    }

    @Test
    void a_node_that_does_not_find_the_key_does_not_start_and_those_that_run_go_on() throws Exception {
        UUID child = write(one);
        Path away = keyFile().path().resolveSibling("taken-away");
        Files.move(keyFile().path(), away);
        try {
            assertThatThrownBy(() -> new SpringApplicationBuilder(Pobach.class)
                            .initializers(database)
                            .run())
                    .hasRootCauseInstanceOf(CannotStart.class)
                    .rootCause()
                    .hasMessageContaining("Put back the file that you keep apart from the backup");
            assertThat(keyFile().path()).doesNotExist();
            RewrapNow.on(one);
            assertThat(read(one, kept.get(child))).isTrue();
        } finally {
            Files.move(away, keyFile().path());
        }
    }

    private static MasterKeyFile keyFile() {
        return MasterKeyFile.in(Path.of(one.getEnvironment().getRequiredProperty("pobach.data")));
    }

    private Thread work(ConfigurableApplicationContext node) {
        return Thread.ofPlatform().start(() -> {
            while (working) {
                try {
                    UUID child = children.get(ThreadLocalRandom.current().nextInt(CHILDREN));
                    if (!read(node, kept.get(child))) {
                        failures.add("a text did not open");
                    }
                    reads.incrementAndGet();
                    if (ThreadLocalRandom.current().nextInt(10) == 0) {
                        write(node);
                        writes.incrementAndGet();
                    }
                } catch (RuntimeException wrong) {
                    failures.add(wrong.toString());
                }
            }
        });
    }

    private UUID write(ConfigurableApplicationContext node) {
        UUID child = Ids.next();
        Field field = new Field("families.story", "text", child);
        byte[] bytes = node.getBean(TransactionTemplate.class)
                .execute(status -> node.getBean(Vault.class).seal(child, field, child.toString()));
        kept.put(child, new Sealed(child, field, bytes));
        return child;
    }

    private static boolean read(ConfigurableApplicationContext node, Sealed sealed) {
        return node.getBean(Vault.class)
                .open(sealed.child, sealed.field, sealed.bytes)
                .filter(sealed.child.toString()::equals)
                .isPresent();
    }
}
