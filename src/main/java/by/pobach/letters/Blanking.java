package by.pobach.letters;

import by.pobach.web.Actor;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Once in six hours, on one node: letters long done lose their address and words. */
@Configuration(proxyBeanMethods = false)
class Blanking {
    private static final Logger LOG = LoggerFactory.getLogger(Blanking.class);

    @Bean
    RecurringTask<Void> blankOldLetters(LetterTable table, PostSettings settings) {
        return Tasks.recurring("letters-blank", FixedDelay.ofHours(6))
                .execute((instance, context) -> Actor.as("job:letters", () -> {
                    int blanked = table.blank(settings.kept());
                    LOG.debug("{} old letters blanked", blanked);
                }));
    }
}
