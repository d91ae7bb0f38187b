package by.pobach.offers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What is hard now: the barrier is in the world, not in the child, and it is never a diagnosis. */
public enum Barrier {
    HEAR,
    SEE,
    MOVE,
    SPEAK,
    LEARN,
    TOGETHER,
    EAT,
    UNKNOWN,
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Barrier> of(String code) {
        return Arrays.stream(values())
                .filter(barrier -> barrier.code().equals(code))
                .findFirst();
    }
}
