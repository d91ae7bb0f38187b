package by.pobach.families;

import by.pobach.families.Decision.Refused;
import by.pobach.families.Household.Answer;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/**
 * What a page shows to somebody to whom a child is closed: whoever may not even know the child gets the answer of an address that
 * leads nowhere; the others read why.
 */
final class Closed {
    private Closed() {}

    static <T> ModelAndView or(Answer<T> answer, Function<T, ModelAndView> page) {
        return switch (answer) {
            case Answer.Open<T>(T it) -> page.apply(it);
            case Answer.Closed<T>(Refused why) -> page(why);
        };
    }

    private static ModelAndView page(Refused why) {
        if (why.silent()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        ModelAndView page = new ModelAndView("families/closed", "why", why.key());
        page.setStatus(HttpStatus.FORBIDDEN);
        return page;
    }
}
