package by.pobach.factors;

import by.pobach.letters.Letter;
import by.pobach.letters.Letter.Channel;
import by.pobach.letters.Letters;
import by.pobach.people.StaffMember;
import by.pobach.signin.Sessions;
import by.pobach.web.IcuMessages;
import by.pobach.web.Ids;
import by.pobach.web.Language;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever has another second step than before, or none, hears of it by mail: it may have been somebody else's doing. */
@Component
class FactorReset {
    private final FactorTable table;
    private final PasskeyTable passkeys;
    private final Sessions sessions;
    private final Letters letters;
    private final IcuMessages messages;
    private final TransactionTemplate transaction;

    FactorReset(
            FactorTable table,
            PasskeyTable passkeys,
            Sessions sessions,
            Letters letters,
            IcuMessages messages,
            PlatformTransactionManager transactions) {
        this.table = table;
        this.passkeys = passkeys;
        this.sessions = sessions;
        this.letters = letters;
        this.messages = messages;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Takes away app, codes and passkeys, and ends all sessions. */
    void takeAway(StaffMember member) {
        transaction.executeWithoutResult(status -> {
            table.remove(member.id());
            passkeys.removeAll(PasskeyOwners.STAFF + member.id());
            post(member, "taken-away");
        });
        sessions.endDesk(member.id());
    }

    /** @param kind {@code set-up}, {@code taken-away} or {@code passkey} */
    void tell(StaffMember member, String kind) {
        transaction.executeWithoutResult(status -> post(member, kind));
    }

    private void post(StaffMember member, String kind) {
        Language language = member.languages().stream()
                .filter(tag -> tag.matches("be|ru|en"))
                .map(Language::of)
                .findFirst()
                .orElse(Language.BE);
        letters.post(new Letter(
                Ids.next(),
                0,
                "factor-" + kind,
                Channel.MAIL,
                member.email(),
                language,
                messages.say(language, "factors.letter.subject"),
                messages.say(language, "factors.letter." + kind),
                null,
                null));
    }
}
