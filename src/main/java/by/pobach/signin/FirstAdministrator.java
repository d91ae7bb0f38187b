package by.pobach.signin;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.people.StaffMember.Role;
import by.pobach.web.Actor;
import by.pobach.web.Ids;
import by.pobach.web.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The first person of a new installation. Whoever starts it gets a link, good for a day and for one use; with the first
 * password all such links are over.
 */
@Component
public class FirstAdministrator {
    private static final Duration GOOD_FOR = Duration.ofDays(1);
    private static final Words PROFESSION = new Words("дырэктар", "директор", "director");

    enum Outcome {
        READY,
        LINK_IS_OVER,
        PASSWORD_TOO_SHORT,
        PASSWORD_TOO_LONG,
        PASSWORD_TOO_SIMPLE
    }

    private final SetUpLinkTable links;
    private final PasswordTable table;
    private final Passwords passwords;
    private final Staff staff;
    private final TransactionTemplate transaction;

    FirstAdministrator(
            SetUpLinkTable links,
            PasswordTable table,
            Passwords passwords,
            Staff staff,
            PlatformTransactionManager transactions) {
        this.links = links;
        this.table = table;
        this.passwords = passwords;
        this.staff = staff;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A new link to print at the start; empty once anybody has a password. Its secret is kept only as a hash. */
    @Transactional
    public Optional<String> link(String baseUrl) {
        if (table.any()) {
            return Optional.empty();
        }
        String token = Secrets.token();
        links.add(token, GOOD_FOR);
        return Optional.of(baseUrl.replaceAll("/+$", "") + "/set-up/" + token);
    }

    boolean isGood(String token) {
        return links.isGood(token) && !table.any();
    }

    /** One person only, even if two links are used at the same moment. */
    Outcome setUp(String token, String name, String email, String password) {
        Outcome outcome = Actor.as(
                "job:set-up",
                () -> transaction.execute(status -> {
                    links.oneAtATime();
                    if (!isGood(token)) {
                        return Outcome.LINK_IS_OVER;
                    }
                    if (Passwords.check(password) == Passwords.Answer.SET) {
                        passwords.set(person(name, email), password);
                        links.removeAll();
                    }
                    return outcome(Passwords.check(password));
                }));
        return outcome == null ? Outcome.LINK_IS_OVER : outcome;
    }

    /** Somebody may already be on the list, for instance from an import. */
    private UUID person(String name, String email) {
        return staff.byEmail(email).map(StaffMember::id).orElseGet(() -> {
            var member = new StaffMember(
                    Ids.next(),
                    Words.same(name),
                    PROFESSION,
                    Set.of(Role.DIRECTOR, Role.COORDINATOR),
                    List.of("be", "ru"),
                    email);
            staff.hire(member);
            return member.id();
        });
    }

    private static Outcome outcome(Passwords.Answer answer) {
        return switch (answer) {
            case SET -> Outcome.READY;
            case TOO_SHORT -> Outcome.PASSWORD_TOO_SHORT;
            case TOO_LONG -> Outcome.PASSWORD_TOO_LONG;
            case TOO_SIMPLE -> Outcome.PASSWORD_TOO_SIMPLE;
        };
    }
}
