package by.pobach.faults;

import by.pobach.faults.Call.Accepted;
import by.pobach.faults.Call.Act;
import by.pobach.faults.Call.Cancelled;
import by.pobach.faults.Call.Refused;
import by.pobach.faults.Call.TooLate;
import by.pobach.faults.Call.Unknown;
import by.pobach.faults.Call.Wrong;
import by.pobach.faults.Evidence.Change;
import by.pobach.faults.Evidence.Held;
import by.pobach.faults.Evidence.Letter;
import by.pobach.faults.Evidence.Visit;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds what clients were told against what the database says. Clients and database share one clock. Whatever is uncertain
 * counts for the house: a release may become visible as late as its answer came, an unknown call may have happened or not.
 * So a finding is a wrong, never a doubt.
 */
final class HistoryChecker {
    /** How long the release of a call that nobody heard an answer to may have been on its way. */
    private static final Duration LONGEST_COMMIT = Duration.ofSeconds(5);

    private static final String GONE = "cancelled";

    enum Wrongdoing {
        /** Two unreleased holds of one resource at one time. */
        OVERLAP,
        /** A visit that was promised is not there, or not at the promised time, or holds nothing. */
        LOST,
        /** Told "taken" although at each moment of the call it was free. */
        UNJUST_REFUSAL,
        /** Told "taken" for ever, and yet stored. */
        STORED_REFUSAL,
        /** More than one visit for one key. */
        DOUBLE,
        /** A letter that is missing, or one too many. */
        LETTER,
        /** An answer that must never come. */
        WRONG_ANSWER
    }

    private final List<Call> calls;
    private final Evidence evidence;
    private final Function<Call.Ask, List<Way>> ways;
    private final Map<Wrongdoing, List<String>> found = new EnumMap<>(Wrongdoing.class);
    private final Map<String, List<Call>> callsByKey;
    private final Map<UUID, List<Held>> holdsByResource;

    private HistoryChecker(List<Call> calls, Evidence evidence, Function<Call.Ask, List<Way>> ways) {
        this.calls = calls;
        this.evidence = evidence;
        this.ways = ways;
        this.callsByKey =
                calls.stream().sorted(Comparator.comparing(Call::began)).collect(Collectors.groupingBy(Call::key));
        Map<UUID, String> keys = evidence.visits().stream().collect(Collectors.toMap(Visit::id, Visit::key));
        this.holdsByResource = evidence.holds().stream()
                .map(held -> lenient(held, keys.getOrDefault(held.visit(), "")))
                .collect(Collectors.groupingBy(Held::resource));
    }

    /** @param ways every way in which the house could have done what was asked */
    static Map<Wrongdoing, List<String>> check(
            List<Call> calls, Evidence evidence, Function<Call.Ask, List<Way>> ways) {
        HistoryChecker checker = new HistoryChecker(calls, evidence, ways);
        checker.overlaps();
        checker.promises();
        checker.refusals();
        checker.doubles();
        checker.letters();
        checker.wrongAnswers();
        return checker.found;
    }

    private void note(Wrongdoing wrongdoing, String text) {
        found.computeIfAbsent(wrongdoing, w -> new ArrayList<>()).add(text);
    }

    private void overlaps() {
        evidence.holds().stream()
                .filter(held -> held.died() == null)
                .collect(Collectors.groupingBy(Held::resource))
                .values()
                .forEach(this::overlapsOfOne);
    }

    private void overlapsOfOne(List<Held> holds) {
        List<Held> ordered =
                holds.stream().sorted(Comparator.comparing(Held::from)).toList();
        for (int i = 0; i < ordered.size(); i++) {
            Held one = ordered.get(i);
            for (int j = i + 1; j < ordered.size() && ordered.get(j).from().isBefore(one.to()); j++) {
                note(Wrongdoing.OVERLAP, one + " and " + ordered.get(j));
            }
        }
    }

    private void promises() {
        Map<String, Visit> byKey =
                evidence.visits().stream().collect(Collectors.toMap(Visit::key, visit -> visit, (one, other) -> one));
        callsByKey.forEach((key, ofKey) -> {
            Visit visit = byKey.get(key);
            boolean promised = ofKey.stream().anyMatch(call -> call.answer() instanceof Accepted);
            boolean uncertain = ofKey.stream().anyMatch(call -> call.answer() instanceof Unknown);
            if (visit == null && promised) {
                note(Wrongdoing.LOST, "no visit for " + key);
            } else if (visit != null && !promised && !uncertain) {
                note(Wrongdoing.STORED_REFUSAL, visit.toString());
            } else if (visit != null) {
                promise(visit, ofKey);
            }
        });
    }

    private void promise(Visit visit, List<Call> ofKey) {
        Set<String> possible = new HashSet<>();
        ofKey.stream()
                .filter(call -> call.act() == Act.BOOK)
                .limit(1)
                .forEach(call -> possible.add(at(call.ask().start())));
        for (Call call : ofKey) {
            follow(possible, call);
            if (call.answer() instanceof Accepted accepted
                    && !hash(accepted.token()).equals(visit.tokenHash())) {
                note(Wrongdoing.DOUBLE, "another visit's link for " + visit.key());
            }
        }
        boolean stands = visit.state().equals("booked");
        if (!possible.contains(stands ? at(visit.start()) : GONE)) {
            note(Wrongdoing.LOST, visit + " should be at " + possible);
        }
        boolean holds =
                evidence.holds().stream().anyMatch(held -> held.visit().equals(visit.id()) && covers(held, visit));
        if (stands != holds) {
            note(Wrongdoing.LOST, visit + (stands ? " holds nothing" : " still holds"));
        }
    }

