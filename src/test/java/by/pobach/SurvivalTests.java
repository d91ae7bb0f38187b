package by.pobach;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is acknowledged survives, and the house comes back by itself, whatever is killed. */
@Tag("fault")
class SurvivalTests {
    private static final Duration MINUTES = Duration.ofMinutes(3);

    Path data;
    Path server;

    @BeforeEach
    void an_empty_home() {
        data = TestHouse.temporaryFolder("home-");
        server = data.resolve("postgresql");
    }

    @AfterEach
    void nothing_stays_behind() throws Exception {
        EmbeddedDatabase.in(server, server, Map.of()).stopOrphan();
        Folders.delete(data);
    }

    @Test
    void a_start_after_the_application_was_killed_takes_over_the_running_database() throws Exception {
        try (HouseProcess killed = start()) {
            remember("before the kill");
            killed.kill();
        }
        long orphan = postmaster();

        try (HouseProcess next = start()) {
            assertThat(postmaster()).isEqualTo(orphan);
            assertThat(remembered()).isEqualTo("before the kill");
            assertThat(next.stop(Duration.ofSeconds(10))).isTrue();
        }
        assertThat(new Postmaster(server).alive()).isFalse();
    }

    @Test
    void a_database_that_is_killed_is_started_again_and_bookings_go_on() throws Exception {
        try (HouseProcess house = start()) {
            remember("before the kill");
            long first = postmaster();
            ProcessHandle.of(first).orElseThrow().destroyForcibly();
            Thread.sleep(1_500);

            house.awaitUp(MINUTES);

            assertThat(postmaster()).isNotEqualTo(first);
            assertThat(remembered()).isEqualTo("before the kill");
        }
    }

    @Test
    void a_start_after_everything_was_killed_heals() throws Exception {
        try (HouseProcess killed = start()) {
            remember("before the kill");
            ProcessHandle database = ProcessHandle.of(postmaster()).orElseThrow();
            killed.kill();
            var children = database.descendants().toList();
            database.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
        }

        try (HouseProcess next = start()) {
            assertThat(remembered()).isEqualTo("before the kill");
            assertThat(next.stop(Duration.ofSeconds(10))).isTrue();
        }
    }

    @Test
    void two_nodes_may_start_at_once_on_an_empty_database() throws Exception {
        Map<String, String> settings =
                Map.of("POBACH_DATABASE_URL", TestHouse.freshDatabaseUrl(), "POBACH_DATA", data.toString());

        try (HouseProcess one = HouseProcess.start(settings);
                HouseProcess two = HouseProcess.start(settings)) {
            one.awaitUp(MINUTES);
            two.awaitUp(MINUTES);

            assertThat(one.stop(Duration.ofSeconds(10))).isTrue();
            assertThat(two.health()).isEqualTo(200);
        }
    }

    @Test
    void two_nodes_may_share_one_home_and_the_last_one_turns_off_the_light() throws Exception {
        try (HouseProcess one = start();
                HouseProcess two = start()) {
            assertThat(one.stop(Duration.ofSeconds(10))).isTrue();
            Thread.sleep(1_200);
            assertThat(two.health()).isEqualTo(200);
            assertThat(two.stop(Duration.ofSeconds(10))).isTrue();
            assertThat(new Postmaster(server).alive()).isFalse();
        }
    }

    private HouseProcess start() throws Exception {
        return HouseProcess.start(Map.of("POBACH_DATA", data.toString())).awaitUp(MINUTES);
    }

    private long postmaster() throws Exception {
        return Long.parseLong(Files.readAllLines(server.resolve("cluster").resolve("postmaster.pid"))
                .getFirst());
    }

    private void remember(String text) throws Exception {
        sql("insert into jobs.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                + " values ('trial', '" + text + "', 'infinity', false, 1) returning task_instance");
    }

    private String remembered() throws Exception {
        return sql("select task_instance from jobs.scheduled_tasks where task_name = 'trial'");
    }

    private String sql(String sql) throws Exception {
        DatabaseAddress database = EmbeddedDatabase.in(server, server, Map.of()).address();
        try (Connection connection = database.connectAsOwner()) {
            return new BackupSession(connection).texts(sql).getFirst();
        }
    }
}
