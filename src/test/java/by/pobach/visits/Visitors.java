package by.pobach.visits;

import by.pobach.visits.Outcome.Booked;
import by.pobach.visits.Visit.State;
import by.pobach.web.Actor;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.test.context.TestComponent;

/** Families who book with Alena at {@link SmallCentre}, each a half hour of its own, and what became of it. */
@TestComponent
@NullMarked
public class Visitors {
    public static final UUID MARYNA_THE_COORDINATOR = SmallCentre.id("maryna");

    /** Ten to two: twelve half hours would do as well, but evenings are for tests of evenings. */
    private static final int A_DAY = 8;

    private final AtomicInteger halfHours = new AtomicInteger();
    private final SmallCentre centre;
    private final Visits visits;
    private final VisitChanges changes;

    Visitors(SmallCentre centre, Visits visits, VisitChanges changes) {
        this.centre = centre;
        this.visits = visits;
        this.changes = changes;
    }

    /** The next half hour that nobody has taken. */
    public Instant next() {
        int at = halfHours.getAndIncrement();
        return centre.wednesday(at / A_DAY, 10 + at % A_DAY / 2, at % 2 * 30);
    }

    /** Somebody books a talk. */
    public Visit booked() {
        return keep(centre.booking("talk", next(), SmallCentre.ALENA));
    }

    /** Somebody books, and it must succeed. */
    public Visit keep(Booking booking) {
        return ((Booked) visits.book(booking, UUID.randomUUID().toString(), "test")).visit();
    }

    /** Maryna says what became of a visit; the visit as it is then. */
    public Visit happened(Visit visit, State state) {
        Actor.as("staff:" + MARYNA_THE_COORDINATOR, () -> changes.happened(visit.id(), state));
        return visits.find(visit.id()).orElseThrow();
    }

    /** Somebody booked, and this became of it. */
    public Visit of(State state) {
        return happened(booked(), state);
    }
}
