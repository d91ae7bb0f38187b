package by.pobach.links;

import by.pobach.web.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Every ten minutes, on one node: links that are over lose the contact they were sent to. */
@Configuration(proxyBeanMethods = false)
class LinkSweeping {

    @Bean
    RecurringTask<Void> sweepLinks(SignInLinks links) {
        return Tasks.recurring("links-sweep", FixedDelay.ofMinutes(10))
                .execute((instance, context) -> Actor.as("job:links", links::forgetOld));
    }
}
