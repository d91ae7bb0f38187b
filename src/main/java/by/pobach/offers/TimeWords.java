package by.pobach.offers;

import by.pobach.people.StaffMember;
import by.pobach.places.Centre;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says in the reader's language what a time is: when, how long, with whom, where, and in what it differs. */
@Component
public class TimeWords {
    private final Times times;
    private final TimeLines lines;
    private final Centre centre;
    private final Dates dates;
    private final IcuMessages messages;

    TimeWords(Times times, TimeLines lines, Centre centre, Dates dates, IcuMessages messages) {
        this.times = times;
        this.lines = lines;
        this.centre = centre;
        this.dates = dates;
        this.messages = messages;
    }

    /** What is said of one time before it is chosen or booked. */
    record Told(
            String when,
            String iso,
            String service,
            String about,
            String minutes,
            String place,
            @Nullable String who,
            String cost) {}

    /** A time to take instead: the bold difference, what stays, and how to choose it. */
    record Instead(String differs, String rest, String href, String pick) {}

    public Told told(Service service, Place place, Instant start, @Nullable StaffMember with, Language language) {
        return new Told(
                moment(start, language),
                lines.iso(start),
                service.name().in(language),
                service.about().in(language),
                dates.minutes(service.minutes(), language),
                place(place, language),
                with == null ? null : person(with, language),
                (service.cost() == null ? centre.facts().cost() : service.cost()).in(language));
    }

    public String moment(Instant start, Language language) {
        LocalDate day = LocalDate.ofInstant(start, times.zone());
        return dates.near(day, times.today(), language) + ", " + dates.time(start, times.zone());
    }

    public String person(StaffMember member, Language language) {
        return member.name().in(language) + ", " + member.profession().in(language);
    }

    /** An interpreter, and whether they are here or on a screen. */
    public String interpreter(StaffMember member, Language language) {
        return messages.say(
                language,
                member.onlyByVideo() ? "offers.interpreter.video" : "offers.interpreter.here",
                person(member, language));
    }

    String place(Place place, Language language) {
        return messages.say(language, "offers.place." + place.code());
    }

    public String need(Need need, Language language) {
        return messages.say(language, "offers.need." + need.code());
    }

    public List<Instead> instead(List<Nearby> nearby, Language language, Function<Nearby, String> href) {
        return nearby.stream()
                .map(near -> new Instead(
                        say("offers.near." + near.differs(), near, language),
                        say("offers.near.rest." + near.differs(), near, language),
                        href.apply(near),
                        pick(near)))
                .toList();
    }

    /** Arguments: 0 person, 1 day, 2 time, 3 the need given up, 4 place, 5 service, 6 the promised day. */
    private String say(String key, Nearby near, Language language) {
        ZoneId zone = times.zone();
        Offer offer = near.offer();
        LocalDate day = LocalDate.ofInstant(offer.start(), zone);
        return messages.say(
                language,
                key,
                offer.specialist().name().in(language),
                dates.near(day, times.today(), language),
                dates.time(offer.start(), zone),
                near.dropped() == null ? "" : need(near.dropped(), language),
                place(near.wish().place(), language),
                near.wish().service().name().in(language),
                answerDay(language));
    }

    /** A time and a person in one value of a button; the booking form reads it. */
    private static String pick(Nearby near) {
        UUID with = near.specialist();
        return near.offer().start() + (with == null ? "" : "/" + with);
    }

    public String answerDay(Language language) {
        return dates.dayOfMonth(times.answerDay(), language);
    }

    /** What a visit of this service can be asked to have. */
    public static List<Choice> needs(Service service) {
        return Arrays.stream(Need.values())
                .filter(need ->
                        need == Need.SIGN_INTERPRETER || service.places().contains(Place.HERE))
                .map(need -> Choice.key(need.code(), "offers.need." + need.code()))
                .toList();
    }

    /** Where an offer that differs leads: the same wish, changed in that one thing. */
    public static String book(TimeQuery query, Nearby near) {
        TimeQuery changed = near.dropped() == null
                ? query
                : query.needing(query.needs().stream()
                        .filter(need -> need != near.dropped())
                        .toList());
        return changed.book(
                near.wish().service().id(),
                near.offer().start(),
                near.offer().specialist().id(),
                near.wish().place());
    }
}
