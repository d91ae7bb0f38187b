package by.pobach.visits;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The house's clock, which a test may set ahead. */
@NullMarked
public class MovedClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    @TestConfiguration
    public static class InTheHouse {
        @Bean
        @Primary
        MovedClock movedClock() {
            return new MovedClock();
        }
    }

    public void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }

    public void back() {
        ahead = Duration.ZERO;
    }

    boolean isMoved() {
        return !ahead.isZero();
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException();
    }
}
