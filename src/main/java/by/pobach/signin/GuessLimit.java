package by.pobach.signin;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How often a password may be guessed in 15 minutes: 5 times for one account from one address, 10 times for an account
 * from addresses it never came from, 30 times from one address.
 *
 * <p>Each guess is counted before the password is looked at, under the locks of its rows, so that guesses on two nodes
 * cannot slip past each other; a right password gives its own guess back and nobody else's. A refused guess counts
 * nothing, so whoever is locked out cannot lock out others by going on. An address from which the account was signed in
 * during the last 90 days is not touched by what strangers do.
 */
@Component
class GuessLimit {
    static final Duration WINDOW = Duration.ofMinutes(15);
    private static final int PAIR = 5;
    static final int ACCOUNT = 10;
    private static final int ADDRESS = 30;
    private static final int IPV6_NETWORK_BYTES = 8;

    /** What is counted, and how many are allowed; the subject is a hash, so no address is kept in clear. */
    record Counted(byte[] subject, int most) {}

    /** A guess that was let through. */
    record Guess(byte[] pair, List<Counted> counted) {}

    private final GuessTable table;
    private final TransactionTemplate transaction;

    GuessLimit(GuessTable table, PlatformTransactionManager transactions) {
        this.table = table;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Counts a guess; empty when one of its limits is reached. */
    Optional<Guess> take(String account, String address) {
        Guess guess = guess(account, network(address));
        return Optional.ofNullable(transaction.execute(status -> {
            if (table.count(guess.counted(), WINDOW, table.familiar(guess.pair()))) {
                return guess;
            }
            status.setRollbackOnly();
            return null;
        }));
    }

    /** The password was right. */
    void right(Guess guess) {
        transaction.executeWithoutResult(status -> {
            giveBack(guess);
            table.rememberFamiliar(guess.pair());
        });
    }

    /** The password was not even looked at. */
    void giveBack(Guess guess) {
        transaction.executeWithoutResult(status -> table.giveBack(guess.counted()));
    }

    private static Guess guess(String account, String network) {
        byte[] pair = hash("pair", account, network);
        List<Counted> counted = new ArrayList<>(List.of(
                new Counted(pair, PAIR),
                new Counted(hash("account", account), ACCOUNT),
                new Counted(hash("address", network), ADDRESS)));
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
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", parts).getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
