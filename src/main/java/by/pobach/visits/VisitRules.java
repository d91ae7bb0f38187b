package by.pobach.visits;

import by.pobach.places.OwnRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The Centre's rules for keeping visits; settings, not law. Its own numbers, or those the installation came with. */
@Component
public class VisitRules {
    public static final String ERASE_DAYS = "visits.erase-days";
    public static final String UNDO_MINUTES = "visits.undo-minutes";
    public static final String ATTEMPTS_PER_MINUTE = "visits.attempts-per-minute";
    public static final String FUTURE_VISITS = "visits.future-visits";
    public static final String RUSH_PER_HOUR = "visits.rush-per-hour";
    public static final String CONFIRM_MINUTES = "visits.confirm-minutes";
    public static final String FAILED_LOOKUPS = "visits.failed-lookups";

    private final CameWith cameWith;
    private final OwnRules own;

    /** What the installation came with, in {@code pobach.visits}. */
    @ConfigurationProperties("pobach.visits")
    record CameWith(
            @DefaultValue("30d") Duration eraseAfter,
            @DefaultValue("15m") Duration undo,
            @DefaultValue("true") boolean limits,
            @DefaultValue("60") int attemptsPerMinute,
            @DefaultValue("25") int futureVisits,
            @DefaultValue("200") int rushPerHour,
            @DefaultValue("30m") Duration confirmWithin,
            @DefaultValue("30") int failedLookups) {}

    VisitRules(CameWith cameWith, OwnRules own) {
        this.cameWith = cameWith;
        this.own = own;
    }

    /** Name and contact of a visit without account are erased this long after it. */
    public Duration eraseAfter() {
        return own.number(ERASE_DAYS).map(Duration::ofDays).orElse(cameWith.eraseAfter());
    }

    /** How long a cancelled visit can be taken back. */
    public Duration undo() {
        return own.number(UNDO_MINUTES).map(Duration::ofMinutes).orElse(cameWith.undo());
    }

    /** Whether the limits below apply; never the Centre's choice. */
    public boolean limits() {
        return cameWith.limits();
    }

    /** Of one contact. */
    public int attemptsPerMinute() {
        return own.number(ATTEMPTS_PER_MINUTE).orElse(cameWith.attemptsPerMinute());
    }

    /** Of one contact. */
    public int futureVisits() {
        return own.number(FUTURE_VISITS).orElse(cameWith.futureVisits());
    }

    /** More bookings than this Centre-wide must be confirmed by link. */
    public int rushPerHour() {
        return own.number(RUSH_PER_HOUR).orElse(cameWith.rushPerHour());
    }

    /** How long an unconfirmed visit is kept. */
    public Duration confirmWithin() {
        return own.number(CONFIRM_MINUTES).map(Duration::ofMinutes).orElse(cameWith.confirmWithin());
    }

    /** Of tokens and codes, a minute from one address. */
    public int failedLookups() {
        return own.number(FAILED_LOOKUPS).orElse(cameWith.failedLookups());
    }
}
