package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import by.pobach.vault.MasterKeyset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The master key: made once, never replaced by a new one where something is sealed, let go only when nothing needs it. */
class MasterKeyTests {
    DatabaseAddress centre;
    Path data;
    MasterKeyFile file;

    @BeforeEach
    void a_centre() {
        centre = TestHouse.migratedDatabase();
        data = TestHouse.temporaryFolder("data-");
        file = MasterKeyFile.in(data);
    }

    @Test
    void the_first_start_makes_one_that_nobody_else_may_read_and_the_next_start_finds_it() throws Exception {
        MasterKeyset made = file.openOrMake(Set.of());

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.path())))
                .isEqualTo("rw-------");
        assertThat(file.openOrMake(Set.of()).ids()).isEqualTo(made.ids()).hasSize(1);
        assertThat(made.toString()).doesNotContain("value");
    }

    @Test
    void without_the_key_that_the_data_needs_the_house_does_not_start_and_makes_no_other() throws Exception {
        long lost = MasterKeyset.fresh().primary();
        sealUnder(lost);

        assertThatThrownBy(() -> file.openOrMake(needed()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining(String.valueOf(lost))
                .hasMessageContaining("Пакладзіце сюды файл")
                .hasMessageContaining("Положите сюда файл")
                .hasMessageContaining("Put back the file");
        assertThat(file.path()).doesNotExist();
    }

    @Test
    void another_houses_key_is_not_enough() throws Exception {
        file.openOrMake(Set.of());
        sealUnder(MasterKeyset.fresh().primary());

        assertThatThrownBy(() -> file.openOrMake(needed())).hasMessageContaining("A new key does not open old data");
    }

    @Test
    void a_damaged_key_file_is_named_and_not_shown() throws Exception {
        file.openOrMake(Set.of());
        String half = Files.readString(file.path()).substring(0, 150);
        Files.writeString(file.path(), half);

        assertThatThrownBy(() -> file.openOrMake(Set.of()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("is damaged")
                .hasMessageNotContaining(half.substring(80, 120));
        for (String nonsense : List.of("", "{}", "{\"format\":1,\"index\":null,\"keys\":\"{}\"}", "[1]")) {
            Files.writeString(file.path(), nonsense);
            assertThatThrownBy(() -> file.openOrMake(Set.of())).hasMessageContaining("is damaged");
        }
    }

    @Test
    void a_key_is_dropped_only_when_nobody_needs_it() throws Exception {
        long old = file.openOrMake(Set.of()).primary();
        UUID yanka = sealUnder(old);
        VaultTool tool = new VaultTool(centre, data);
        tool.rotate();
        long now = keys().primary();

        assertThat(now).isNotEqualTo(old);
        assertThat(tool.status()).contains(old + ": old, 1 keys", now + ": in use, 0 keys");
        assertThat(tool.drop()).startsWith("No master key can be dropped");
        assertThat(keys().ids()).containsExactlyInAnyOrder(old, now);

        execute("delete from vault.key where owner = '" + yanka + "'");
        assertThat(tool.drop()).contains("Dropped: " + old);
        assertThat(keys().ids()).containsExactly(now);
        assertThat(tool.drop()).as("the one in use").startsWith("No master key can be dropped");
    }

    private MasterKeyset keys() throws Exception {
        return MasterKeyset.of(file.read());
    }

    private Set<Long> needed() throws Exception {
        try (Connection connection = centre.connectAsOwner()) {
            return MasterKeyFile.needed(connection);
        }
    }

    private UUID sealUnder(long master) throws Exception {
        UUID owner = UUID.randomUUID();
        execute("insert into vault.master (id) values (%d) on conflict do nothing".formatted(master));
        execute("insert into vault.key values ('%s', '\\x00', %d, now())".formatted(owner, master));
        return owner;
    }

    private void execute(String sql) throws Exception {
        try (Connection connection = centre.connectAsOwner();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
