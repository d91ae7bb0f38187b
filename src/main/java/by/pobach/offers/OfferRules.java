package by.pobach.offers;

import by.pobach.places.OwnRules;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The Centre's rules for offering times; settings, not law. Its own numbers, or those the installation came with. */
@Component
public class OfferRules {
    public static final String HORIZON_DAYS = "offers.horizon-days";
    public static final String NOTICE_MINUTES = "offers.notice-minutes";
    public static final String ANSWER_DAYS = "offers.answer-days";
    public static final String TRAVEL_MINUTES = "offers.travel-minutes";

    private final CameWith cameWith;
    private final OwnRules own;

    /** What the installation came with, in {@code pobach.offers}. */
    @ConfigurationProperties("pobach.offers")
    record CameWith(
            @DefaultValue("120") int horizonDays,
            @DefaultValue("60m") Duration notice,
            @DefaultValue("3") int answerDays,
            @DefaultValue("60m") Duration travel) {}

    OfferRules(CameWith cameWith, OwnRules own) {
        this.cameWith = cameWith;
        this.own = own;
    }

    /** How far ahead anyone may book. */
    public int horizonDays() {
        return own.number(HORIZON_DAYS).orElse(cameWith.horizonDays());
    }

    /** A start sooner than this is not offered. */
    public Duration notice() {
        return own.number(NOTICE_MINUTES).map(Duration::ofMinutes).orElse(cameWith.notice());
    }

    /** Working days until a wish or an interpreter search is answered. */
    public int answerDays() {
        return own.number(ANSWER_DAYS).orElse(cameWith.answerDays());
    }

    /**
     * How long a family is on its way to the Centre. Nobody is asked where they live, so one allowance counts for all who
     * come, and none for a talk by phone or video. Who must leave home first is told first.
     */
    public Duration travel() {
        return own.number(TRAVEL_MINUTES).map(Duration::ofMinutes).orElse(cameWith.travel());
    }
}
