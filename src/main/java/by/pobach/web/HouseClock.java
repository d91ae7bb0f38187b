package by.pobach.web;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the house; tests put another in its place. */
@Configuration(proxyBeanMethods = false)
class HouseClock {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }
}
