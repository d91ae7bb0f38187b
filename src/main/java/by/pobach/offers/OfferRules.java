package by.pobach.offers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Centre's rules for offering times; settings, not law.
 *
 * @param horizonDays how far ahead anyone may book
 * @param notice a start sooner than this is not offered
 * @param answerDays working days until a wish or an interpreter search is answered
 */
@ConfigurationProperties("pobach.offers")
record OfferRules(
        @DefaultValue("120") int horizonDays,
        @DefaultValue("60m") Duration notice,
        @DefaultValue("3") int answerDays) {}
