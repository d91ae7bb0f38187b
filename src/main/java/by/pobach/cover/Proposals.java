package by.pobach.cover;

import by.pobach.diary.Diary;
import by.pobach.offers.Alternative;
import by.pobach.offers.Alternatives;
import by.pobach.offers.Crews;
import by.pobach.offers.Offer;
import by.pobach.offers.Offers;
import by.pobach.offers.Service;
import by.pobach.offers.Services;
import by.pobach.offers.Times;
import by.pobach.offers.Wish;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.visits.Substitutes;
import by.pobach.visits.Visit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * What can be offered to a family whose specialist or interpreter is away. First the same time: somebody of the same
 * profession, then anybody who holds the service; of them who can keep the room. Then three other times, with the same
 * person if there are any within two weeks after the absence. The language the family is written to in and sign language
 * are kept where they had them. Memory proposes, so somebody may be faster.
 */
@Component
class Proposals {
    private static final int SUBSTITUTES = 2;
    private static final int TIMES = 3;
    private static final int DAYS = 14;

    private final Services services;
    private final Staff staff;
    private final Persons persons;
    private final Substitutes substitutes;
    private final Crews crews;
    private final Offers offers;
    private final Alternatives alternatives;
    private final Diary diary;
    private final Times times;

    Proposals(
            Services services,
            Staff staff,
            Persons persons,
            Substitutes substitutes,
            Crews crews,
            Offers offers,
            Alternatives alternatives,
            Diary diary,
            Times times) {
        this.services = services;
        this.staff = staff;
        this.persons = persons;
        this.substitutes = substitutes;
        this.crews = crews;
        this.offers = offers;
        this.alternatives = alternatives;
        this.diary = diary;
        this.times = times;
    }

    /** The best first; those at the visit's own time stand before those at other times. */
    List<Option> of(Visit visit, Absence absence) {
        return services.find(visit.service())
                .map(service -> Stream.concat(
                                sameTime(visit, service, absence).stream(), otherTimes(visit, absence).stream())
                        .toList())
                .orElse(List.of());
    }

    private List<Option> sameTime(Visit visit, Service service, Absence absence) {
        boolean specialistIsAway = visit.specialist().equals(absence.who());
        return services.specialists(service).stream()
                .filter(member -> specialistIsAway != member.id().equals(visit.specialist()))
                .filter(member -> keepsLanguage(visit, member))
                .flatMap(member -> sameTime(visit, member).stream())
                .sorted(Comparator.comparing((Option option) -> !hasProfession(visit, option.with()))
                        .thenComparing(option -> !Objects.equals(option.room(), visit.room()))
                        .thenComparing(option -> option.with().name().be())
                        .thenComparing(option -> option.with().id()))
                .limit(SUBSTITUTES)
                .toList();
    }

    private Optional<Option> sameTime(Visit visit, StaffMember member) {
        Wish wish = substitutes.wish(visit, member.id(), visit.start());
        return diary.propose(crews.search(wish), visit.start()).map(proposal -> {
            Offers.Crew crew = offers.crew(proposal);
            return new Option(visit.start(), member, crew.room(), crew.interpreter());
        });
    }

    private boolean hasProfession(Visit visit, StaffMember member) {
        return staff.find(visit.specialist())
                .filter(before -> before.profession().equals(member.profession()))
                .isPresent();
    }

    /** The family's language, where they were to meet somebody who speaks it. */
    private boolean keepsLanguage(Visit visit, StaffMember member) {
        String spoken = persons.find(visit.person())
                .map(Person::language)
                .map(language -> language.tag())
                .orElse("");
        return member.languages().contains(spoken)
                || staff.find(visit.specialist())
                        .filter(before -> before.languages().contains(spoken))
                        .isEmpty();
    }

    private List<Option> otherTimes(Visit visit, Absence absence) {
        List<Option> found = new ArrayList<>();
        withTheSame(visit, absence).forEach(offer -> add(found, visit, offer));
        if (found.size() < TIMES) {
            Wish anyone = substitutes.wish(visit, null, visit.start());
            alternatives.around(anyone, visit.start()).stream()
                    .map(Alternative::offer)
                    .filter(offer -> keepsLanguage(visit, offer.specialist()))
                    .forEach(offer -> add(found, visit, offer));
        }
        found.sort(Comparator.comparing(Option::start));
        return found;
    }

    private List<Offer> withTheSame(Visit visit, Absence absence) {
        LocalDate back = LocalDate.ofInstant(absence.to(), times.zone());
        LocalDate from =
                back.isBefore(times.today()) || !visit.specialist().equals(absence.who()) ? times.today() : back;
        Wish wish = substitutes.wish(visit, visit.specialist(), visit.start()).between(from, from.plusDays(DAYS));
        return offers.find(wish, TIMES + 1).offers();
    }

    private static void add(List<Option> found, Visit visit, Offer offer) {
        boolean known = offer.start().equals(visit.start())
                || found.stream().anyMatch(option -> option.start().equals(offer.start()));
        if (found.size() < TIMES && !known) {
            found.add(new Option(
                    offer.start(),
                    offer.specialist(),
                    offer.room() == null ? null : offer.room().id(),
                    offer.interpreter() == null ? null : offer.interpreter().id()));
        }
    }
}
