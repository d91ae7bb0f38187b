package by.pobach.vault;

import by.pobach.web.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Each minute, on one node: keys of owners under an old master key come under the one of today. */
@Configuration(proxyBeanMethods = false)
class Rewrapping {

    @Bean
    RecurringTask<Void> rewrapOwnerKeys(Rewrapper rewrapper) {
        return Tasks.recurring("vault-rewrap", FixedDelay.ofMinutes(1))
                .execute((instance, context) -> Actor.as("job:vault", rewrapper::all));
    }
}
