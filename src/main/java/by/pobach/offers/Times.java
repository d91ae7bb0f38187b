package by.pobach.offers;

import by.pobach.diary.FreeDay;
import by.pobach.offers.TimeQuery.When;
import by.pobach.places.Centre;
import by.pobach.places.WorkingCalendar;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Answers "when could we come?": which service fits, its earliest time, and the times around it. */
@Component
public class Times {
    /** From this hour on, lessons are over in most schools of the first shift. */
    private static final LocalTime LESSONS_OVER = LocalTime.of(14, 0);

    private final Services services;
    private final Offers offers;
    private final Alternatives alternatives;
    private final Starts starts;
    private final Centre centre;
    private final WorkingCalendar calendar;
    private final OfferRules rules;
    private final Clock clock;

    Times(
            Services services,
            Offers offers,
            Alternatives alternatives,
            Starts starts,
            Centre centre,
            WorkingCalendar calendar,
            OfferRules rules,
            Clock clock) {
        this.services = services;
        this.offers = offers;
        this.alternatives = alternatives;
        this.starts = starts;
        this.centre = centre;
        this.calendar = calendar;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * What was found for one service.
     *
     * @param wish what was searched, from the first day asked for to the end of what can be booked
     * @param first the earliest time, or null when there is none at all
     * @param interpreterLater true when no interpreter is free, so that the times are shown without one
     */
    public record Found(
            Service service,
            Wish wish,
            @Nullable Offer first,
            boolean interpreterLater,
            @Nullable When when) {}

    /** The service that was asked for, else the one that fits best and has a time. */
    Optional<Service> serviceFor(TimeQuery query) {
        Optional<Service> asked = Optional.ofNullable(query.service()).flatMap(services::find);
        return asked.or(() -> fitting(query)).or(this::firstTalk);
    }

    /** The talk that helps whatever the question is: where a family that does not know yet begins. */
    Optional<Service> firstTalk() {
        List<Service> single =
                services.all().stream().filter(service -> !service.isGroup()).toList();
        return single.stream()
                .filter(service -> service.barriers().contains(Barrier.UNKNOWN))
                .findFirst()
                .or(() -> single.stream().findFirst());
    }

    private Optional<Service> fitting(TimeQuery query) {
        Set<Barrier> hard = query.hard();
        if (hard.size() != 1 || hard.contains(Barrier.UNKNOWN) || hard.contains(Barrier.REFUSED)) {
            return Optional.empty();
        }
        return helping(query).stream()
                .filter(service -> !service.isGroup())
                .sorted(Comparator.comparing(
                                (Service service) -> service.barriers().size())
                        .thenComparing(Service::kind))
                .filter(service -> first(wish(query, service), query.when()).isPresent())
                .findFirst();
    }

    List<Service> helping(TimeQuery query) {
        boolean anything =
                query.hard().contains(Barrier.UNKNOWN) || query.hard().contains(Barrier.REFUSED);
        return services.helpingWith(anything ? Set.of() : query.hard());
    }

    Found find(TimeQuery query, Service service) {
        return find(wish(query, service), query.when());
    }

    /** The same for a wish made elsewhere, such as around a visit that moves. */
    public Found find(Wish wish, @Nullable When when) {
        Optional<Offer> first = first(wish, when);
        if (first.isEmpty() && wish.needs().contains(Need.SIGN_INTERPRETER)) {
            Wish without = withoutInterpreter(wish);
            Optional<Offer> later = first(without, when);
            if (later.isPresent()) {
                return new Found(wish.service(), without, later.get(), true, when);
            }
        }
        return new Found(wish.service(), wish, first.orElse(null), false, when);
    }

    public static Wish withoutInterpreter(Wish wish) {
        return wish.withNeeds(wish.needs().stream()
                .filter(need -> need != Need.SIGN_INTERPRETER)
                .collect(java.util.stream.Collectors.toSet()));
    }

    public Wish wish(TimeQuery query, Service service) {
        LocalDate today = today();
        LocalDate end = starts.endOfHorizon(zone());
        LocalDate from = query.from() == null || query.from().isBefore(today) ? today : query.from();
        Place place = query.place() != null && service.places().contains(query.place())
                ? query.place()
                : service.places().getFirst();
        return new Wish(
                service,
                place,
                query.specialist(),
                query.needs(),
                from.isBefore(end) ? from : end.minusDays(1),
                end,
                List.of());
    }

    private Optional<Offer> first(Wish wish, @Nullable When when) {
        return offers.first(wish, suits(when));
    }

    /** The days of a half-open range with their free starts; days without any are left out. */
    List<FreeDay> days(Found found, LocalDate from, LocalDate to) {
        return to.isAfter(from)
                ? offers.find(found.wish().between(from, to), 0, suits(found.when())).days().stream()
                        .filter(day -> !day.starts().isEmpty())
                        .toList()
                : List.of();
    }

    /** The next few days that have a time. */
    public List<FreeDay> nextDays(Found found, int most) {
        List<FreeDay> days = new ArrayList<>();
        LocalDate end = found.wish().to();
        LocalDate from = found.wish().from();
        while (days.size() < most && from.isBefore(end)) {
            LocalDate to = from.plusWeeks(1).isBefore(end) ? from.plusWeeks(1) : end;
            days(found, from, to).stream().limit(most - (long) days.size()).forEach(days::add);
            from = to;
        }
        return days;
    }

    /** Nothing was found: the nearest that differ in one thing. */
    List<Nearby> instead(TimeQuery query, Found nothing) {
        List<Nearby> found = new ArrayList<>();
        Wish wish = nothing.wish();
        if (query.when() != null) {
            offers.first(wish, start -> true).ifPresent(offer -> found.add(Nearby.otherHours(offer, wish)));
        }
        for (Place place : wish.service().places()) {
            if (place != wish.place()) {
                Wish elsewhere = wish.at(place);
                first(elsewhere, query.when()).ifPresent(offer -> found.add(Nearby.elsewhere(offer, elsewhere)));
            }
        }
        alternatives.instead(wish).forEach(alternative -> found.add(Nearby.of(alternative, wish)));
        if (found.isEmpty()) {
            firstTalk()
                    .filter(talk -> !talk.id().equals(wish.service().id()))
                    .map(talk ->
                            wish(query.forService(talk.id()).at((When) null).needing(Set.of()), talk))
                    .ifPresent(talk -> offers.first(talk, start -> true)
                            .ifPresent(offer -> found.add(Nearby.otherService(offer, talk))));
        }
        return found.stream().limit(3).toList();
    }

    /** The day until which the desk promises an answer to somebody whom no time suits. */
    public LocalDate answerDay() {
        return calendar.workingDaysAfter(today(), rules.answerDays());
    }

    /** Whether the school holidays are known, so that they can be asked for. */
    boolean schoolYearKnown() {
        return calendar.schoolYearKnown(today());
    }

    private Predicate<Instant> suits(@Nullable When when) {
        return switch (when) {
            case null -> start -> true;
            case SCHOOL_HOLIDAYS -> start -> calendar.schoolHoliday(local(start).toLocalDate());
            case AFTER_SCHOOL -> start -> !hasLessons(local(start));
        };
    }

    private boolean hasLessons(ZonedDateTime time) {
        LocalDate day = time.toLocalDate();
        boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
        return !weekend
                && time.toLocalTime().isBefore(LESSONS_OVER)
                && !calendar.schoolHoliday(day)
                && calendar.day(day).worksAs() != null;
    }

    private ZonedDateTime local(Instant start) {
        return start.atZone(zone());
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone());
    }

    public ZoneId zone() {
        return centre.facts().zone();
    }
}
