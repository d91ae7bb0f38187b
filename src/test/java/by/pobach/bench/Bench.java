package by.pobach.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** All that is promised about speed, in one run and one table. Started by {@code bin/bench}. */
public final class Bench {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Minsk"));
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern START = Pattern.compile("\\{\"start\":\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");
    private static final String GZIP = "Accept-Encoding: gzip\r\n";
    private static final int DAYS_AHEAD = 85;
    private static final int HERD = 64;
    private static final int SLOTS = 20;

    private final House house;
    private final Table table;
    private final int runs;
    private final double seconds;
    private final double warmUp;
    private final List<String> specialists;

    private Bench(House house, Table table, boolean quick) throws IOException {
        this.house = house;
        this.table = table;
        this.runs = quick ? 1 : 5;
        this.seconds = quick ? 2 : 5;
        this.warmUp = quick ? 4 : 10;
        this.specialists = found(ID, get("/api/v1/specialists?service=consultation"));
    }

    /** {@code [--quick] [--small]}: short runs; without ten times the data. */
    public static void main(String[] args) throws IOException, InterruptedException {
        List<String> options = List.of(args);
        boolean quick = options.contains("--quick");
        Path folder = Path.of("target", "bench");
        clear(folder.resolve("data"));
        clear(folder.resolve("data-10"));
        Table table = new Table(quick);
        List<Load.Result> once;
        try (House house = House.start(freePort(), folder.resolve("data"), 1)) {
            Bench bench = new Bench(house, table, quick);
            once = bench.looking("");
            bench.pages();
            bench.distinct();
            bench.herd();
        }
        if (!quick && !options.contains("--small")) {
            try (House house = House.start(freePort(), folder.resolve("data-10"), 10)) {
                List<Load.Result> ten = new Bench(house, table, false).looking(", ten times the data");
                table.compare(once, ten);
            }
        }
        String text = table.toString();
        System.out.print(text);
        Files.writeString(folder.resolve("bench.md"), text);
        Files.copy(
                folder.resolve("bench.md"),
                Path.of("target", "bench.md"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private List<Load.Result> looking(String more) throws IOException, InterruptedException {
        List<Load.Result> results = new ArrayList<>();
        results.add(looked(
                "Day, one specialist" + more, "≥ 3,000/s, p99 ≤ 20 ms", 3_000, 20, random -> day(random, 1, true)));
        results.add(looked(
                "Month, one specialist" + more, "≥ 1,500/s, p99 ≤ 30 ms", 1_500, 30, random -> day(random, 30, true)));
        results.add(looked("Day, any of 40" + more, "p99 ≤ 30 ms, ≤ 20 kB", 0, 30, random -> day(random, 1, false)));
        results.add(looked("Month, any of 40" + more, "p99 ≤ 60 ms, ≤ 20 kB", 0, 60, random -> day(random, 30, false)));
        results.add(looked(
                "Specialist + room + device + interpreter, first 20 in 30 days" + more,
                "p99 ≤ 20 ms",
                0,
                20,
                random -> offers("tryout", random.nextInt(1, DAYS_AHEAD - 30), 30)
                        + "&need=sign-interpreter&limit=20"
                        + specialist(random)));
        return results;
    }

    private interface Question {
        String of(Random random);
    }

    private Load.Result looked(String name, String goal, double rate, double p99, Question path)
            throws IOException, InterruptedException {
        IntFunction<Load.Client> client = number -> {
            Random random = new Random(number);
            return () -> Wire.get(path.of(random), GZIP);
        };
        Load.Result result = median(16, client);
        table.row(name, 16, result, goal, result.perSecond() >= rate && result.percentile(0.99) <= p99);
        return result;
    }

    private Load.Result median(int clients, IntFunction<Load.Client> client) throws IOException, InterruptedException {
        Load.run(house, clients, warmUp, client);
        List<Load.Result> results = new ArrayList<>();
        for (int i = 0; i < runs; i++) {
            results.add(Load.run(house, clients, seconds, client));
        }
        return middle(results);
    }

    private static Load.Result middle(List<Load.Result> results) {
        results.sort(Comparator.comparing(Load.Result::perSecond));
        return results.get(results.size() / 2);
    }

    private String day(Random random, int days, boolean one) {
        return offers("consultation", random.nextInt(1, DAYS_AHEAD - days), days) + (one ? specialist(random) : "");
    }

    private String specialist(Random random) {
        return "&specialist=" + specialists.get(random.nextInt(specialists.size()));
    }

    private static String offers(String service, int from, int days) {
        return "/api/v1/offers?service=" + service + "&from=" + TODAY.plusDays(from) + "&to="
                + TODAY.plusDays(from + days);
    }

    /** One visitor after another: what the server needs for a page when nobody else is there. */
    private void pages() throws IOException, InterruptedException {
        page("Page of times", "/times?service=consultation&barrier=hear&lang=be", 0);
        List<String> starts = found(START, get(offers("consultation", 20, 30) + "&limit=50"));
        page(
                "Booking page",
                "/book?service=consultation&start=" + starts.getFirst().replace("+", "%2B") + "&lang=be",
                5);
    }

    private void page(String name, String path, double goal) throws IOException, InterruptedException {
        byte[] request = Wire.get(path, GZIP);
        try (Wire wire = new Wire(house.port, 10_000)) {
            int status = wire.send(request).status();
            if (status != 200) {
                table.note(name + ": " + path + " answers " + status);
                return;
            }
        }
        Load.Result result = median(1, number -> () -> request);
        String wanted = goal == 0 ? "" : "p50 ≤ " + (int) goal + " ms";
        table.row(name, 1, result, wanted, goal == 0 || result.percentile(0.5) <= goal);
    }

    /** Each booking another start; four resources each. Everything is given back between the runs. */
    private void distinct() throws IOException, InterruptedException {
        TreeSet<String> all = new TreeSet<>();
        for (int from = 1; from < 115; from += 14) {
            all.addAll(found(START, get(offers("tryout", from, 14) + "&need=sign-interpreter&limit=500")));
        }
        List<Load.Result> results = new ArrayList<>();
        for (int run = 0; run <= runs; run++) {
            AtomicInteger next = new AtomicInteger();
            List<String> starts = List.copyOf(all);
            ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
            Load.Result result = Load.run(house, 16, 60, number -> new Load.Client() {
                @Override
                public byte[] next() {
                    int index = next.getAndIncrement();
                    return index < starts.size()
                            ? booking("tryout", starts.get(index), "", ",\"needs\":[\"sign-interpreter\"]")
                            : null;
                }

                @Override
                public void heard(Wire.Reply reply) {
                    tokens.addAll(found(TOKEN, reply.text()));
                }
            });
            if (run > 0) {
                results.add(result);
            }
            if (tokens.size() < starts.size()) {
                table.note("Distinct bookings: " + (starts.size() - tokens.size()) + " of " + starts.size()
                        + " were refused");
            }
            giveBack(tokens);
        }
        Load.Result result = middle(results);
        table.row(
                "Distinct bookings of four resources",
                16,
                result,
                "≥ 400/s, p99 ≤ 150 ms",
                result.perSecond() >= 400 && result.percentile(0.99) <= 150);
        doubles("Distinct bookings");
    }

    private void giveBack(ConcurrentLinkedQueue<String> tokens) throws IOException, InterruptedException {
        Load.run(house, 16, 120, number -> () -> {
            String token = tokens.poll();
            return token == null ? null : Wire.post("/api/v1/visits/" + token + "/cancellation", "", "{}");
        });
    }

    /** Everybody wants the same starts of the same specialist, one after another. */
    private void herd() throws IOException, InterruptedException {
        List<Load.Result> results = new ArrayList<>();
        int unsold = 0;
        int poor = 0;
        for (int run = 0; run <= runs; run++) {
            String specialist = specialists.get(run);
            List<String> slots = found(START, get(offers("consultation", 20, 30) + "&specialist=" + specialist))
                    .subList(0, SLOTS);
            ConcurrentLinkedQueue<String> tokens = new ConcurrentLinkedQueue<>();
            AtomicInteger withoutThree = new AtomicInteger();
            Load.Result result = Load.run(house, HERD, 60, number -> new Load.Client() {
                private int slot;

                @Override
                public byte[] next() {
                    return slot < SLOTS
                            ? booking("consultation", slots.get(slot++), ",\"specialist\":\"" + specialist + "\"", "")
                            : null;
                }

                @Override
                public void heard(Wire.Reply reply) {
                    if (reply.status() == 201) {
                        tokens.addAll(found(TOKEN, reply.text()));
                    } else if (reply.status() != 409
                            || found(START, reply.text()).size() != 3) {
                        withoutThree.incrementAndGet();
                    }
                }
            });
            if (run > 0) {
                results.add(result);
                unsold += SLOTS - tokens.size();
                poor += withoutThree.get();
            }
            giveBack(tokens);
        }
        Load.Result result = middle(results);
        table.row(
                "Herd: 64 clients, 20 slots, three alternatives",
                HERD,
                result,
                "p99 ≤ 150 ms, 0 doubles, 0 unsold",
                result.percentile(0.99) <= 150 && unsold == 0);
        table.note(
                "Herd: " + unsold + " unsold, " + poor + " refusals without three alternatives in " + runs + " runs");
        doubles("Herd");
    }

    private void doubles(String what) throws IOException, InterruptedException {
        table.note(what + ": " + house.sql("""
                select count(*) from (
                    select upper(during) > lead(lower(during)) over (partition by resource_id order by lower(during)) as late
                    from diary.hold where released_at is null) held where late""") + " doubles in the database");
    }

    private static byte[] booking(String service, String start, String specialist, String more) {
        return Wire.post("/api/v1/visits", "Idempotency-Key: " + UUID.randomUUID() + "\r\n", """
                {"service":"%s","start":"%s"%s,"agreed":true%s,
                 "person":{"name":"Алеся","email":"%s@example.org","language":"be"}}""".formatted(
                        service, start, specialist, more, UUID.randomUUID()));
    }

    private String get(String path) throws IOException {
        try (Wire wire = new Wire(house.port, 30_000)) {
            return wire.send(Wire.get(path, "")).text();
        }
    }

    private static List<String> found(Pattern pattern, String text) {
        List<String> all = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
