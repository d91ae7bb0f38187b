package by.pobach.diary;

import by.pobach.Pobach;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Pobach as most would have written it: look whether the time is free, then take it. The fault that the history checker
 * must find; it lives among the tests and has no switch in the house.
 */
public final class RacyHouse {

    public static void main(String[] args) {
        SpringApplication.from(Pobach::main).with(RacyHouse.class).run(args);
    }

    @Bean
    @Primary
    static DiaryTable racyDiaryTable(JdbcClient sql, JdbcTemplate jdbc) {
        return new LookThenTake(sql, jdbc);
    }

    /** Between looking and taking something always passes: here as much as a slow network takes, so that a fast machine shows it too. */
    private static final long WINDOW_NANOS = 10_000_000;

    private static final class LookThenTake extends DiaryTable {
        private final JdbcTemplate jdbc;

        LookThenTake(JdbcClient sql, JdbcTemplate jdbc) {
            super(sql, jdbc);
            this.jdbc = jdbc;
        }

        @Override
        int hold(UUID heldFor, String kind, @Nullable Instant expires, List<Slot> slots) {
            if (!holds(slots).isEmpty()) {
                return 0;
            }
            LockSupport.parkNanos(WINDOW_NANOS);
            for (Slot slot : slots) {
                jdbc.update(
                        """
                        insert into diary.hold (id, held_for, kind, resource_id, during)
                        values (?, ?, ?, ?, tstzrange(?, ?))""",
                        UUID.randomUUID(),
                        heldFor,
                        kind,
                        slot.resource(),
                        Timestamp.from(slot.from()),
                        Timestamp.from(slot.to()));
            }
            return slots.size();
        }
    }
}
