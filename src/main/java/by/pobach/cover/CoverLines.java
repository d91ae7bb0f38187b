package by.pobach.cover;

import by.pobach.letters.Letters;
import by.pobach.letters.ToTell;
import by.pobach.offers.Place;
import by.pobach.offers.Services;
import by.pobach.people.Contact;
import by.pobach.people.Person;
import by.pobach.people.Person.TellBy;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.places.Centre;
import by.pobach.visits.Visit;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A case as the coordinator reads it: ids become names, times and words. */
@Component
class CoverLines {
    private static final String STAFF = "staff:";

    private final Proposals proposals;
    private final Services services;
    private final Staff staff;
    private final Persons persons;
    private final Centre centre;
    private final Letters letters;
    private final CoverRules rules;
    private final Dates dates;
    private final IcuMessages messages;
    private final Clock clock;

    /**
     * One visit of a case.
     *
     * @param name who comes, or the service where the name is erased
     * @param leaves when they must leave home, or null where nobody has to
     * @param callFirst reached by phone only and on their way soon: the number stands first
     * @param words what to say, in the person's language, or null where a letter says it
     * @param saidBy the colleague who told them, or null
     */
    record Line(
            Affected affected,
            String name,
            @Nullable Person person,
            @Nullable String phone,
            String moment,
            String about,
            @Nullable String leaves,
            boolean callFirst,
            @Nullable ToTell words,
            @Nullable String saidBy) {
        public UUID id() {
            return affected.visit().id();
        }

        public int revision() {
            return affected.visit().revision();
        }

        public String told() {
            return affected.told().code();
        }

        public boolean called() {
            return affected.hit().decision() == Hit.Decision.CALL;
        }
    }

    /**
     * What to offer in one line.
     *
     * @param chosen the answer that is ticked before anybody touches it: the best substitute, else the call
     */
    record Offered(Line line, List<Choice> choices, String chosen) {
        public String field() {
            return "visit-" + line.id();
        }
    }

    CoverLines(
            Proposals proposals,
            Services services,
            Staff staff,
            Persons persons,
            Centre centre,
            Letters letters,
            CoverRules rules,
            Dates dates,
            IcuMessages messages,
            Clock clock) {
        this.proposals = proposals;
        this.services = services;
        this.staff = staff;
        this.persons = persons;
        this.centre = centre;
        this.letters = letters;
        this.rules = rules;
        this.dates = dates;
        this.messages = messages;
        this.clock = clock;
    }

