package by.pobach;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.vault.Field;
import by.pobach.vault.SendNow;
import by.pobach.vault.Vault;
import by.pobach.web.Ids;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is sealed is found nowhere in a backup or a log, in whatever spelling; neither is the key that opens it. */
@SpringBootTest
@InTestHouse
@ExtendWith(OutputCaptureExtension.class)
class CanaryTests {
    private static final String CANARY = "Янка любіць жоўтыя цягнікі, kanarejka-42";

    @Autowired
    Vault vault;

    @Autowired
    ApplicationContext house;

    @Autowired
    JdbcClient sql;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    DatabaseStart database;

    @Value("${pobach.data}")
    Path data;

    final UUID yanka = Ids.next();

    @Test
    void a_sealed_text_and_file_are_in_no_backup_and_no_log(CapturedOutput log) throws Exception {
        Field field = new Field("families.story", "text", yanka);
        byte[] sealed = transaction.execute(status -> vault.seal(yanka, field, CANARY));
        assertThat(vault.open(yanka, field, sealed)).contains(CANARY);
        vault.open(yanka, new Field("families.story", "other", yanka), sealed);
        keepAsIs(sealed);
        assertThat(SendNow.to(house, yanka, CANARY + ".txt", CANARY)).isTrue();

        java.nio.file.Files.copy(MasterKeyFile.in(data).path(), data.resolve("keys/master.json.old"));

        byte[] backup = unpacked(backup());

        assertThat(backup).as("there is something to search").hasSizeGreaterThan(10_000);
        assertThat(places(backup)).isEmpty();
        assertThat(places(log.getAll().getBytes(UTF_8))).isEmpty();
        assertThat(log).contains("does not open");
        assertThat(found(backup, masterKey())).as("the master key").isFalse();
        assertThat(found(backup, "keys/tokens.key".getBytes(UTF_8))).isTrue();
        assertThat(found(backup, "master.json".getBytes(UTF_8))).isFalse();
    }

    @Test
    void a_text_that_somebody_forgot_to_seal_would_be_found() throws Exception {
        keepAsIs(CANARY.getBytes(UTF_8));

        assertThat(places(unpacked(backup()))).contains("hex");
        assertThat(places(("before " + CANARY + " after").getBytes(UTF_8))).contains("plain");
        assertThat(masterKey()).as("a key to search for").hasSizeBetween(40, 80);
    }

    @Test
    void a_restore_says_which_key_is_missing() throws Exception {
        transaction.execute(status -> vault.seal(yanka, new Field("families.story", "text", yanka), CANARY));
        DatabaseAddress elsewhere = TestHouse.migratedDatabase();
        Path newData = TestHouse.temporaryFolder("data-");

        Restore.read(backup(), elsewhere, newData, true);

        try (var connection = elsewhere.connectAsOwner()) {
            var needed = MasterKeyFile.needed(connection);
            assertThat(needed).hasSize(1);
            assertThat(MasterKeyFile.in(newData).lacks(needed))
                    .hasValueSatisfying(words ->
                            assertThat(words).contains(needed.toString().replaceAll("\\D", ""), "Put back the file"));
            java.nio.file.Files.copy(MasterKeyFile.in(data).path(), newData.resolve("keys/master.json"));
            assertThat(MasterKeyFile.in(newData).lacks(needed)).isEmpty();
        }
    }

    /** Into a column that any module may have: db-scheduler's task data. */
    private void keepAsIs(byte[] bytes) {
        sql.sql("""
                        insert into jobs.scheduled_tasks (task_name, task_instance, task_data, execution_time, picked, version)
                        values ('canary', ?, ?, now() + interval '1 year', false, 1)
                        """).params(Ids.next().toString(), bytes).update();
    }

    private Path backup() throws Exception {
        Path file = TestHouse.temporaryFolder("backup-").resolve("backup.zip");
        Backup.write(database.await(), data, file);
        return file;
    }

    /** Names and contents of all entries; a compressed file would hide anything. */
    private static byte[] unpacked(Path file) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                all.writeBytes(entry.getName().getBytes(UTF_8));
                try (var in = zip.getInputStream(entry)) {
                    in.transferTo(all);
                }
            }
        }
        return all.toByteArray();
    }

    private byte[] masterKey() throws IOException {
        String file = java.nio.file.Files.readString(MasterKeyFile.in(data).path());
        return file.replaceAll("(?s).*\\\\\"value\\\\\":\\s*\\\\\"([^\"\\\\]{20,}).*", "$1")
                .getBytes(UTF_8);
    }

    /** In which spellings the canary stands there. */
    private static List<String> places(byte[] where) {
        byte[] word = CANARY.getBytes(UTF_8);
        return Stream.of(
                        found(where, word) ? "plain" : "",
                        found(where, "kanarejka".getBytes(UTF_8)) ? "plain" : "",
                        found(where, CANARY.getBytes(StandardCharsets.UTF_16BE)) ? "UTF-16" : "",
                        found(where, HexFormat.of().formatHex(word).getBytes(UTF_8)) ? "hex" : "",
                        found(where, Base64.getEncoder().encode(word)) ? "base64" : "")
                .filter(place -> !place.isEmpty())
                .toList();
    }

    private static boolean found(byte[] where, byte[] what) {
        return new String(where, StandardCharsets.ISO_8859_1).contains(new String(what, StandardCharsets.ISO_8859_1));
    }
}
