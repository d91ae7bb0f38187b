package by.pobach.visits;

import by.pobach.offers.Need;
import by.pobach.offers.Offers;
import by.pobach.offers.Times;
import by.pobach.web.Ids;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Whoever asked for sign language and got the time without it is owed an interpreter: a task of the desk with a day. */
@Component
class InterpreterSearch {
    private final Tasks tasks;
    private final Offers offers;
    private final Times times;
    private final Clock clock;

    InterpreterSearch(Tasks tasks, Offers offers, Times times, Clock clock) {
        this.tasks = tasks;
        this.offers = offers;
        this.times = times;
        this.clock = clock;
    }

    /** In the transaction that keeps the visit. */
    void beginFor(Visit visit) {
        if (visit.needs().contains(Need.SIGN_INTERPRETER)
                && visit.interpreter() == null
                && !offers.signs(visit.specialist())) {
            tasks.add(new Task(
                    Ids.next(),
                    Task.Kind.INTERPRETER,
                    visit.id(),
                    visit.person(),
                    null,
                    times.answerDay(),
                    clock.instant()));
        }
    }

    /** A visit that is cancelled or moved needs nobody found for its old time. */
    void endFor(Visit visit) {
        tasks.dropInterpreterSearch(visit.id());
    }
}
