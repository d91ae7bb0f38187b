package by.pobach.diary;

/** What came of asking for time. */
public sealed interface HoldOutcome {

    /** Every slot is held once the caller's transaction commits. */
    record Held() implements HoldOutcome {}

    /** At least one slot belongs to somebody else or to an absence; the caller must roll back. */
    record Taken() implements HoldOutcome {}
}
