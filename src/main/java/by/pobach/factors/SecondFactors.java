package by.pobach.factors;

import by.pobach.signin.GuessLimit;
import by.pobach.signin.GuessLimit.Action;
import by.pobach.signin.GuessLimit.Guess;
import by.pobach.signin.Secrets;
import by.pobach.vault.Field;
import by.pobach.vault.Vault;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The second step of the staff: the number of an app, or one of ten spare codes. Both are limited together, by account and
 * wherever they come from, and counted before they are looked at.
 */
@Component
class SecondFactors {
    private static final int SECRET_BYTES = 20;
    private static final int SPARES = 10;
    private static final int SPARE_LENGTH = 12;
    /** Consonants that cannot be taken for a digit or for each other. */
    private static final String LETTERS = "BCDFGHJKLMNPQRSTVWXZ";

    /** What became of something typed. */
    enum Outcome {
        PASSED,
        WRONG,
        /** Right, and used before: somebody may have looked over the shoulder. */
        REPLAYED,
        /** Right at another time: a clock is wrong. */
        CLOCK_OFF,
        TOO_MANY
    }

    /** @param minutes how wrong the clock is, where it is */
    record Answer(Outcome outcome, long minutes) {
        static Answer of(Outcome outcome) {
            return new Answer(outcome, 0);
        }
    }

    private final FactorTable table;
    private final Vault vault;
    private final GuessLimit limit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(
            FactorTable table, Vault vault, GuessLimit limit, PlatformTransactionManager transactions, Clock clock) {
        this.table = table;
        this.vault = vault;
        this.limit = limit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    boolean hasApp(UUID staffId) {
        return table.app(staffId).filter(app -> app.secret() != null).isPresent();
    }

    int spares(UUID staffId) {
        return table.spares(staffId);
    }

    /** A new secret for an app; an older one stays good until this one is answered. */
    void begin(UUID staffId) {
        byte[] bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        transaction.executeWithoutResult(
                status -> table.putPending(staffId, vault.seal(staffId, place(staffId), Base32.of(bytes))));
    }

    /** The secret that was begun and not answered, as an app takes it. */
    Optional<String> pending(UUID staffId) {
        return table.app(staffId).flatMap(app -> opened(staffId, app.pending()));
    }

    /** The first number of the app: with it the secret is good, and there are new spare codes, seen only now. */
    Optional<List<String>> confirm(UUID staffId, String typed) {
        Instant now = clock.instant();
        OptionalLong step = pending(staffId).stream()
                .mapToLong(secret ->
                        Totp.near(Base32.bytes(secret), digits(typed), now).orElse(-1))
                .filter(found -> found >= 0)
                .findFirst();
        if (step.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(in(() -> {
            table.confirm(staffId, step.getAsLong());
            return newSpares(staffId);
        }));
    }

    /** How far the clock is wrong, if the number would have been right at another time. */
    OptionalLong minutesOff(UUID staffId, String typed) {
        Instant now = clock.instant();
        return pending(staffId).stream()
                .flatMapToLong(secret -> Totp.far(Base32.bytes(secret), digits(typed), now).stream())
                .map(step -> Totp.minutesOff(step, now))
                .findFirst();
    }

    /** Ten new spare codes instead of those there are. */
    List<String> spareCodes(UUID staffId) {
        return in(() -> newSpares(staffId));
    }

    /** Checks a number or a spare code, whatever the spaces. */
    Answer pass(UUID staffId, String typed, String address) {
        Optional<Guess> guess = limit.take(Action.SECOND_STEP, "staff:" + staffId, address);
        if (guess.isEmpty()) {
            return Answer.of(Outcome.TOO_MANY);
        }
        Answer answer = in(() -> look(staffId, typed));
        if (answer.outcome() == Outcome.PASSED) {
            limit.giveBack(guess.get());
        }
        return answer;
    }

    private Answer look(UUID staffId, String typed) {
        String digits = digits(typed);
        if (digits.length() != Totp.DIGITS) {
            String letters = typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
            return Answer.of(table.useSpare(staffId, hash(staffId, letters)) ? Outcome.PASSED : Outcome.WRONG);
        }
        return table.app(staffId)
                .flatMap(app -> opened(staffId, app.secret()))
                .map(secret -> number(staffId, Base32.bytes(secret), digits))
                .orElse(Answer.of(Outcome.WRONG));
    }

    private Answer number(UUID staffId, byte[] secret, String digits) {
        Instant now = clock.instant();
        OptionalLong near = Totp.near(secret, digits, now);
        if (near.isPresent()) {
            boolean first = table.useStep(staffId, near.getAsLong());
            return Answer.of(first ? Outcome.PASSED : Outcome.REPLAYED);
        }
        OptionalLong far = Totp.far(secret, digits, now);
        if (far.isEmpty()) {
            return Answer.of(Outcome.WRONG);
        }
        // To say so tells a guesser that the number is good at that time: then it must not be.
        table.burn(staffId, far.getAsLong());
        return new Answer(Outcome.CLOCK_OFF, Totp.minutesOff(far.getAsLong(), now));
    }

    /** Nothing of it is left. */
    void remove(UUID staffId) {
        transaction.executeWithoutResult(status -> table.remove(staffId));
    }

    /** The number that the app shows now; for the example, where nobody has a telephone at hand. */
    Optional<String> exampleNumber(UUID staffId) {
        return table.app(staffId)
                .flatMap(app -> opened(staffId, app.pending() == null ? app.secret() : app.pending()))
                .map(secret -> Totp.code(Base32.bytes(secret), Totp.step(clock.instant())));
    }

    private List<String> newSpares(UUID staffId) {
        List<String> codes = Stream.generate(() -> Secrets.letters(LETTERS, SPARE_LENGTH))
                .distinct()
                .limit(SPARES)
                .toList();
        table.putSpares(staffId, codes.stream().map(code -> hash(staffId, code)).toList());
        return codes.stream().map(code -> code.replaceAll("(.{4})(?!$)", "$1 ")).toList();
    }

    private byte[] hash(UUID staffId, String code) {
        return vault.index("factors.spare", staffId + " " + code);
    }

    private Optional<String> opened(UUID staffId, byte @Nullable [] sealed) {
        return sealed == null ? Optional.empty() : vault.open(staffId, place(staffId), sealed);
    }

    private static Field place(UUID staffId) {
        return new Field("factors.totp", "secret", staffId);
    }

    private static String digits(String typed) {
        return typed.replaceAll("\\D", "");
    }

    private <T> T in(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(status -> work.get()));
    }
}
