package by.pobach.cover;

import java.util.List;

/** What came of something pressed on the page of a case. */
sealed interface CoverOutcome {

    record Done() implements CoverOutcome {}

    /** Somebody else took the person, the room or the device a moment before; the visit is as it was. */
    record Faster() implements CoverOutcome {}

    /** The visit is not as the page showed it; whoever changed it has decided. */
    record ChangedMeanwhile() implements CoverOutcome {}

    /** Nothing was decided for the visit yet, so there is nothing to tell. */
    record Undecided() implements CoverOutcome {}

    /** The case is closed. */
    record Closed() implements CoverOutcome {}

    /** Who does not know yet. */
    record Untold(List<Affected> who) implements CoverOutcome {}

    /** The person has another open case in that time. */
    record Overlaps() implements CoverOutcome {}
}
