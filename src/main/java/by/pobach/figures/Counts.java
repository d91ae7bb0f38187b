package by.pobach.figures;

import org.jspecify.annotations.Nullable;

/**
 * A week in numbers, and what is open now.
 *
 * @param promised what had to be answered until a day of this week; {@code inTime} of them were, {@code waiting} still may be
 * @param longestWait days from asking to the visit, or null without visits
 * @param oldestWish days that the oldest unanswered wish has waited, or null without any
 */
record Counts(
        int booked,
        int wished,
        int promised,
        int inTime,
        int waiting,
        @Nullable Integer longestWait,
        int kept,
        int noShow,
        int unmarked,
        int cancelledByFamily,
        int cancelledByUs,
        int untold,
        int wishes,
        @Nullable Integer oldestWish) {

    int asked() {
        return booked + wished;
    }

    /** The figure as one number; of those answered in time, how many were. Null where there is nothing to measure. */
    @Nullable
    Integer of(Figure figure) {
        return switch (figure) {
            case ASKED -> asked();
            case ANSWERED -> inTime;
            case LONGEST_WAIT -> longestWait;
            case KEPT -> kept;
            case NO_SHOW -> noShow;
            case UNMARKED -> unmarked;
            case CANCELLED_BY_FAMILY -> cancelledByFamily;
            case CANCELLED_BY_US -> cancelledByUs;
            case UNTOLD -> untold;
            case OLDEST_WISH -> oldestWish;
        };
    }
}
