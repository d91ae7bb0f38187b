package by.pobach.site;

import by.pobach.calendar.CalendarEntry;
import by.pobach.calendar.CalendarFile;
import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.web.Addresses;
import by.pobach.web.Frame;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** The dates of the groups for whoever follows them from a calendar or a feed reader. */
@RestController
class EventFeeds {
    private static final Duration ANNOUNCED_BEFORE = Duration.ofDays(180);

    private final Programme programme;
    private final Centre centre;
    private final Addresses addresses;
    private final IcuMessages messages;

    EventFeeds(Programme programme, Centre centre, Addresses addresses, IcuMessages messages) {
        this.programme = programme;
        this.centre = centre;
        this.addresses = addresses;
        this.messages = messages;
    }

    @GetMapping("/events.ics")
    ResponseEntity<String> calendar(@RequestAttribute Frame frame) {
        Language language = frame.language();
        CentreFacts facts = centre.facts();
        List<CalendarEntry> entries = programme.next().stream()
                .map(event -> entry(event, facts, language))
                .toList();
        return answer("text/calendar", CalendarFile.feed(title(language), entries));
    }

    /** RFC 4287. */
    @GetMapping("/events.atom")
    ResponseEntity<String> atom(@RequestAttribute Frame frame) {
        Language language = frame.language();
        List<Programme.Event> events = programme.next();
        StringBuilder feed = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"%s\">\n".formatted(language.tag()));
        element(feed, "id", urn("feed/" + language.tag()));
        element(feed, "title", title(language));
        element(
                feed,
                "updated",
                events.stream()
                        .map(EventFeeds::announced)
                        .max(Comparator.naturalOrder())
                        .orElse(Instant.EPOCH)
                        .toString());
        feed.append("<author>");
        element(feed, "name", centre.facts().name().in(language));
        feed.append("</author>\n");
        link(feed, "self", "/events.atom", language);
        link(feed, "alternate", "/services", language);
        events.forEach(event -> entry(feed, event, language));
        return answer("application/atom+xml", feed.append("</feed>\n").toString());
    }

    private void entry(StringBuilder feed, Programme.Event event, Language language) {
        Programme.Told told = programme.told(List.of(event), language).getFirst();
        feed.append("<entry>\n");
        element(feed, "id", urn(event.id() + "/" + language.tag()));
        element(feed, "title", told.name() + " · " + told.when());
        element(feed, "updated", announced(event).toString());
        element(feed, "summary", told.about());
        feed.append("<link rel=\"alternate\" href=\"%s\"/>\n".formatted(escaped(told.whole())));
        feed.append("</entry>\n");
    }

    private CalendarEntry entry(Programme.Event event, CentreFacts facts, Language language) {
        return new CalendarEntry(
                urn(event.id()),
                0,
                announced(event),
                event.start(),
                event.end(),
                facts.zone(),
                event.service().name().in(language),
                facts.address().in(language),
                addresses.of(event.href() + "&lang=" + language.tag()),
                false);
    }

    private void link(StringBuilder feed, String relation, String path, Language language) {
        feed.append("<link rel=\"%s\" href=\"%s\"/>\n".formatted(relation, escaped(addresses.of(path, language))));
    }

    private static void element(StringBuilder feed, String name, String text) {
        feed.append("<%s>%s</%s>\n".formatted(name, escaped(text), name));
    }

    private static String escaped(String text) {
        return HtmlUtils.htmlEscapeDecimal(text, "UTF-8");
    }

    /** Nobody keeps when a date was decided; what matters to a reader is that it never changes for the same date. */
    private static Instant announced(Programme.Event event) {
        return event.start().minus(ANNOUNCED_BEFORE);
    }

    private static String urn(String name) {
        return "urn:uuid:" + UUID.nameUUIDFromBytes(("events/" + name).getBytes(StandardCharsets.UTF_8));
    }

    private String title(Language language) {
        return messages.say(language, "web.feed") + " · Побач";
    }

    private static ResponseEntity<String> answer(String type, String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.parseMediaType(type), StandardCharsets.UTF_8))
                .body(text);
    }
}
