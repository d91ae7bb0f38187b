package by.pobach.faults;

import by.pobach.bench.Wire;
import by.pobach.faults.Call.Act;
import by.pobach.faults.Call.Answer;
import by.pobach.faults.Call.Ask;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of many who book, move, cancel and press twice; whoever gets no answer asks again with the same key, elsewhere. */
final class Family {
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final Pattern START = Pattern.compile("\"start\":\"([^\"]+)\"");
    private static final int PATIENCE = 10_000;
    private static final int SHARE_OF_HERD = 3;

    private final Random random;
    private final List<Wire> nodes;
    private final List<Ask> herd;
    private final List<Ask> spread;
    private final Queue<Call> calls;
    private final Instant until;
    private final List<Booked> mine = new ArrayList<>();

    private record Booked(String key, Ask ask, String token) {}

    Family(long seed, List<Integer> ports, List<Ask> herd, List<Ask> spread, Queue<Call> calls, Instant until) {
        this.random = new Random(seed);
        this.nodes = ports.stream().map(port -> new Wire(port, PATIENCE)).toList();
        this.herd = herd;
        this.spread = spread;
        this.calls = calls;
        this.until = until;
    }

    void live() {
        while (Instant.now().isBefore(until)) {
            Booked one = mine.isEmpty() ? null : mine.get(random.nextInt(mine.size()));
            switch (random.nextInt(10)) {
                case 0 -> again(one);
                case 1 -> move(one);
                case 2, 3 -> cancel(one);
                default -> book();
            }
        }
        nodes.forEach(Wire::close);
    }

    private void book() {
        List<Ask> from = random.nextInt(SHARE_OF_HERD) == 0 ? herd : spread;
        Ask ask = from.get(random.nextInt(from.size()));
        String key = "k" + new UUID(random.nextLong(), random.nextLong());
        if (insist(key, Act.BOOK, ask, "/api/v1/visits") instanceof Call.Accepted accepted) {
            mine.add(new Booked(key, ask, accepted.token()));
        }
    }

    private void again(Booked one) {
        if (one != null) {
            for (int node = 0; node < nodes.size(); node++) {
                ask(node, one.key(), Act.BOOK, one.ask(), "/api/v1/visits");
            }
        }
    }

    private void move(Booked one) {
        if (one != null) {
            List<Ask> from = random.nextInt(SHARE_OF_HERD) == 0 ? herd : spread;
            Instant start = from.get(random.nextInt(from.size())).start();
            UUID specialist = FaultCentre.SPECIALISTS.get(random.nextInt(FaultCentre.SPECIALISTS.size()));
            Ask there = new Ask(one.ask().service(), specialist, start);
            insist(one.key(), Act.MOVE, there, "/api/v1/visits/" + one.token() + "/move");
        }
    }

    private void cancel(Booked one) {
        if (one != null) {
            mine.remove(one);
            insist(one.key(), Act.CANCEL, one.ask(), "/api/v1/visits/" + one.token() + "/cancellation");
        }
    }

    /** Until there is an answer, at most to the end; each time on the other node. */
    private Answer insist(String key, Act act, Ask ask, String path) {
        int node = random.nextInt(nodes.size());
        Answer answer = ask(node, key, act, ask, path);
        while (answer instanceof Call.Unknown && Instant.now().isBefore(until)) {
            pause();
            node = (node + 1) % nodes.size();
            answer = ask(node, key, act, ask, path);
        }
        return answer;
    }

    private Answer ask(int node, String key, Act act, Ask ask, String path) {
        byte[] request = Wire.post(path, "Idempotency-Key: " + key + "\r\n", body(key, act, ask));
        Instant began = Instant.now();
        Answer answer;
        try {
            answer = read(act, nodes.get(node).send(request));
        } catch (IOException lost) {
            answer = new Call.Unknown(lost.toString());
        }
        calls.add(new Call(key, act, ask, began, Instant.now(), answer));
        return answer;
    }

    private static String body(String key, Act act, Ask ask) {
        String specialist = ask.specialist() == null ? "" : ",\"specialist\":\"" + ask.specialist() + "\"";
        return switch (act) {
            case CANCEL -> "{}";
            case MOVE -> "{\"start\":\"" + ask.start() + "\"" + specialist + "}";
            case BOOK -> """
                    {"service":"%s","start":"%s"%s,"agreed":true,
                     "person":{"name":"Алеся","email":"%s@example.org","language":"be"}}""".formatted(ask.service(), ask.start(), specialist, key);
        };
    }

    private static Answer read(Act act, Wire.Reply reply) {
        String text = reply.text();
        return switch (reply.status()) {
            case 201, 200 ->
                new Call.Accepted(
                        first(TOKEN, text),
                        java.time.OffsetDateTime.parse(first(START, text)).toInstant());
            case 204 -> new Call.Cancelled();
            case 409 -> text.contains("/problems/taken") ? new Call.Refused() : new Call.TooLate();
            case 503 -> new Call.Unknown("503");
            default -> new Call.Wrong(reply.status(), act + " " + text);
        };
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private void pause() {
        try {
            Thread.sleep(random.nextInt(50, 200));
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
