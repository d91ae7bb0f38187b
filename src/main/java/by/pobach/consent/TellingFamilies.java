package by.pobach.consent;

import by.pobach.web.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Writes to families on the day an officer chose; on one node at a time, whichever it is. */
@Configuration(proxyBeanMethods = false)
class TellingFamilies {
    @Bean
    RecurringTask<Void> tellFamiliesOfDanger(Dangers dangers) {
        return Tasks.recurring("consent-tell-families", FixedDelay.ofHours(1))
                .execute((_, _) -> Actor.as("job:danger", dangers::tellThoseWhoseDayCame));
    }
}
