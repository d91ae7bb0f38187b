package by.pobach.cover;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The Centre's rules for covering; settings, not law.
 *
 * @param soon who leaves home within this time and is reached by phone only is to be called at once
 */
@ConfigurationProperties("pobach.cover")
record CoverRules(@DefaultValue("4h") Duration soon) {}
