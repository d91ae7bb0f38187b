package by.pobach.signin;

import by.pobach.web.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once in six hours, on one node: counted guesses and links that are over. */
@Configuration(proxyBeanMethods = false)
class Sweeping {

    @Bean
    RecurringTask<Void> sweepSignIn(GuessTable table) {
        return Tasks.recurring("signin-sweep", FixedDelay.ofHours(6))
                .execute((instance, context) -> Actor.as("job:signin", table::sweep));
    }
}
