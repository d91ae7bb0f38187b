package by.pobach.bench;

import java.util.List;

/** The table that {@code bin/bench} prints, in Markdown. */
final class Table {
    private final StringBuilder rows = new StringBuilder();
    private final StringBuilder notes = new StringBuilder();
    private final boolean quick;

    Table(boolean quick) {
        this.quick = quick;
    }

    void row(String name, int clients, Load.Result result, String goal, boolean met) {
        rows.append("| %s | %d | %s | %s | %s | %s | %s | %s | %s |%n"
                .formatted(
                        name,
                        clients,
                        Bench.number(result.perSecond()),
                        Bench.number(result.percentile(0.5)),
                        Bench.number(result.percentile(0.99)),
                        Bench.number(result.cpu()),
                        Bench.number(result.bytesPerAnswer()),
                        goal,
                        goal.isEmpty() ? "" : met ? "met" : "**missed**"));
        if (result.failures() > 0) {
            note(name + ": " + result.failures() + " failures");
        }
        System.err.println(name + ": " + Bench.number(result.perSecond()) + "/s, p99 "
                + Bench.number(result.percentile(0.99)) + " ms");
    }

    void note(String text) {
        notes.append("- ").append(text).append('\n');
    }

    /** Ten times the data may cost a fifth more. */
    void compare(List<Load.Result> once, List<Load.Result> ten) {
        for (int i = 0; i < once.size(); i++) {
            double more = ten.get(i).cpu() / once.get(i).cpu() - 1;
            double slower = ten.get(i).percentile(0.5) / once.get(i).percentile(0.5) - 1;
            note("Ten times the data, look %d: p50 %+.0f %%, CPU %+.0f %% (goal: at most +20 %%)"
                    .formatted(i + 1, slower * 100, more * 100));
        }
    }

    @Override
    public String toString() {
        return """
                %s
                | what | clients | requests/s | p50 ms | p99 ms | CPU-ms per request | bytes | goal | |
                |---|---|---|---|---|---|---|---|---|
                """.formatted(quick ? "Quick: one short run each, for a first look only.\n" : "Medians of five runs.\n")
                + rows
                + '\n'
                + notes;
    }
}
