package by.pobach.papers;

import by.pobach.people.Contact;
import by.pobach.places.Centre;
import by.pobach.places.CentreFacts;
import by.pobach.visits.Visit;
import by.pobach.web.Dates;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Puts a certificate into words: name, day, hours, and not what for, with whom or with what. */
@Component
class Sheets {
    private final Centre centre;
    private final IcuMessages messages;
    private final Dates dates;
    private final PaperCodes codes;
    private final String baseUrl;
    private final boolean demo;

    /** What is said on the form, checked before. */
    record Said(String name, String institution, Language language, String signer) {}

    Sheets(
            Centre centre,
            IcuMessages messages,
            Dates dates,
            PaperCodes codes,
            @Value("${pobach.base-url}") String baseUrl,
            @Value("${pobach.demo:false}") boolean demo) {
        this.centre = centre;
        this.messages = messages;
        this.dates = dates;
        this.codes = codes;
        this.baseUrl = baseUrl;
        this.demo = demo;
    }

    Sheet of(Paper paper, Visit visit, Said said) {
        Language language = said.language();
        return new Sheet(
                language.tag(),
                messages.say(language, "papers.title"),
                number(paper, language),
                head(language),
                messages.say(language, "papers.sheet.says"),
                facts(paper, visit, said),
                messages.say(language, "papers.signer." + said.signer()),
                messages.say(language, "papers.sheet.signature"),
                messages.say(
                        language,
                        "papers.sheet.check",
                        baseUrl.replaceFirst("^https?://", "") + "/papers/check",
                        paper.number().toString(),
                        codes.of(visit.id())));
    }

    /** A paper from an example must not be taken for a real one. */
    private String number(Paper paper, Language language) {
        String number =
                messages.say(language, "papers.sheet.number", paper.number().toString());
        return demo ? number + " · " + messages.say(language, "papers.sheet.example") : number;
    }

    /** The Centre's own words are not asked about again: what cannot be printed of them is left out. */
    private List<String> head(Language language) {
        CentreFacts facts = centre.facts();
        String phones = String.join(", ", facts.phones());
        return Stream.of(
                        facts.name().in(language),
                        facts.address().in(language),
                        phones.isEmpty() ? "" : messages.say(language, "papers.sheet.phone", phones))
                .map(SheetFonts::printable)
                .filter(line -> !line.isBlank())
                .toList();
    }

    private List<Sheet.Fact> facts(Paper paper, Visit visit, Said said) {
        ZoneId zone = centre.facts().zone();
        List<Sheet.Fact> facts = new ArrayList<>();
        facts.add(fact(said, "name", plain(said.name())));
        facts.add(fact(said, "day", day(visit.start(), said.language())));
        facts.add(fact(said, "hours", dates.range(visit.start(), visit.end(), zone)));
        if (!said.institution().isBlank()) {
            facts.add(fact(said, "institution", plain(said.institution())));
        }
        facts.add(fact(said, "issued", day(paper.issuedAt(), said.language())));
        return facts;
    }

    private Sheet.Fact fact(Said said, String what, String value) {
        return new Sheet.Fact(messages.say(said.language(), "papers.sheet." + what), value);
    }

    /** A date as papers want it, in the Centre's zone. */
    String day(Instant instant, Language language) {
        return dates.dayOfYear(instant.atZone(centre.facts().zone()).toLocalDate(), language);
    }

    private static String plain(String typed) {
        return Contact.name(typed) instanceof Contact.Good good ? good.value() : typed.strip();
    }
}
