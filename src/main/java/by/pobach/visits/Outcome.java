package by.pobach.visits;

import by.pobach.offers.Alternative;
import by.pobach.offers.Fault;
import java.time.Duration;
import java.util.List;

/** What came of a wish to book, move, or take back a visit. Each refusal has words for people in three languages. */
public sealed interface Outcome {

    /** The visit is promised; its link opens it. */
    record Booked(Visit visit, String token) implements Outcome {}

    /** Not free, whatever took it; the nearest times that differ in one thing, if any exist within 30 days. */
    record Taken(List<Alternative> alternatives) implements Outcome {}

    /** The wish itself cannot be granted as written. */
    record Invalid(List<Fault> faults) implements Outcome {}

    /** The same key came before with another form. */
    record KeyReused() implements Outcome {}

    /** Too many attempts or too many visits ahead. */
    record TooMany(Duration retryAfter) implements Outcome {}

    /** The visit was cancelled, has begun, or can no longer be taken back. */
    record TooLate() implements Outcome {}
}
