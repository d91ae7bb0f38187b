package by.pobach.desk;

import by.pobach.offers.Alternative;
import by.pobach.offers.Offer;
import by.pobach.offers.Offers;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Wish;
import by.pobach.visits.Outcome;
import by.pobach.visits.Visit;
import by.pobach.visits.VisitChanges;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Times to choose from at the desk: the nearest ones first when somebody was faster, then day by day. */
@Component
class DeskTimes {
    private static final int AT_ONCE = 12;
    private static final int DAYS = 30;

    private final VisitChanges changes;
    private final Offers offers;
    private final Services services;
    private final DeskLines lines;
    private final Dates dates;
    private final IcuMessages messages;

    /** Times under one heading, each a radio button. */
    record Day(String heading, List<Choice> times) {}

    /** What a radio button stands for: a start and with whom, since both were said on the phone. */
    record Chosen(Instant start, UUID specialist) {
        static Optional<Chosen> of(String value) {
            String[] parts = value.split("/", -1);
            try {
                return parts.length == 2
                        ? Optional.of(new Chosen(Instant.parse(parts[0]), UUID.fromString(parts[1])))
                        : Optional.empty();
            } catch (DateTimeException | IllegalArgumentException notATime) {
                return Optional.empty();
            }
        }

        /** Where a visit lies now, to be taken back to. */
        static String value(Visit visit) {
            return visit.start() + "/" + visit.specialist();
        }

        static String value(Offer offer) {
            return offer.start() + "/" + offer.specialist().id();
        }
    }

    DeskTimes(
            VisitChanges changes,
            Offers offers,
            Services services,
            DeskLines lines,
            Dates dates,
            IcuMessages messages) {
        this.changes = changes;
        this.offers = offers;
        this.services = services;
        this.lines = lines;
        this.dates = dates;
        this.messages = messages;
    }

    /** The sentence for a start that somebody else has. */
    static String taken(Outcome.Taken taken) {
        return taken.alternatives().isEmpty() ? "desk.refusal.taken-none" : "desk.refusal.taken";
    }

    List<Day> toMove(Visit visit, boolean anyone, @Nullable String from, List<Alternative> nearest, Language language) {
        Service service = services.find(visit.service()).orElseThrow();
        Wish wish = changes.wishToMove(visit, service, anyone ? null : visit.specialist(), visit.start());
        return days(around(wish, from), nearest, language);
    }

    /** A wish from that day on, or from today. */
    Wish around(Wish wish, @Nullable String from) {
        LocalDate today = lines.today();
        LocalDate first = DeskWeekPages.date(from).filter(today::isBefore).orElse(today);
        return wish.between(first, first.plusDays(DAYS));
    }

    List<Day> days(Wish wish, List<Alternative> nearest, Language language) {
        List<Day> days = new ArrayList<>();
        if (!nearest.isEmpty()) {
            List<Choice> times = nearest.stream()
                    .map(near -> choice(near.offer(), true, language)
                            .withHint(messages.say(
                                    language,
                                    "desk.differs." + near.difference().code(),
                                    with(near.offer(), language))))
                    .toList();
            days.add(new Day(messages.say(language, "desk.times.nearest"), times));
        }
        Map<LocalDate, List<Choice>> byDay = new LinkedHashMap<>();
        ZoneId zone = lines.zone();
        for (Offer offer : offers.find(wish, AT_ONCE).offers()) {
            byDay.computeIfAbsent(LocalDate.ofInstant(offer.start(), zone), day -> new ArrayList<>())
                    .add(choice(offer, false, language).withHint(with(offer, language)));
        }
        byDay.forEach((day, times) -> days.add(new Day(dates.near(day, lines.today(), language), times)));
        return days;
    }

    private Choice choice(Offer offer, boolean withDay, Language language) {
        String time =
                withDay ? dates.moment(offer.start(), lines.zone(), language) : dates.time(offer.start(), lines.zone());
        return Choice.text(Chosen.value(offer), time);
    }

    private static String with(Offer offer, Language language) {
        String name = offer.specialist().name().in(language);
        return offer.room() == null ? name : name + " · " + offer.room().name().in(language);
    }
}
