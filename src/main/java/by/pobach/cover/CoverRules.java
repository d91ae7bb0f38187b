package by.pobach.cover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Centre's rules for covering; settings, not law.
 *
 * @param travel how long a family is on its way to the Centre. Nobody is asked where they live, so one allowance counts for
 *     all who come, and none for a talk by phone or video
 * @param soon who leaves home within this time and is reached by phone only is to be called at once
 */
@ConfigurationProperties("pobach.cover")
record CoverRules(
        @DefaultValue("60m") Duration travel,
        @DefaultValue("4h") Duration soon) {}
