package by.pobach.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import by.pobach.InTestHouse;
import by.pobach.web.Actor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who owns the database, but not the key, would like an entry never to have been. */
@ApplicationModuleTest
@InTestHouse
@NullMarked
class VerificationTests {
    private static final String RECHAIN = """
            do $$
            declare b record; before bytea;
            begin
                for b in select * from journal.block where number >= %d order by number loop
                    select hash into before from journal.block where number = b.number - 1;
                    update journal.block set previous = coalesce(before, previous),
                        hash = (select sha256(coalesce(before, b.previous) || int8send(b.number)
                                || timestamptz_send(b.sealed_at) || int4send(b.entries)
                                || string_agg(record_send(row(e.id, e.at, e.written, e.actor, e.child, e.what, e.purpose,
                                    e.about)), ''::bytea order by s.position))
                            from journal.sealed s join journal.entry e on e.id = s.entry_id where s.block = b.number)
                    where number = b.number;
                end loop;
            end $$""";

    @Autowired
    Journal journal;

    @Autowired
    Sealer sealer;

    @Autowired
    Sealing sealing;

    @Autowired
    HeadsFile heads;

    @Autowired
    Signet signet;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource ownersWay;

    @Value("${pobach.data}")
    Path data;

    JdbcClient owner;

    @BeforeEach
    void a_new_book() throws Exception {
        sealer.stop();
        owner = JdbcClient.create(ownersWay);
        owner.sql("truncate journal.entry, journal.sealed, journal.block").update();
        Files.deleteIfExists(data.resolve(Verification.HEADS));
    }

    @AfterEach
    void the_sealer_goes_on() {
        if (!sealer.isRunning()) {
            sealer.start();
        }
    }

    @Test
    void a_book_as_it_was_written_is_clean() throws Exception {
        threeBlocksOfFour();

        var report = verify("");

        assertThat(report.wrong()).isEmpty();
        assertThat(report.rows()).isEqualTo(12);
        assertThat(report.blocks()).isEqualTo(3);
        assertThat(verify(report.newest()).wrong()).isEmpty();
    }

    @Test
    void an_empty_book_is_clean() throws Exception {
        assertThat(verify("").wrong()).isEmpty();
    }

    @Test
    void what_is_committed_is_sealed_within_two_seconds() {
        sealer.start();
        note(1);

        await().pollInterval(Duration.ofMillis(50))
                .atMost(Duration.ofSeconds(2))
                .until(() -> unsealed() == 0);

        await().until(() -> Files.exists(data.resolve(Verification.HEADS)));
    }

    @Test
    void an_entry_of_a_long_transaction_is_sealed_when_that_has_ended_and_no_other_before_its_turn() throws Exception {
        var written = new CountDownLatch(1);
        var asked = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var slow = threads.submit(() -> new TransactionTemplate(transactions).executeWithoutResult(status -> {
                journal.note(UUID.randomUUID(), "open-child", "lesson", null);
                written.countDown();
                waitFor(asked);
            }));
            written.await();
            note(1);

            assertThat(sealing.next()).isEmpty();
            asked.countDown();
            slow.get();
        }