    private static boolean covers(Held held, Visit visit) {
        return held.died() == null
                && !held.from().isAfter(visit.start())
                && held.to().isAfter(visit.start());
    }

    /** Where the visit may be after this call. What is unknown stays possible, since it may still be on its way. */
    private static void follow(Set<String> possible, Call call) {
        String target = call.act() == Act.CANCEL ? GONE : at(call.ask().start());
        boolean known =
                call.act() == Act.MOVE && call.answer() instanceof Accepted || call.answer() instanceof Cancelled;
        if (known) {
            possible.clear();
        }
        if (known || call.act() != Act.BOOK && call.answer() instanceof Unknown) {
            possible.add(target);
        }
    }

    private static String at(Instant start) {
        return start.toString();
    }

    private void refusals() {
        for (Call call : calls) {
            if (call.answer() instanceof Refused && alwaysFree(call)) {
                note(Wrongdoing.UNJUST_REFUSAL, call.toString());
            }
        }
    }

    private boolean alwaysFree(Call call) {
        List<Way> possible = ways.apply(call.ask());
        Set<UUID> own = call.act() == Act.BOOK ? Set.of() : visitsOf(call.key());
        return moments(call, possible).allMatch(moment -> possible.stream().anyMatch(way -> free(way, moment, own)));
    }

    /** Something can only become taken when a hold is born; so these moments and the beginning are enough. */
    private Stream<Instant> moments(Call call, List<Way> possible) {
        Stream<Instant> births = possible.stream()
                .flatMap(Way::spans)
                .distinct()
                .flatMap(span -> touching(span).stream())
                .map(Held::born)
                .filter(born -> born.isAfter(call.began()) && !born.isAfter(call.ended()));
        return Stream.concat(Stream.of(call.began()), births);
    }

    private boolean free(Way way, Instant moment, Set<UUID> own) {
        return way.roles().stream()
                .allMatch(role -> role.stream()
                        .anyMatch(spans -> spans.stream()
                                .allMatch(span ->
                                        touching(span).stream().noneMatch(held -> visible(held, moment, own)))));
    }

    private static boolean visible(Held held, Instant moment, Set<UUID> own) {
        boolean over = held.died() != null && !held.died().isAfter(moment);
        return !own.contains(held.visit()) && !held.born().isAfter(moment) && !over;
    }

    private List<Held> touching(Way.Span span) {
        return holdsByResource.getOrDefault(span.resource(), List.of()).stream()
                .filter(held -> held.overlaps(span.resource(), span.from(), span.to()))
                .toList();
    }

    /** Its release was visible at the latest when its client had the answer. */
    private Held lenient(Held held, String key) {
        Instant died = held.died();
        if (died == null) {
            return held;
        }
        Instant latest = callsByKey.getOrDefault(key, List.of()).stream()
                .filter(call -> call.succeeded()
                        && !call.began().isAfter(died)
                        && !call.ended().isBefore(died))
                .map(Call::ended)
                .max(Comparator.naturalOrder())
                .orElse(died.plus(LONGEST_COMMIT));
        return new Held(held.visit(), held.resource(), held.from(), held.to(), held.born(), latest);
    }

    private Set<UUID> visitsOf(String key) {
        return evidence.visits().stream()
                .filter(visit -> visit.key().equals(key))
                .map(Visit::id)
                .collect(Collectors.toSet());
    }

    private void doubles() {
        evidence.visits().stream().collect(Collectors.groupingBy(Visit::key)).values().stream()
                .filter(visits -> visits.size() > 1)
                .forEach(visits -> note(Wrongdoing.DOUBLE, visits.toString()));
    }

    /** Each change of a visit has its letter, and no letter came without a change. */
    private void letters() {
        Map<UUID, List<String>> posted = evidence.letters().stream()
                .collect(Collectors.groupingBy(Letter::about, Collectors.mapping(Letter::kind, Collectors.toList())));
        Map<UUID, List<String>> due = evidence.changes().stream()
                .collect(Collectors.groupingBy(Change::visit, Collectors.mapping(Change::what, Collectors.toList())));
        Set<UUID> all = new HashSet<>(posted.keySet());
        all.addAll(due.keySet());
        for (UUID visit : all) {
            List<String> expected =
                    due.getOrDefault(visit, List.of()).stream().sorted().toList();
            List<String> actual =
                    posted.getOrDefault(visit, List.of()).stream().sorted().toList();
            if (!expected.equals(actual)) {
                note(Wrongdoing.LETTER, visit + ": changed " + expected + ", told " + actual);
            }
        }
    }

    private void wrongAnswers() {
        for (Call call : calls) {
            boolean impossible = call.answer() instanceof TooLate
                    && callsByKey.get(call.key()).stream().noneMatch(other -> other.act() == Act.CANCEL);
            boolean rounded = call.answer() instanceof Accepted accepted
                    && !accepted.start().equals(call.ask().start())
                    && callsByKey.get(call.key()).stream()
                            .noneMatch(other -> other.act() == Act.MOVE && !other.equals(call));
            if (call.answer() instanceof Wrong || impossible || rounded) {
                note(Wrongdoing.WRONG_ANSWER, call.toString());
            }
        }
    }

    static String hash(String token) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
