package by.pobach.journeys;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Primary;

/** The clock of the house, and the hand that moves it: the day of a visit comes at once. */
@Primary
class MovableClock extends Clock {
    private volatile Duration ahead = Duration.ZERO;

    void moveTo(Instant moment) {
        ahead = Duration.between(Instant.now(), moment);
    }

    /** The diary looks at the day once a second and has to find its way back, too. */
    void moveBack() {
        if (!ahead.isZero()) {
            ahead = Duration.ZERO;
            try {
                Thread.sleep(Duration.ofMillis(2_500));
            } catch (InterruptedException stopped) {
                throw new AssertionError(stopped);
            }
        }
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
        return Clock.offset(Clock.system(zone), ahead);
    }
}