        assertThat(sealing.next()).isPresent();
        assertThat(unsealed()).isZero();
        assertThat(verify("").wrong()).isEmpty();
    }

    @Test
    void many_write_and_four_nodes_seal_and_each_entry_is_sealed_once() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int writer = 0; writer < 4; writer++) {
                threads.execute(() -> {
                    for (int entry = 0; entry < 50; entry++) {
                        note(1);
                    }
                });
                threads.execute(() -> {
                    for (int round = 0; round < 100; round++) {
                        sealing.next(7).ifPresent(heads::add);
                    }
                });
            }
        }
        sealAll();

        var report = verify("");
        assertThat(report.wrong()).isEmpty();
        assertThat(report.rows()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "actor = 'staff:somebody-else'",
                "at = at - interval '1 microsecond'",
                "child = gen_random_uuid()",
                "what = 'export'",
                "purpose = 'booking'",
                "about = gen_random_uuid()",
                "about = null",
                "written = cast('3' as xid8)"
            })
    void a_changed_row_is_found_and_named(String change) throws Exception {
        threeBlocksOfFour();
        UUID row = sealedAt(2, 1);

        change("update journal.entry set " + change + " where id = '" + row + "'");

        assertThat(wrong()).startsWith("Row " + row + " of block 2 was changed");
    }

    @Test
    void a_removed_row_is_found_and_named() throws Exception {
        threeBlocksOfFour();
        UUID row = sealedAt(2, 1);

        change("delete from journal.entry where id = '" + row + "'");

        assertThat(wrong()).isEqualTo("Row " + row + " of block 2 was removed.");
    }

    @Test
    void a_row_removed_with_its_place_is_found() throws Exception {
        threeBlocksOfFour();
        UUID row = sealedAt(2, 3);

        change("delete from journal.entry where id = '" + row + "'");
        change("delete from journal.sealed where entry_id = '" + row + "'");

        assertThat(wrong()).isEqualTo("A row was removed from block 2: the one at place 3 of 0 to 3.");
    }

    @Test
    void a_gap_that_was_closed_is_found() throws Exception {
        threeBlocksOfFour();
        UUID row = sealedAt(2, 3);

        change("delete from journal.entry where id = '" + row + "'");
        change("delete from journal.sealed where entry_id = '" + row + "'");
        change("update journal.block set entries = 3 where number = 2");

        assertThat(wrong()).startsWith("Block 2 itself was rewritten");
    }

    @Test
    void a_row_that_slipped_in_behind_the_sealer_is_found() throws Exception {
        threeBlocksOfFour();

        change("""
                insert into journal.entry (id, at, written, actor, child, what, purpose)
                select gen_random_uuid(), at, written, actor, child, what, purpose from journal.entry
                order by written limit 1""");

        assertThat(sealing.next()).isEmpty();
        assertThat(wrong()).contains("was added later");
    }

    @Test
    void a_row_that_slipped_into_a_block_is_found_and_named() throws Exception {
        threeBlocksOfFour();
        UUID added = UUID.randomUUID();

        change("""
                insert into journal.entry (id, written, actor, child, what, purpose)
                select '%1$s', written, actor, child, what, purpose from journal.entry
                    where id = (select entry_id from journal.sealed where block = 2 and position = 3);
                insert into journal.sealed (block, position, entry_id, sum)
                select 2, 4, id, substring(sha256(record_send(row(id, at, written, actor, child, what, purpose, about)))
                    for 8) from journal.entry where id = '%1$s'""".formatted(added));

        assertThat(wrong())
                .isEqualTo("A row was added to block 2, which was sealed with 4: " + added + " is too many.");
    }

    @Test
    void a_row_that_is_dated_back_is_found() throws Exception {
        threeBlocksOfFour();
        change("""
                insert into journal.entry (id, at, actor, child, what, purpose)
                values (gen_random_uuid(), now() - interval '2 days', 'test', gen_random_uuid(), 'export', 'export')""");
        sealAll();

        assertThat(wrong()).contains("of block 4 is dated back");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal.sealed set position = 3 - position + 100 where block = 2;"
                        + " update journal.sealed set position = position - 100 where block = 2",
                "update journal.sealed set entry_id = gen_random_uuid() where block = 2 and position = 0;"
                        + " update journal.sealed set entry_id = '%1$s' where block = 2 and position = 1;"
                        + " update journal.sealed set entry_id = '%2$s' where block = 2 and position = 0"
            })
    void rows_that_changed_places_are_found(String sql) throws Exception {
        threeBlocksOfFour();
        change(sql.formatted(sealedAt(2, 0), sealedAt(2, 1)));

        assertThat(wrong()).startsWith("Rows of block 2 were reordered");
    }

    @Test
    void rows_that_changed_blocks_are_found() throws Exception {
        threeBlocksOfFour();
        change("""
                update journal.sealed set block = 9 where block = 1 and position = 0;
                update journal.sealed set block = 1 where block = 2 and position = 0;
                update journal.sealed set block = 2 where block = 9""");

        assertThat(wrong()).contains("block 1");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void the_last_blocks_cannot_be_cut_off(int many) throws Exception {
        threeBlocksOfFour();
        int from = 4 - many;
        change("""
                delete from journal.entry where id in (select entry_id from journal.sealed where block >= %1$d);
                delete from journal.sealed where block >= %1$d; delete from journal.block where number >= %1$d""".formatted(from));

        assertThat(wrong()).startsWith("Blocks " + from + " to 3 are gone from the end");
    }

    @Test
    void a_last_block_that_was_cut_off_and_grew_anew_is_another() throws Exception {
        threeBlocksOfFour();
        change("""
                delete from journal.entry where id = (select entry_id from journal.sealed where block = 3 and position = 2);
                delete from journal.sealed where block = 3; delete from journal.block where number = 3""");
        sealAll();
        note(5);
        sealAll();

        assertThat(wrong()).startsWith("Block 3 is another than the one that was sealed");
    }

    @Test
    void a_head_kept_elsewhere_tells_even_when_the_file_was_cut_too() throws Exception {
        threeBlocksOfFour();
        String newest = verify("").newest();
        change("""
                delete from journal.entry where id in (select entry_id from journal.sealed where block = 3);
                delete from journal.sealed where block = 3; delete from journal.block where number = 3""");
        Files.delete(data.resolve(Verification.HEADS));

        assertThat(wrong()).isEmpty();
        assertThat(verify(newest).wrong().orElseThrow()).startsWith("Blocks 3 to 3 are gone from the end");
    }

    @Test
    void a_block_taken_from_the_middle_is_missed() throws Exception {
        threeBlocksOfFour();
        change("delete from journal.block where number = 2");

        assertThat(wrong()).startsWith("Block 2 is gone");
    }

    @Test
    void who_computes_one_block_anew_is_found_by_the_next() throws Exception {
        threeBlocksOfFour();
        change("update journal.entry set purpose = 'booking' where id = '" + sealedAt(1, 2) + "'");
        change(RECHAIN.formatted(1).replace("where number >= 1", "where number = 1"));
        Files.delete(data.resolve(Verification.HEADS));

        assertThat(wrong()).startsWith("Block 2 was sealed onto another block 1");
    }

    @Test
    void who_computes_the_whole_chain_anew_is_found_by_the_signature_and_nobody_builds_on_it() throws Exception {
        threeBlocksOfFour();
        change("update journal.entry set purpose = 'booking' where id = '" + sealedAt(2, 2) + "'");
        change(RECHAIN.formatted(2));
        Files.delete(data.resolve(Verification.HEADS));
        note(1);

        assertThat(wrong()).startsWith("Block 2 is not signed with our key");
        assertThatThrownBy(() -> sealing.next())
                .hasMessageContaining("audit.pub")
                .hasMessageContaining("backup");
    }

    @Test
    void entries_that_nobody_seals_are_told() throws Exception {
        note(1);
        assertThat(wrong()).isEmpty();

        change("update journal.entry set at = now() - interval '61 seconds'");

        assertThat(wrong()).contains("has not been sealed for more than 60 s");
    }

    @Test
    void a_backup_taken_back_into_a_server_with_other_numbers_is_sealed_on() throws Exception {
        threeBlocksOfFour();
        note(3);
        change("update journal.block set server = 1, upto = '18000000000000000000'");

        sealing.next(2);
        sealAll();
        note(2);
        sealAll();
        note(1);
        sealAll();

        assertThat(unsealed()).isZero();
        var report = verify("");
        assertThat(report.wrong()).isEmpty();
        assertThat(report.rows()).isEqualTo(18);
    }

    @Test
    void a_backup_with_nothing_left_to_seal_is_sealed_on_too() throws Exception {
        threeBlocksOfFour();
        change("update journal.block set server = 1, upto = '18000000000000000000'");
        sealAll();
        note(2);
        sealAll();

        assertThat(unsealed()).isZero();
        assertThat(verify("").wrong()).isEmpty();
    }

    @Test
    void the_next_block_is_found_without_reading_what_is_sealed() {
        threeBlocksOfFour();

        List<String> plan = owner.sql("""
                explain select * from journal.entry e
                where (e.written, e.id) > (cast('1' as xid8), gen_random_uuid()) and e.written < cast('9' as xid8)
                order by e.written, e.id limit 10""".replace("gen_random_uuid()", "'00000000-0000-0000-0000-000000000000'"))
                .query(String.class)
                .list();

        assertThat(plan).anyMatch(line -> line.contains("entry_written"));
    }

    private void threeBlocksOfFour() {
        for (int block = 0; block < 3; block++) {
            note(4);
            sealAll();
        }
    }

    private void note(int many) {
        Actor.as("staff:volha", () -> {
            for (int entry = 0; entry < many; entry++) {
                new TransactionTemplate(transactions)
                        .executeWithoutResult(status ->
                                journal.note(UUID.randomUUID(), "read-story", "prepare-lesson", UUID.randomUUID()));
            }
        });
    }

    private void sealAll() {
        var head = sealing.next();
        while (head.isPresent()) {
            heads.add(head.get());
            head = sealing.next();
        }
    }

    private UUID sealedAt(int block, int position) {
        return owner.sql("select entry_id from journal.sealed where block = ? and position = ?")
                .params(block, position)
                .query(UUID.class)
                .single();
    }

    private long unsealed() {
        return owner.sql("select count(*) from journal.entry where id not in (select entry_id from journal.sealed)")
                .query(Long.class)
                .single();
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = ownersWay.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String wrong() throws Exception {
        return verify("").wrong().orElse("");
    }

    private Verification.Report verify(String elsewhere) throws Exception {
        try (Connection connection = ownersWay.getConnection()) {
            return Verification.of(connection, signet.seal(), data, elsewhere);
        }
    }

    private static void waitFor(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
