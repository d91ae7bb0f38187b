package by.pobach.calendar;

/** Writes RFC 5545 text with CRLF line ends and folded lines. */
public final class CalendarFile {
    private CalendarFile() {}

    /** METHOD:PUBLISH, for a file that somebody downloads. A cancelled entry says STATUS:CANCELLED. */
    public static String publish(CalendarEntry entry) {
        throw new UnsupportedOperationException("being built");
    }

    /** METHOD:REQUEST (or CANCEL for a cancelled entry) with ORGANIZER and ATTENDEE, for a mailed invitation. */
    public static String invitation(CalendarEntry entry, String organizer, String attendee) {
        throw new UnsupportedOperationException("being built");
    }
}
