package by.pobach.offers;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;

/**
 * What somebody looks for, as the address of a page says it. No session keeps it: every link carries all of it on. What
 * cannot be understood is left out, since a hand-typed or shortened address is no reason to show nothing.
 *
 * @param hard what is hard now
 * @param from the first day to look at, Centre time
 */
public record TimeQuery(
        Set<Barrier> hard,
        @Nullable String service,
        @Nullable UUID specialist,
        @Nullable When when,
        Set<Need> needs,
        @Nullable Place place,
        @Nullable LocalDate from) {

    /** Years that no visit is in; beyond them even the arithmetic of dates ends. */
    private static final int FIRST_YEAR = 2000;

    private static final int LAST_YEAR = 3000;
    private static final Instant FIRST = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse(LAST_YEAR + "-01-01T00:00:00Z");

    /** At which hours it suits a family with a pupil. */
    enum When {
        AFTER_SCHOOL,
        SCHOOL_HOLIDAYS;

        String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Optional<When> of(String code) {
            return Arrays.stream(values())
                    .filter(when -> when.code().equals(code))
                    .findFirst();
        }
    }

    public static TimeQuery of(MultiValueMap<String, String> query) {
        return new TimeQuery(
                all(query, "hard", Barrier::of),
                one(query, "service", Optional::of).orElse(null),
                one(query, "specialist", TimeQuery::id).orElse(null),
                one(query, "when", When::of).orElse(null),
                all(query, "need", Need::of),
                one(query, "place", Place::of).orElse(null),
                one(query, "from", TimeQuery::day).orElse(null));
    }

    public static <T> Optional<T> one(
            MultiValueMap<String, String> query, String name, Function<String, Optional<T>> read) {
        return Optional.ofNullable(query.getFirst(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .flatMap(read);
    }

    static <T> Set<T> all(MultiValueMap<String, String> query, String name, Function<String, Optional<T>> read) {
        return query.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .map(read)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    public static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    public static Optional<Instant> instant(String text) {
        return parsed(text, Instant::parse).filter(at -> at.isAfter(FIRST) && at.isBefore(LAST));
    }

    private static Optional<LocalDate> day(String text) {
        return parsed(text, LocalDate::parse).filter(day -> day.getYear() > FIRST_YEAR && day.getYear() < LAST_YEAR);
    }

    private static <T> Optional<T> parsed(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    TimeQuery forService(String id) {
        return new TimeQuery(hard, id, null, when, needs, null, null);
    }

    TimeQuery at(@Nullable Place other) {
        return new TimeQuery(hard, service, specialist, when, needs, other, from);
    }

    TimeQuery starting(@Nullable LocalDate day) {
        return new TimeQuery(hard, service, specialist, when, needs, place, day);
    }

    public TimeQuery with(@Nullable UUID other) {
        return new TimeQuery(hard, service, other, when, needs, place, from);
    }

    TimeQuery at(@Nullable When other) {
        return new TimeQuery(hard, service, specialist, other, needs, place, from);
    }

    TimeQuery needing(Collection<Need> others) {
        Set<Need> set = EnumSet.noneOf(Need.class);
        set.addAll(others);
        return new TimeQuery(hard, service, specialist, when, set, place, from);
    }

    /** For the hidden fields of a form. */
    public List<String> hardCodes() {
        return hard.stream().map(Barrier::code).toList();
    }

    public List<String> needCodes() {
        return needs.stream().map(Need::code).toList();
    }

    /** Whether anything narrows the search beyond the service itself. */
    boolean isNarrow() {
        return specialist != null || when != null || !needs.isEmpty() || place != null;
    }

    public String href() {
        return link("/times", null);
    }

    /** The page that asks who comes at that time. */
    String book(String chosen, Instant start, @Nullable UUID with, Place where) {
        return new TimeQuery(hard, chosen, with, null, needs, where, null).link("/book", start);
    }

    private String link(String path, @Nullable Instant start) {
        StringBuilder link = new StringBuilder(path);
        hard.forEach(barrier -> add(link, "hard", barrier.code()));
        add(link, "service", service);
        add(link, "start", start == null ? null : start.toString());
        add(link, "specialist", specialist == null ? null : specialist.toString());
        add(link, "when", when == null ? null : when.code());
        needs.forEach(need -> add(link, "need", need.code()));
        add(link, "place", place == null ? null : place.code());
        add(link, "from", from == null ? null : from.toString());
        return link.toString();
    }

    private static void add(StringBuilder link, String name, @Nullable String value) {
        if (value != null) {
            link.append(link.indexOf("?") < 0 ? '?' : '&')
                    .append(name)
                    .append('=')
                    .append(UriUtils.encode(value, java.nio.charset.StandardCharsets.UTF_8));
        }
    }
}
