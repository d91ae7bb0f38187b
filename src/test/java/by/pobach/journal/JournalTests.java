package by.pobach.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.InTestHouse;
import by.pobach.web.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Volha, a speech therapist, reads what Alesya wrote about her son; Alesya reads that she did. */
@ApplicationModuleTest
@InTestHouse
@NullMarked
class JournalTests {
    private static final String VOLHA = "staff:0192f3a0-0000-7000-8000-000000000002";

    @Autowired
    Journal journal;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void the_mother_sees_who_read_her_story_and_what_for() {
        UUID tsimur = UUID.randomUUID();
        UUID lesson = UUID.randomUUID();
        Instant before = Instant.now();

        UUID id = note(tsimur, "read-story", "prepare-lesson", lesson);

        assertThat(journal.of(tsimur, 20, null)).singleElement().satisfies(entry -> {
            assertThat(entry)
                    .isEqualTo(new Entry(id, entry.at(), VOLHA, tsimur, "read-story", "prepare-lesson", lesson));
            assertThat(entry.at())
                    .isBetween(before.minusSeconds(5), Instant.now().plusSeconds(5));
        });
    }

    @Test
    void nothing_is_noted_outside_the_transaction_of_the_act() {
        assertThatThrownBy(() -> journal.note(UUID.randomUUID(), "read-story", "lesson", null))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void what_was_not_done_is_not_noted() {
        UUID tsimur = UUID.randomUUID();

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            journal.note(tsimur, "change-story", "own-family", null);
            status.setRollbackOnly();
        });

        assertThat(journal.of(tsimur, 20, null)).isEmpty();
    }

    @Test
    void a_long_log_is_read_page_by_page_the_newest_first_and_nobody_is_shown_twice() {
        UUID tsimur = UUID.randomUUID();
        List<UUID> noted = IntStream.range(0, 23)
                .mapToObj(number -> note(tsimur, "see-visit", "coordination", null))
                .toList();
        note(UUID.randomUUID(), "see-visit", "coordination", null);

        List<UUID> first = ids(journal.of(tsimur, 10, null));
        List<UUID> second = ids(journal.of(tsimur, 10, first.getLast()));
        List<UUID> third = ids(journal.of(tsimur, 10, second.getLast()));

        assertThat(Stream.of(first, second, third).flatMap(List::stream)).isEqualTo(noted.reversed());
        assertThat(journal.of(tsimur, 10, third.getLast())).isEmpty();
    }

    @Test
    void a_page_does_not_begin_behind_an_entry_of_another_child() {
        UUID tsimur = UUID.randomUUID();
        note(tsimur, "open-child", "lesson", null);
        UUID ofAnother = note(UUID.randomUUID(), "open-child", "lesson", null);

        assertThat(journal.of(tsimur, 10, ofAnother)).isEmpty();
    }

    @Test
    void what_the_protection_officer_withholds_is_left_out_and_the_page_is_full_all_the_same() {
        UUID tsimur = UUID.randomUUID();
        UUID danger = UUID.randomUUID();
        UUID oldest = note(tsimur, "open-child", "lesson", null);
        UUID visit = note(tsimur, "see-visit", "lesson", UUID.randomUUID());
        note(tsimur, "open-in-danger", "danger", danger);
        note(tsimur, "open-child", "danger", danger);

        assertThat(ids(journal.of(tsimur, 2, null, Set.of(danger)))).containsExactly(visit, oldest);
        assertThat(journal.of(tsimur, 10, null)).hasSize(4);
    }

    @Test
    void a_word_that_no_family_could_read_is_refused() {
        assertThatThrownBy(() -> note(UUID.randomUUID(), "peek", "lesson", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("journal.what.peek");
        assertThatThrownBy(() -> note(UUID.randomUUID(), "open-child", "curiosity", null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("journal.purpose.curiosity");
    }

    @Test
    void a_name_cannot_stand_where_an_id_belongs() {
        assertThatThrownBy(() -> Actor.as("Вольга Іванаўна", () -> note(null)))
                .isInstanceOf(DataIntegrityViolationException.class);
        assertThatThrownBy(() -> Actor.as("volha@example.org", () -> note(null)))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update journal.entry set purpose = 'lesson'",
                "delete from journal.entry",
                "truncate journal.entry",
                "drop table journal.entry",
                "insert into journal.entry (id, at, actor, child, what, purpose)"
                        + " values (gen_random_uuid(), '2020-01-01', 'staff', gen_random_uuid(), 'export', 'export')",
                "insert into journal.entry (id, written, actor, child, what, purpose)"
                        + " values (gen_random_uuid(), '3', 'staff', gen_random_uuid(), 'export', 'export')"
            })
    void the_application_can_neither_change_nor_remove_nor_date_back(String sql) {
        note(UUID.randomUUID(), "open-child", "lesson", null);

        assertThatThrownBy(() -> jdbc.sql(sql).update())
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @Test
    void no_table_of_the_journal_gives_the_application_more_than_adding_and_reading() {
        assertThat(jdbc.sql("""
                        select c.relname || ' ' || g.privilege_type
                        from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g
                        where n.nspname = 'journal' and g.grantee = 'pobach_app'::regrole
                        """).query(String.class).list())
                .isNotEmpty()
                .allMatch(right -> right.endsWith(" SELECT") || right.endsWith(" INSERT"));
    }

    @Test
    void the_log_of_one_child_is_found_by_an_index() {
        String page = """
                explain select * from journal.entry where child = '0192f3a0-0000-7000-8000-000000000009'
                and (at, id) < (case when cast(null as uuid) is null then 'infinity' else (select now()) end,
                    coalesce(cast(null as uuid), 'ffffffff-ffff-ffff-ffff-ffffffffffff'))
                order by at desc, id desc limit 20""";
        List<String> plan = new TransactionTemplate(transactions).execute(status -> {
            jdbc.sql("set local enable_seqscan = off; set local enable_bitmapscan = off")
                    .update();
            return jdbc.sql(page).query(String.class).list();
        });

        assertThat(plan).anyMatch(line -> line.contains("Index Cond") && line.contains("ROW(at, id)"));
        assertThat(plan).anyMatch(line -> line.contains("Index Scan Backward using entry_of_child"));
        assertThat(plan).noneMatch(line -> line.contains("Sort"));
    }

    private UUID note(UUID child, String what, String purpose, @Nullable UUID about) {
        return Actor.as(
                VOLHA,
                () -> new TransactionTemplate(transactions)
                        .execute(status -> journal.note(child, what, purpose, about)));
    }

    private void note(@Nullable UUID about) {
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> journal.note(UUID.randomUUID(), "open-child", "lesson", about));
    }

    private static List<UUID> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }
}
