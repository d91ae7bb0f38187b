package by.pobach.signin;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import by.pobach.signin.Passwords.Answer;
import by.pobach.web.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Links by which somebody of the staff sets the own password, the first or a forgotten one: good for one use. */
@Component
public class Invitations {
    /** How long a link is good for. */
    public static final Duration GOOD_FOR = Duration.ofDays(7);

    private final InvitationTable table;
    private final Passwords passwords;
    private final Staff staff;
    private final TransactionTemplate transaction;

    Invitations(InvitationTable table, Passwords passwords, Staff staff, PlatformTransactionManager transactions) {
        this.table = table;
        this.passwords = passwords;
        this.staff = staff;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** The path of a new link for this person; any older one is over. Its secret is kept only as a hash. */
    @Transactional
    public String path(UUID staffId) {
        String token = Secrets.token();
        table.put(staffId, token, GOOD_FOR);
        return "/set-up/password/" + token;
    }

    /** For whom a link is, while it is good and the person works here. */
    Optional<StaffMember> member(String token) {
        return table.find(token).filter(staff::isHere).flatMap(staff::find);
    }

    /** Empty when the link is over; it is used up only by a password that is good. */
    Optional<Answer> use(String token, String password) {
        Answer answer = Passwords.check(password);
        if (answer != Answer.SET || member(token).isEmpty()) {
            return member(token).map(_ -> answer);
        }
        Optional<Answer> set = Actor.as(
                "job:invitation",
                () -> transaction.execute(status -> table.take(token).map(id -> passwords.set(id, password))));
        return set == null ? Optional.empty() : set;
    }
}
