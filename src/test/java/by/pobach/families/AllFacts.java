package by.pobach.families;

import by.pobach.families.AccessRules.Facts;
import by.pobach.families.Bond.Kind;
import by.pobach.families.Bond.Opens;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every combination of what may be known of somebody and a child. */
final class AllFacts {
    private AllFacts() {}

    static Stream<Facts> all() {
        return bools().flatMap(known -> bools().flatMap(barred -> bools().flatMap(relative -> bools().flatMap(decides ->
                orNull(Kind.values())
                        .flatMap(kind -> orNull(Opens.values())
                                .flatMap(opens -> Stream.of("", "visit", "danger")
                                        .map(assigned -> new Facts(
                                                known,
                                                barred,
                                                relative,
                                                kind.length == 0 ? null : kind[0],
                                                opens.length == 0 ? null : opens[0],
                                                assigned.isEmpty() ? null : assigned,
                                                decides))))))));
    }

    private static Stream<Boolean> bools() {
        return Stream.of(true, false);
    }

    /** Each value in an array of its own, and an empty array for none. */
    private static <T> Stream<T[]> orNull(T[] values) {
        return Stream.concat(
                Arrays.stream(values).map(value -> {
                    T[] one = Arrays.copyOf(values, 1);
                    one[0] = value;
                    return one;
                }),
                Stream.<T[]>of(Arrays.copyOf(values, 0)));
    }
}
