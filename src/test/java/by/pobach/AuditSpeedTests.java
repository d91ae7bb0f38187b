package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A million entries: what the sealer and {@code bin/verify-audit}, as a process of its own, make of them. */
@Tag("deep")
@SpringBootTest
@InTestHouse
class AuditSpeedTests {
    private static final int MILLION = 1_000_000;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource ownersWay;

    @Value("${pobach.data}")
    Path data;

    @Test
    void a_hundred_thousand_rows_a_second_are_verified() throws Exception {
        JdbcClient owner = JdbcClient.create(ownersWay);
        long start = System.nanoTime();
        for (int part = 0; part < 10; part++) {
            owner.sql("""
                    insert into journal.entry (id, actor, child, what, purpose, about)
                    select uuidv7(), 'staff:' || gen_random_uuid(), gen_random_uuid(), 'read-story', 'prepare-lesson',
                        gen_random_uuid()
                    from generate_series(1, :rows)""").param("rows", MILLION / 10).update();
        }
        await().pollInterval(Duration.ofMillis(200))
                .atMost(Duration.ofMinutes(8))
                .until(() -> sealed(owner) == MILLION);
        System.out.printf(
                Locale.ROOT, "written and sealed: %,.0f rows/s%n", MILLION / ((System.nanoTime() - start) / 1e9));

        for (int run = 0; run < 3; run++) {
            assertThat(rowsASecond(verifyAudit())).isGreaterThanOrEqualTo(100_000);
        }
        theNextIsSealedWithoutReadingTheMillion(owner);
    }

    private static void theNextIsSealedWithoutReadingTheMillion(JdbcClient owner) throws InterruptedException {
        long read = readFromEndToEnd(owner);
        for (int entry = 1; entry <= 5; entry++) {
            owner.sql("""
                    insert into journal.entry (id, actor, child, what, purpose)
                    values (uuidv7(), 'test', gen_random_uuid(), 'read-story', 'lesson')""").update();
            int sealed = MILLION + entry;
            await().atMost(Duration.ofSeconds(2)).until(() -> sealed(owner) == sealed);
        }
        Thread.sleep(3_000); // the database counts with a delay
        assertThat(readFromEndToEnd(owner)).isEqualTo(read);
    }

    private static long readFromEndToEnd(JdbcClient owner) {
        return owner.sql("select sum(seq_tup_read) from pg_stat_user_tables where relname in ('entry', 'sealed')")
                .query(Long.class)
                .single();
    }

    private static long sealed(JdbcClient owner) {
        return owner.sql("select coalesce(sum(entries), 0) from journal.block")
                .query(Long.class)
                .single();
    }

    private String verifyAudit() throws Exception {
        DriverManagerDataSource address = (DriverManagerDataSource) ownersWay;
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        "by.pobach.VerifyAudit")
                .redirectErrorStream(true);
        command.environment().put("POBACH_DATA", data.toString());
        command.environment()
                .put(
                        "POBACH_DATABASE_URL",
                        address.getUrl()
                                .replaceFirst(
                                        "jdbc:postgresql://",
                                        "postgresql://" + address.getUsername() + ":" + address.getPassword() + "@"));
        Process process = command.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static int rowsASecond(String said) {
        Matcher figure = Pattern.compile("([0-9,]+) rows/s").matcher(said);
        assertThat(figure.find()).isTrue();
        return Integer.parseInt(figure.group(1).replace(",", ""));
    }
}