    ZoneId zone() {
        return centre.facts().zone();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    /** «24 лютага» for a whole day, «24 лютага, 10:00–12:00» for hours of it, «24 лютага — 27 лютага» for days, with hours where it has them. */
    String range(Absence absence, Language language) {
        if (absence.from().equals(absence.to())) {
            return edge(absence.from(), absence.from(), language);
        }
        LocalDate day = LocalDate.ofInstant(absence.from(), zone());
        boolean withinADay =
                absence.to().isBefore(day.plusDays(1).atStartOfDay(zone()).toInstant());
        if (withinADay) {
            return dates.day(day, language) + ", " + dates.range(absence.from(), absence.to(), zone());
        }
        String from = edge(absence.from(), absence.from(), language);
        String to = edge(absence.to(), absence.to().minusSeconds(1), language);
        return from.equals(to) ? from : from + " — " + to;
    }

    /** Midnight is the edge of a whole day: of that one at the begin, of the one before at the end. */
    private String edge(Instant edge, Instant inside, Language language) {
        return wholeDay(edge)
                ? dates.day(LocalDate.ofInstant(inside, zone()), language)
                : dates.moment(edge, zone(), language);
    }

    boolean wholeDay(Instant edge) {
        return edge.atZone(zone()).toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    List<Line> of(List<Affected> all, Language language) {
        Map<UUID, Person> people = persons.find(
                all.stream().map(affected -> affected.visit().person()).toList());
        Map<UUID, ToTell> words =
                letters.toTell().stream().collect(Collectors.toMap(ToTell::about, Function.identity()));
        return all.stream()
                .map(affected -> line(
                        affected,
                        people.get(affected.visit().person()),
                        words.get(affected.visit().id()),
                        language))
                .toList();
    }

    private Line line(Affected affected, @Nullable Person person, @Nullable ToTell words, Language language) {
        Visit visit = affected.visit();
        return new Line(
                affected,
                person == null ? service(visit, language) : person.name(),
                person,
                person == null || person.phone() == null ? null : Contact.shown(person.phone()),
                dates.moment(visit.start(), zone(), language),
                about(visit, language),
                visit.place() == Place.HERE ? dates.time(affected.leaves(), zone()) : null,
                person != null && phoneOnly(person) && soon(affected.leaves()),
                words,
                nameOf(affected.by(), language));
    }

    private String about(Visit visit, Language language) {
        String where = visit.place() == Place.HERE
                ? Optional.ofNullable(visit.room())
                        .flatMap(centre::room)
                        .map(room -> room.name().in(language))
                        .orElse("")
                : messages.say(language, "cover.place." + visit.place().code());
        return Stream.of(service(visit, language), person(visit.specialist(), language), where)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String service(Visit visit, Language language) {
        return services.find(visit.service())
                .map(service -> service.name().in(language))
                .orElse("");
    }

    String person(UUID id, Language language) {
        return staff.find(id).map(member -> member.name().in(language)).orElse("");
    }

    /** The name of the colleague who acted, or null for everybody else. */
    @Nullable
    String nameOf(@Nullable String actor, Language language) {
        return actor == null || !actor.startsWith(STAFF)
                ? null
                : person(UUID.fromString(actor.substring(STAFF.length())), language);
    }

    /** No letter reaches them: as the letters themselves decide. */
    private static boolean phoneOnly(Person person) {
        return person.phone() != null && (person.email() == null || person.tellBy() != TellBy.MAIL);
    }

    private boolean soon(Instant leaves) {
        return leaves.isBefore(clock.instant().plus(rules.soon()));
    }

    /** What can be offered for each line that is undecided. */
    List<Offered> offered(List<Line> lines, Absence absence, Language language) {
        return lines.stream()
                .filter(line -> line.affected().undecided())
                .filter(line -> line.affected().visit().canMove(clock.instant()))
                .map(line -> offered(line, absence, language))
                .toList();
    }

    private Offered offered(Line line, Absence absence, Language language) {
        Visit visit = line.affected().visit();
        List<Choice> choices = new ArrayList<>();
        String chosen = Option.CALL;
        for (Option option : proposals.of(visit, absence)) {
            boolean sameTime = option.start().equals(visit.start());
            choices.add(sameTime ? substitute(option, language) : otherTime(option, language));
            chosen = sameTime && !line.called() && chosen.equals(Option.CALL) ? option.value() : chosen;
        }
        choices.add(
                Choice.key(Option.CALL, "cover.offer.call").withHint(messages.say(language, "cover.offer.call.hint")));
        return new Offered(line, choices, chosen);
    }

    private Choice substitute(Option option, Language language) {
        String with = messages.say(
                language, "cover.offer.same-time", option.with().name().in(language));
        return Choice.text(option.value(), with)
                .withHint(with(option, option.with().profession().in(language), language));
    }

    private Choice otherTime(Option option, Language language) {
        String when = messages.say(language, "cover.offer.other-time", dates.moment(option.start(), zone(), language));
        return Choice.text(option.value(), when)
                .withHint(with(option, option.with().name().in(language), language));
    }

    private String with(Option option, String first, Language language) {
        String room = Optional.ofNullable(option.room())
                .flatMap(centre::room)
                .map(found -> found.name().in(language))
                .orElse("");
        String interpreter = Optional.ofNullable(option.interpreter())
                .map(id -> person(id, language))
                .map(name -> messages.say(language, "cover.offer.interpreter", name))
                .orElse("");
        return Stream.of(first, room, interpreter)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    /** Who was away is here again at the time the visit once had: it can go back to them. */
    boolean mayGoBack(Line line, Absence absence) {
        Hit hit = line.affected().hit();
        Visit visit = line.affected().visit();
        boolean changed =
                !hit.start().equals(visit.start()) || !hit.specialist().equals(visit.specialist());
        return changed
                && visit.canMove(clock.instant())
                && hit.start().isAfter(clock.instant())
                && Objects.equals(hit.specialist(), absence.who())
                && !absence.covers(hit.start(), hit.start().plusSeconds(1));
    }
}
