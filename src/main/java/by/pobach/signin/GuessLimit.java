package by.pobach.signin;

import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often somebody may try, counted by what is tried ({@link Action}), for whom and from where. A password: in 15 minutes 5
 * times for one account from one address, 10 times for an account from addresses it never came from, 30 times from one address.
 *
 * <p>Each guess is counted before it is looked at, under the locks of its rows, so that guesses on two nodes cannot slip past
 * each other; a right one gives itself back and nobody else's. A refused guess counts nothing, so whoever is locked out cannot
 * lock out others by going on. An address from which the account was signed in during the last 90 days is not touched by what
 * strangers do.
 */
@Component
public class GuessLimit {
    private static final Logger log = LoggerFactory.getLogger(GuessLimit.class);

    /** The window of all limits that are not by the day. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int IPV6_NETWORK_BYTES = 8;

    /** What is tried. Each is counted by itself. */
    public enum Action {
        PASSWORD,
        /** A letter with a link is asked for: 3 times for a contact in 15 minutes, 10 in a day; 60 times from an address. */
        LINK,
        /** The number of an app or a spare code: 5 times for an account in 15 minutes, 20 in a day, wherever from. */
        SECOND_STEP,
        /** A code copied from a card: 10 times from an address. */
        CARD
    }

    /** What is counted, and how many are allowed; the subject is a hash, so no address is kept in clear. */
    record Counted(byte[] subject, int most, Duration window, boolean strangersOnly) {}

    /** A guess that was let through. */
    public static final class Guess {
        private final byte[] pair;
        private final List<Counted> counted;

        private Guess(byte[] pair, List<Counted> counted) {
            this.pair = pair;
            this.counted = counted;
        }
    }

    private final GuessTable table;
    private final TransactionTemplate transaction;

    GuessLimit(GuessTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Counts a guess.
     *
     * @param account for whom, in the shape in which it is kept; or something fixed where only the address counts
     * @param address where the request comes from
     * @return empty when one of its limits is reached
     */
    public Optional<Guess> take(Action action, String account, String address) {
        Guess guess = guess(action, account, network(address));
        Optional<Guess> taken = Optional.ofNullable(transaction.execute(status -> {
            if (table.count(guess.counted, table.familiar(guess.pair))) {
                return guess;
            }
            status.setRollbackOnly();
            return null;
        }));
        // Who and where from stay out of the log; that somebody goes on trying does not.
        taken.ifPresentOrElse(
                _ -> log.info("{} is tried", action), () -> log.warn("{} was tried too often and is refused", action));
        return taken;
    }

    /** The guess was right. */
    public void right(Guess guess) {
        transaction.executeWithoutResult(status -> {
            table.giveBack(guess.counted);
            table.rememberFamiliar(guess.pair);
        });
    }

    /** The guess was not even looked at. */
    public void giveBack(Guess guess) {
        transaction.executeWithoutResult(status -> table.giveBack(guess.counted));
    }

    private static Guess guess(Action action, String account, String network) {
        String prefix = action == Action.PASSWORD ? "" : action + " ";
        byte[] pair = hash(prefix + "pair", account, network);
        byte[] whom = hash(prefix + "account", account);
        byte[] day = hash(prefix + "day", account);
        byte[] where = hash(prefix + "address", network);
        List<Counted> counted = new ArrayList<>(
                switch (action) {
                    case PASSWORD ->
                        List.of(
                                new Counted(pair, 5, WINDOW, false),
                                new Counted(whom, 10, WINDOW, true),
                                new Counted(where, 30, WINDOW, false));
                    case LINK ->
                        List.of(
                                new Counted(whom, 3, WINDOW, false),
                                new Counted(day, 10, DAY, false),
                                new Counted(where, 60, WINDOW, false));
                    case SECOND_STEP -> List.of(new Counted(whom, 5, WINDOW, false), new Counted(day, 20, DAY, false));
                    case CARD -> List.of(new Counted(where, 10, WINDOW, false));
                });
        // Always in the same order, so that two guesses never wait for each other.
        counted.sort((one, other) -> Arrays.compareUnsigned(one.subject(), other.subject()));
        return new Guess(pair, counted);
    }

    /** One household has a whole /64 of IPv6 addresses. */
    static String network(String address) {
        try {
            byte[] octets = InetAddress.ofLiteral(address).getAddress();
            return octets.length <= IPV6_NETWORK_BYTES
                    ? address
                    : Arrays.toString(Arrays.copyOf(octets, IPV6_NETWORK_BYTES));
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    private static byte[] hash(String... parts) {
        return Secrets.hash(String.join("\n", parts));
    }
}
