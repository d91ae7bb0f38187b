package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VerifyAuditTests {
    Path data;

    @BeforeEach
    void an_installation() {
        data = TestHouse.temporaryFolder("data-");
    }

    @Test
    void a_book_without_entries_is_clean() throws Exception {
        assertThat(VerifyAudit.verify(TestHouse.migratedDatabase(), data, ""))
                .startsWith("0 rows in 0 blocks read in")
                .contains("all as they were written");
    }

    @Test
    void what_is_wrong_is_an_error_in_words() throws Exception {
        DatabaseAddress database = TestHouse.migratedDatabase();
        try (Connection owner = database.connectAsOwner();
                var statement = owner.createStatement()) {
            statement.execute("""
                    insert into journal.entry (id, at, actor, child, what, purpose)
                    values (gen_random_uuid(), now() - interval '2 minutes', 'test', gen_random_uuid(), 'export', 'export')""");
        }

        assertThatThrownBy(() -> VerifyAudit.verify(database, data, ""))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("not been sealed for more than 60 s")
                .hasMessageContaining("0 rows in 0 blocks read");
    }

    @Test
    void a_head_that_was_mistyped_is_not_taken_for_a_clean_book() {
        assertThatThrownBy(() -> VerifyAudit.verify(TestHouse.migratedDatabase(), data, "42:abc"))
                .hasMessageContaining("64 digits");
    }

    @Test
    void a_backup_whose_files_knew_a_later_block_than_its_tables_is_clean_when_taken_back() throws Exception {
        AuditKeys.signet(data);
        Files.writeString(data.resolve("audit-heads.log"), "1 " + "ab".repeat(32) + " 00\n");
        DatabaseAddress database = TestHouse.migratedDatabase();
        assertThatThrownBy(() -> VerifyAudit.verify(database, data, ""))
                .hasMessageContaining("Blocks 1 to 1 are gone from the end");
        Path file = data.resolveSibling(data.getFileName() + ".zip");
        DatabaseAddress elsewhere = TestHouse.freshDatabase();
        Path there = TestHouse.temporaryFolder("data-");

        Backup.write(database, data, file);
        Restore.read(file, elsewhere, there, false);

        assertThat(VerifyAudit.verify(elsewhere, there, "")).contains("all as they were written");
        assertThat(there.resolve("keys/audit.pub")).hasSameTextualContentAs(data.resolve("keys/audit.pub"));
        assertThat(there.resolve("keys/audit.key")).doesNotExist();
        assertThat(there.resolve("audit-heads.log")).content().contains("taken back from a backup, up to block 0");
    }

    @Test
    void the_key_is_made_once_and_only_we_may_read_it() throws Exception {
        AuditKeys.signet(data);
        Path key = data.resolve("keys/audit.key");
        byte[] first = Files.readAllBytes(key);

        AuditKeys.signet(data);

        assertThat(key).hasBinaryContent(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key)))
                .isEqualTo("rw-------");
        assertThat(data.resolve("keys/audit.pub")).content().hasLineCount(1);
    }

    @Test
    void a_new_key_leaves_the_old_public_one_known() throws Exception {
        AuditKeys.signet(data);
        Files.delete(data.resolve("keys/audit.key"));

        AuditKeys.signet(data);

        assertThat(data.resolve("keys/audit.pub")).content().hasLineCount(2);
    }

    @Test
    void a_damaged_key_is_refused_with_words() throws Exception {
        AuditKeys.signet(data);
        Files.writeString(data.resolve("keys/audit.key"), "half a k");

        assertThatThrownBy(() -> AuditKeys.signet(data))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("a new one is made");
    }
}
