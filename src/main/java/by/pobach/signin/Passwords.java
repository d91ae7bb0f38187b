package by.pobach.signin;

import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The door to the passwords of the staff. */
@Component
public class Passwords {
    /** The password of all staff of an example installation; printed at its start. */
    public static final String DEMO = "pobach-demo-2026";

    private static final int SHORTEST = 12;
    private static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 5;

    /** What became of a new password. */
    public enum Answer {
        SET,
        /** Fewer than 12 characters. */
        TOO_SHORT,
        /** More than 200 characters. */
        TOO_LONG,
        /** A few signs over and over. */
        TOO_SIMPLE;

        /** The message that says what to do about it. */
        String key() {
            return switch (this) {
                case SET -> "signin.password.hint";
                case TOO_SHORT -> "signin.password.short";
                case TOO_LONG -> "signin.password.long";
                case TOO_SIMPLE -> "signin.password.simple";
            };
        }
    }

    private final PasswordTable table;
    private final PasswordHashes hashes;
    private final boolean demo;

    Passwords(PasswordTable table, PasswordHashes hashes, @Value("${pobach.demo:false}") boolean demo) {
        this.table = table;
        this.hashes = hashes;
        this.demo = demo;
    }

    /** Sets a password and ends all sessions of the staff member. Any characters will do, from 12 to 200 of them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Answer set(UUID staffId, String password) {
        Answer answer = check(password);
        if (answer == Answer.SET) {
            table.put(staffId, hashes.of(password));
        }
        return answer;
    }

    /** Gives all of them {@link #DEMO}. Refuses anywhere but in an example installation. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setDemo(Collection<UUID> staffIds) {
        if (!demo) {
            throw new IllegalStateException("a known password is for an example installation only");
        }
        String hash = hashes.of(DEMO);
        staffIds.forEach(id -> table.put(id, hash));
    }

    static Answer check(String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST) {
            return Answer.TOO_SHORT;
        }
        if (length > LONGEST) {
            return Answer.TOO_LONG;
        }
        long different =
                password.toLowerCase(Locale.ROOT).codePoints().distinct().count();
        return different < FEWEST_DIFFERENT ? Answer.TOO_SIMPLE : Answer.SET;
    }
}
