package by.pobach.visits;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Centre's rules for keeping visits; settings, not law.
 *
 * @param eraseAfter name and contact of a visit without account are erased this long after it
 * @param undo how long a cancelled visit can be taken back
 * @param limits whether the limits below apply
 * @param attemptsPerMinute of one contact
 * @param futureVisits of one contact
 * @param rushPerHour more bookings than this Centre-wide must be confirmed by link
 * @param confirmWithin how long an unconfirmed visit is kept
 * @param failedLookups of tokens and codes a minute from one address
 */
@ConfigurationProperties("pobach.visits")
public record VisitRules(
        @DefaultValue("30d") Duration eraseAfter,
        @DefaultValue("15m") Duration undo,
        @DefaultValue("true") boolean limits,
        @DefaultValue("60") int attemptsPerMinute,
        @DefaultValue("25") int futureVisits,
        @DefaultValue("200") int rushPerHour,
        @DefaultValue("30m") Duration confirmWithin,
        @DefaultValue("30") int failedLookups) {}
