package by.pobach.calendar;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * Writes RFC 5545 text with CRLF line ends and folded lines.
 *
 * <p>Times are written in UTC: an entry is one meeting at one instant, every calendar shows it in its owner's own zone,
 * and no client has to trust a zone table of ours (a local time in the hour that autumn repeats cannot be written at all).
 */
public final class CalendarFile {
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private CalendarFile() {}

    /** METHOD:PUBLISH, for a file that somebody downloads. A cancelled entry says STATUS:CANCELLED. */
    public static String publish(CalendarEntry entry) {
        var file = begin("PUBLISH", entry);
        return end(file);
    }

    /**
     * METHOD:REQUEST (or CANCEL for a cancelled entry) with ORGANIZER and ATTENDEE, for a mailed invitation. Nobody is
     * asked to answer: the meeting is already agreed, and an answer would land where nobody reads it.
     *
     * @param organizer an e-mail address
     * @param attendee an e-mail address
     */
    public static String invitation(CalendarEntry entry, String organizer, String attendee) {
        var file = begin(entry.cancelled() ? "CANCEL" : "REQUEST", entry);
        file.line("ORGANIZER;CN=" + ContentLines.parameter("Побач") + ":mailto:" + ContentLines.address(organizer));
        file.line(
                "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=FALSE:mailto:" + ContentLines.address(attendee));
        return end(file);
    }

    /**
     * What is open to everybody, as one calendar that others may follow.
     *
     * @param name what calendar programs call it
     */
    public static String feed(String name, List<CalendarEntry> entries) {
        var file = head("PUBLISH");
        file.text("NAME", name).text("X-WR-CALNAME", name).line("REFRESH-INTERVAL;VALUE=DURATION:P1D");
        entries.forEach(entry -> event(file, "PUBLIC", entry).line("END:VEVENT"));
        return file.line("END:VCALENDAR").toString();
    }

    private static ContentLines begin(String method, CalendarEntry entry) {
        return event(head(method), "PRIVATE", entry);
    }

    private static ContentLines head(String method) {
        return new ContentLines()
                .line("BEGIN:VCALENDAR")
                .line("VERSION:2.0")
                .line("PRODID:-//Pobach//Pobach//BE")
                .line("CALSCALE:GREGORIAN")
                .line("METHOD:" + method);
    }

    private static ContentLines event(ContentLines file, String openTo, CalendarEntry entry) {
        file.line("BEGIN:VEVENT")
                .text("UID", entry.uid())
                .line("SEQUENCE:" + entry.sequence())
                .line("DTSTAMP:" + utc(entry.stamp()))
                .line("LAST-MODIFIED:" + utc(entry.stamp()))
                .line("DTSTART:" + utc(entry.start()))
                .line("DTEND:" + utc(entry.end()))
                .text("SUMMARY", entry.summary())
                .line("STATUS:" + (entry.cancelled() ? "CANCELLED" : "CONFIRMED"))
                .line("TRANSP:" + (entry.cancelled() ? "TRANSPARENT" : "OPAQUE"))
                .line("CLASS:" + openTo);
        if (!entry.location().isBlank()) {
            file.text("LOCATION", entry.location());
        }
        if (entry.url() != null) {
            file.line("URL:" + ContentLines.address(entry.url()));
        }
        return file;
    }

    private static String end(ContentLines file) {
        return file.line("END:VEVENT").line("END:VCALENDAR").toString();
    }

    private static String utc(Instant instant) {
        return UTC.format(instant);
    }
}
