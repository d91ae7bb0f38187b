package by.pobach.signin;

import by.pobach.people.Staff;
import by.pobach.people.StaffMember;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whether somebody is who they say they are. */
@Component
class SignIn {
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PASSWORD = 1000;

    sealed interface Outcome {
        record Welcome(StaffMember member) implements Outcome {}

        /** Address or password is wrong; which of them, nobody is told. */
        record NotKnown() implements Outcome {}

        /** One of the limits of {@link GuessLimit} is reached. */
        record TooMany() implements Outcome {}

        /** Too many passwords are being checked at this moment. */
        record Busy() implements Outcome {}
    }

    private final Staff staff;
    private final PasswordTable passwords;
    private final PasswordHashes hashes;
    private final GuessLimit limit;

    SignIn(Staff staff, PasswordTable passwords, PasswordHashes hashes, GuessLimit limit) {
        this.staff = staff;
        this.passwords = passwords;
        this.hashes = hashes;
        this.limit = limit;
    }

    /**
     * No transaction is open while the password is checked: that takes long, and connections are few.
     *
     * @param address where the request comes from
     */
    Outcome with(String email, String password, String address) {
        if (email.length() > LONGEST_EMAIL || password.length() > LONGEST_PASSWORD) {
            return new Outcome.NotKnown();
        }
        String account = email.strip().toLowerCase(Locale.ROOT);
        return limit.take(GuessLimit.Action.PASSWORD, account, address)
                .map(guess -> check(account, password, guess))
                .orElseGet(Outcome.TooMany::new);
    }

    private Outcome check(String account, String password, GuessLimit.Guess guess) {
        Optional<StaffMember> member = staff.byEmail(account);
        Optional<String> hash = member.flatMap(known -> passwords.hashOf(known.id()));
        Optional<Boolean> right = hashes.match(password, hash.orElse(null));
        if (right.isEmpty()) {
            limit.giveBack(guess);
            return new Outcome.Busy();
        }
        if (member.isEmpty() || !right.get()) {
            return new Outcome.NotKnown();
        }
        limit.right(guess);
        return new Outcome.Welcome(member.get());
    }
}
