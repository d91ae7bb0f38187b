package by.pobach.visits;

/** What a module above wants to know in the same transaction: somebody’s work begins or ends with a visit. */
public interface VisitWatcher {
    /** The visit stands at its time, with its people: booked anew, moved, given to somebody else, brought back. */
    void stands(Visit visit);

    /** It does not take place. */
    void ended(Visit visit);
}
