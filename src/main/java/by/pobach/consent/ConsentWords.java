package by.pobach.consent;

import by.pobach.consent.Agreeing.Kept;
import by.pobach.consent.Agreeing.Seen;
import by.pobach.consent.Agreement.Assent;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.places.Centre;
import by.pobach.web.Choice;
import by.pobach.web.Dates;
import by.pobach.web.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Consents in the reader’s words. */
@Component
class ConsentWords {
    private final Persons persons;
    private final Dates dates;
    private final Centre centre;

    ConsentWords(Persons persons, Dates dates, Centre centre) {
        this.persons = persons;
        this.dates = dates;
        this.centre = centre;
    }

    /** @param standing whether it can still be taken back */
    record Line(
            UUID id,
            String what,
            String recipient,
            String until,
            String given,
            String giver,
            String kind,
            String assent,
            String because,
            String state,
            boolean standing,
            boolean paper,
            List<String> uses) {}

    record OfPurpose(String word, List<Line> lines) {}

    List<OfPurpose> purposes(Seen seen, Language language) {
        return Arrays.stream(Purpose.values())
                .map(purpose -> new OfPurpose(
                        purpose.word(),
                        seen.all().stream()
                                .filter(kept -> kept.consent().of().purpose() == purpose)
                                .map(kept -> line(kept, language))
                                .toList()))
                .toList();
    }

    private Line line(Kept kept, Language language) {
        Consent consent = kept.consent();
        Agreement of = consent.of();
        return new Line(
                consent.id(),
                of.what(),
                of.recipient(),
                day(of.until().minusSeconds(1), language),
                day(consent.at(), language),
                name(of.giver()),
                "families.kind." + consent.bond(),
                "consent.assent." + of.assent().word(),
                of.because(),
                "consent.state." + kept.state().word(),
                kept.state() == Consents.State.STANDS || kept.state() == Consents.State.RESTS,
                of.paper() != null,
                days(kept.uses(), language));
    }

    List<String> days(List<Instant> moments, Language language) {
        return moments.stream().map(moment -> day(moment, language)).toList();
    }

    private String day(Instant moment, Language language) {
        return dates.dayOfYear(LocalDate.ofInstant(moment, centre.facts().zone()), language);
    }

    private String name(UUID person) {
        return persons.find(person).map(Person::name).orElse("");
    }

    /** The answers a form offers. */
    Map<String, Object> choices(Seen seen) {
        return Map.of(
                "purposes",
                Arrays.stream(Purpose.values())
                        .map(purpose -> Choice.key(purpose.word(), "consent.purpose." + purpose.word()))
                        .toList(),
                "assents",
                Arrays.stream(Assent.values())
                        .map(assent -> Choice.key(assent.word(), "consent.assent." + assent.word()))
                        .toList(),
                "givers",
                seen.guardians().keySet().stream()
                        .map(person -> Choice.text(person.toString(), name(person)))
                        .toList(),
                "languages",
                Arrays.stream(Language.values())
                        .map(language -> Choice.key(language.tag(), "web.language." + language.tag()))
                        .toList(),
                "versions",
                Texts.VERSIONS.stream()
                        .map(version -> Choice.text(version, version))
                        .toList());
    }
}
