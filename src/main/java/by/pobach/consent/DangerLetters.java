package by.pobach.consent;

import by.pobach.families.Access;
import by.pobach.families.Action;
import by.pobach.families.Bonds;
import by.pobach.families.Who;
import by.pobach.letters.Letter;
import by.pobach.letters.Letter.Channel;
import by.pobach.letters.Letters;
import by.pobach.people.Person;
import by.pobach.people.Persons;
import by.pobach.people.StaffMember;
import by.pobach.web.Addresses;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** That a page was opened, and where to read it; nothing about a child, and not that there is one. */
@Component
class DangerLetters {
    private final Letters letters;
    private final Persons persons;
    private final Bonds bonds;
    private final Access access;
    private final IcuMessages messages;
    private final Addresses addresses;

    DangerLetters(
            Letters letters, Persons persons, Bonds bonds, Access access, IcuMessages messages, Addresses addresses) {
        this.letters = letters;
        this.persons = persons;
        this.bonds = bonds;
        this.access = access;
        this.messages = messages;
        this.addresses = addresses;
    }

    void tellStaff(UUID opening, List<StaffMember> members) {
        String link = addresses.of(OpeningPages.HERE);
        for (StaffMember member : members) {
            post(opening, member.id(), "danger-staff", Channel.MAIL, member.email(), languageOf(member), link);
        }
    }

    private static Language languageOf(StaffMember member) {
        return Arrays.stream(Language.values())
                .filter(language -> member.languages().contains(language.tag()))
                .findFirst()
                .orElse(Language.BE);
    }

    /** Those who answer for the child and may read its log: never one whom a court or a danger keeps away. */
    void tellFamily(UUID opening, UUID child) {
        bonds.answering(child).keySet().stream()
                .filter(person ->
                        access.may(new Who.Kin(person), Action.SEE_LOG, child).allowed())
                .filter(person -> persons.silenceOf(person).isEmpty())
                .flatMap(person -> persons.find(person).stream())
                .forEach(person -> tell(opening, person));
    }

    private void tell(UUID opening, Person person) {
        String link = addresses.of("/family");
        if (person.email() != null) {
            post(opening, person.id(), "danger-family", Channel.MAIL, person.email(), person.language(), link);
        } else if (person.phone() != null) {
            post(opening, person.id(), "danger-family", Channel.DESK, person.phone(), person.language(), link);
        }
    }

    private void post(
            UUID opening, UUID reader, String kind, Channel channel, String to, Language language, String link) {
        UUID about = UUID.nameUUIDFromBytes((opening + "/" + reader).getBytes(StandardCharsets.UTF_8));
        letters.post(new Letter(
                about,
                0,
                kind,
                channel,
                to,
                language,
                messages.say(language, "consent.letter." + kind + ".subject"),
                messages.say(language, "consent.letter." + kind + ".text", link),
                null,
                null));
    }
}
