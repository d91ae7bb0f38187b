package by.pobach.visits;

import by.pobach.calendar.CalendarEntry;
import by.pobach.calendar.CalendarFile;
import by.pobach.letters.Letter;
import by.pobach.letters.Letters;
import by.pobach.offers.Place;
import by.pobach.people.Person;
import by.pobach.people.Person.TellBy;
import by.pobach.people.Persons;
import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;

/**
 * What the Centre writes about a visit. Letters are read over shoulders and on shared phones: they say when, and nothing
 * about the child, the help, the specialist or the device; the rest is behind the link.
 */
@Component
class VisitLetters {
    private static final String DOCUMENT = """
            <!doctype html>
            <html lang="%1$s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%2$s</title>
            <style>body{max-width:36em;margin:auto;padding:1em;font:1.1em/1.5 sans-serif;overflow-wrap:anywhere}h1{font-size:1.4em;line-height:1.2}</style></head>
            <body><main><h1>%2$s</h1>
            %3$s
            </main></body></html>
            """;

    private final Letters letters;
    private final Persons persons;
    private final Centre centre;
    private final Dates dates;
    private final IcuMessages messages;
    private final LetterTexts texts;
    private final VisitRules rules;
    private final Clock clock;
    private final String baseUrl;

    enum Kind {
        BOOKED,
        MOVED,
        /** The same time with somebody else, since who was promised is away. */
        REPLACED,
        /** Another time, since who was promised is away. */
        SHIFTED,
        CANCELLED,
        /** What was asked for with the time has been found; what it is stands behind the link. */
        NEWS,
        /** Something is different this time; what it is stands behind the link. */
        DIFFERENT,
        /** A cancellation was taken back. */
        RESTORED,
        /** Asks to follow the link, since too many bookings came at once. */
        CONFIRM;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    VisitLetters(
            Letters letters,
            Persons persons,
            Centre centre,
            Dates dates,
            IcuMessages messages,
            LetterTexts texts,
            VisitRules rules,
            Clock clock,
            @Value("${pobach.base-url}") String baseUrl) {
        this.letters = letters;
        this.persons = persons;
        this.centre = centre;
        this.dates = dates;
        this.messages = messages;
        this.texts = texts;
        this.rules = rules;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Posts the letter in the caller's transaction: by mail, or to the desk, which calls or sends a message. */
    void tell(Visit visit, String token, Kind kind) {
        tell(visit, token, kind, kind);
    }

    /** The same, where a voice says another kind than a letter: the desk says only the newest of several. */
    void tell(Visit visit, String token, Kind kind, Kind byVoice) {
        persons.find(visit.person()).ifPresent(person -> {
            if (person.tellBy() == TellBy.MAIL && person.email() != null) {
                letters.post(mail(visit, person, person.email(), token, kind));
            } else if (person.phone() != null) {
                letters.post(toSay(visit, person, person.phone(), token, byVoice));
            } else if (person.email() != null) {
                letters.post(mail(visit, person, person.email(), token, kind));
            }
        });
    }

    /** The visit as a calendar entry that says nothing private. */
    CalendarEntry entry(Visit visit, Language language, String token) {
        CentreFacts facts = centre.facts();
        return new CalendarEntry(
                visit.id() + "@pobach",
                visit.revision(),
                clock.instant(),
                visit.start(),
                visit.end(),
                facts.zone(),
                messages.say(language, "visits.letter.summary"),
                visit.place() == Place.HERE ? facts.street().in(language) : "",
                link(token),
                !visit.stands() && visit.cancelledAt() != null);
    }

    String link(String token) {
        return baseUrl + "/visits/" + token;
    }

    /** Where the calendar file of a visit can be downloaded by programs. */
    String calendarUrl(String token) {
        return baseUrl + "/api/v1/visits/" + token + "/calendar.ics";
    }

    private Letter mail(Visit visit, Person person, String email, String token, Kind kind) {
        Language language = person.language();
        String subject = subject(visit, language, kind);
        String text = text(visit, language, token, kind);
        CalendarEntry entry = entry(visit, language, token);
        Letter.Invitation invitation = kind == Kind.CONFIRM || kind == Kind.NEWS || kind == Kind.DIFFERENT
                ? null
                : new Letter.Invitation(
                        entry.cancelled() ? "CANCEL" : "REQUEST",
                        CalendarFile.invitation(entry, centre.facts().email(), email));
        return new Letter(
                visit.id(),
                visit.revision(),
                kind.code(),
                Letter.Channel.MAIL,
                email,
                language,
                subject,
                text,
                html(language, subject, text),
                invitation);
    }

    private Letter toSay(Visit visit, Person person, String phone, String token, Kind kind) {
        String said = say(person.language(), "say-" + kind.code(), visit, token);
        String text = said + different(visit, person.language(), kind);
        return new Letter(
                visit.id(),
                visit.revision(),
                kind.code(),
                Letter.Channel.DESK,
                phone,
                person.language(),
                subject(visit, person.language(), kind),
                text,
                null,
                null);
    }

    /** A voice says it to the person at once; a letter, which others may see, leaves it behind the link. */
    private String different(Visit visit, Language language, Kind kind) {
        if (visit.different() == null) {
            return kind == Kind.DIFFERENT ? "\n\n" + messages.say(language, "visits.different.none") : "";
        }
        return visit.stands() ? "\n\n" + visit.different() : "";
    }

    private String subject(Visit visit, Language language, Kind kind) {
        return say(language, "subject-" + kind.code(), visit, "");
    }

    private String text(Visit visit, Language language, String token, Kind kind) {
        return say(language, kind.code(), visit, token);
    }

    /** The arguments are: 0 day with weekday, 1 day, 2 time, 3 link, 4 code, 5 phone of the Centre, 6 minutes to confirm. */
    private String say(Language language, String key, Visit visit, String token) {
        ZoneId zone = centre.facts().zone();
        Instant start = visit.start();
        return texts.say(
                language,
                key,
                dates.day(start.atZone(zone).toLocalDate(), language),
                dates.dayOfMonth(start.atZone(zone).toLocalDate(), language),
                dates.time(start, zone),
                link(token),
                visit.code(),
                centre.facts().phones().stream().findFirst().orElse(""),
                rules.confirmWithin().toMinutes());
    }

    /** The same words as a document that says its language, which a reader's voice needs; each link as a link. */
    private static String html(Language language, String subject, String text) {
        String paragraphs = Arrays.stream(text.split("\n\n"))
                .map(paragraph -> HtmlUtils.htmlEscape(paragraph, "UTF-8")
                        .replaceAll("https?://[^\\s<]+", "<a href=\"$0\">$0</a>")
                        .replace("\n", "<br>"))
                .collect(Collectors.joining("</p>\n<p>", "<p>", "</p>"));
        return DOCUMENT.formatted(language.tag(), HtmlUtils.htmlEscape(subject, "UTF-8"), paragraphs);
    }
}
