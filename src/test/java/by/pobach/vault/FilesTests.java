package by.pobach.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import by.pobach.InTestHouse;
import by.pobach.web.Ids;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationModuleTest(mode = ApplicationModuleTest.BootstrapMode.ALL_DEPENDENCIES, extraIncludes = "web")
@InTestHouse
class FilesTests {
    private static final String LETTER = "Янка любіць цягнікі.";

    @Autowired
    Files files;

    @Autowired
    Vault vault;

    @Autowired
    FileTable table;

    @Autowired
    FileStore store;

    @Autowired
    JdbcClient sql;

    @Autowired
    Clock clock;

    @Autowired
    PlatformTransactionManager transactions;

    @Value("${pobach.data}")
    Path data;

    UUID yanka;

    @BeforeEach
    void a_child() {
        yanka = Ids.next();
    }

    @Test
    void what_a_mother_sent_comes_back_as_an_attachment_and_lies_sealed() throws Exception {
        UUID id = keep("Ліст маме.txt");

        KeptFile kept = files.of(yanka).getFirst();
        assertThat(kept.name()).isEqualTo("Ліст маме.txt");
        assertThat(kept.state().word()).isEqualTo("not-scanned");
        Path onDisk = data.resolve("files").resolve(id.toString());
        assertThat(new String(java.nio.file.Files.readAllBytes(onDisk), UTF_8)).doesNotContain("цягнікі");
        assertThat(PosixFilePermissions.toString(java.nio.file.Files.getPosixFilePermissions(onDisk)))
                .isEqualTo("rw-------");
        assertThat(sql.sql("select position(convert_to('маме', 'UTF8') in name) from vault.file where id = ?")
                        .param(id)
                        .query(Integer.class)
                        .single())
                .isZero();

        MockHttpServletResponse answer = answer(files.open(yanka, id).orElseThrow());
        assertThat(answer.getContentAsString(UTF_8)).isEqualTo(LETTER);
        assertThat(answer.getHeader("Content-Disposition"))
                .startsWith("attachment;")
                .contains("filename*=UTF-8''%D0%9B");
        assertThat(answer.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.getHeader("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    @Test
    void nobody_gets_another_childs_file() throws Exception {
        UUID id = keep("a.txt");

        assertThat(files.open(Ids.next(), id)).isEmpty();
        assertThat(files.open(yanka, Ids.next())).isEmpty();
    }

    @Test
    void a_file_put_in_anothers_place_does_not_open() throws Exception {
        UUID one = keep("a.txt");
        UUID two = keep("b.txt");
        java.nio.file.Files.copy(
                data.resolve("files").resolve(one.toString()),
                data.resolve("files").resolve(two.toString()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);

        assertThat(files.open(yanka, two)).isEmpty();
        assertThat(files.open(yanka, one)).isPresent();
    }

    @Test
    void a_forgotten_child_has_no_files_left() throws Exception {
        UUID id = keep("a.txt");

        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            vault.forget(yanka);
            assertThat(data.resolve("files").resolve(id.toString()))
                    .as("until it is sure")
                    .exists();
        });

        assertThat(files.of(yanka)).isEmpty();
        assertThat(data.resolve("files").resolve(id.toString())).doesNotExist();
    }

    @Test
    void one_file_can_be_taken_away() throws Exception {
        UUID id = keep("a.txt");
        UUID other = keep("b.txt");

        boolean gone = new TransactionTemplate(transactions).execute(status -> files.remove(yanka, id));

        assertThat(gone).isTrue();
        assertThat(files.open(yanka, id)).isEmpty();
        assertThat(data.resolve("files").resolve(id.toString())).doesNotExist();
        assertThat(files.open(yanka, other)).isPresent();
    }

    @Test
    void what_was_never_kept_is_swept_away_after_a_day() throws Exception {
        UUID kept = keep("a.txt");
        UUID lost = new TransactionTemplate(transactions).execute(status -> {
            status.setRollbackOnly();
            return keepUnchecked();
        });
        assertThat(data.resolve("files").resolve(lost.toString())).exists();
        Path half = java.nio.file.Files.writeString(data.resolve("files/half1.new"), "power cut");

        FileSweeping.sweep(table, store, clock);
        assertThat(data.resolve("files").resolve(lost.toString()))
                .as("not at once")
                .exists();
        FileSweeping.sweep(table, store, Clock.offset(clock, Duration.ofHours(25)));

        assertThat(data.resolve("files").resolve(lost.toString())).doesNotExist();
        assertThat(half).doesNotExist();
        assertThat(files.open(yanka, kept)).isPresent();
    }

    @Test
    void a_file_of_eleven_megabytes_is_not_read_to_its_end() throws Exception {
        var endless = new InputStream() {
            long read;

            @Override
            public int read() {
                read++;
                return 'a';
            }
        };

        assertThat(files.accept(endless, "a.txt", yanka)).isEqualTo(new FileOutcome.TooBig(10));
        assertThat(endless.read).isLessThan(11 << 20);
        assertThat(files.of(yanka)).isEmpty();
    }

    private UUID keepUnchecked() {
        try {
            return keep("a.txt");
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }

    private UUID keep(String name) throws Exception {
        FileOutcome outcome = files.accept(new ByteArrayInputStream(LETTER.getBytes(UTF_8)), name, yanka);
        assertThat(outcome).isInstanceOf(FileOutcome.Kept.class);
        return ((FileOutcome.Kept) outcome).id();
    }

    private static MockHttpServletResponse answer(Download download) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        download.render(Map.of(), new MockHttpServletRequest(), response);
        return response;
    }
}
