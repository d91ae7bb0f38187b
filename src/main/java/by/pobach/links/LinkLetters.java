package by.pobach.links;

import by.pobach.letters.Letter;
import by.pobach.letters.Letter.Channel;
import by.pobach.letters.Letters;
import by.pobach.web.Addresses;
import by.pobach.web.IcuMessages;
import by.pobach.web.Language;
import java.time.Duration;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The letters of signing in. They name nobody and nothing but the link. */
@Component
class LinkLetters {
    private final Letters letters;
    private final IcuMessages messages;
    private final Addresses addresses;

    LinkLetters(Letters letters, IcuMessages messages, Addresses addresses) {
        this.letters = letters;
        this.messages = messages;
        this.addresses = addresses;
    }

    /** By mail, or to the desk, which sends a text message. */
    void send(UUID id, String contact, String token, Duration goodFor, Language language) {
        boolean mail = SignInLinks.isMail(contact);
        String link = addresses.of("/family/sign-in/link/" + token);
        String text = mail
                ? messages.say(language, "links.letter.text", link, goodFor.toMinutes())
                : messages.say(language, "links.letter.say", link, goodFor.toHours());
        post(id, "sign-in", contact, language, "links.letter.subject", text);
    }

    /** Somebody printed a card that signs in as the person: they should hear of it from us. */
    void cardPrinted(UUID id, String contact, Language language) {
        post(
                id,
                "card",
                contact,
                language,
                "links.letter.card.subject",
                messages.say(language, "links.letter.card.text"));
    }

    private void post(UUID id, String kind, String contact, Language language, String subject, String text) {
        Channel channel = SignInLinks.isMail(contact) ? Channel.MAIL : Channel.DESK;
        letters.post(
                new Letter(id, 0, kind, channel, contact, language, messages.say(language, subject), text, null, null));
    }
}
