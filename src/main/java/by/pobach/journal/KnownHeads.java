package by.pobach.journal;

import by.pobach.journal.Verification.Wrong;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known outside the database about the heads, read beside the blocks, a little ahead of them. */
final class KnownHeads implements AutoCloseable {
    /** Nodes that share the file add their lines right after sealing, so neighbours may change places. */
    private static final int AHEAD = 100;

    private final @Nullable BufferedReader lines;
    private final NavigableMap<Long, Head> waiting = new TreeMap<>();
    private long readUpTo;
    private boolean ended;

    private KnownHeads(@Nullable BufferedReader lines) {
        this.lines = lines;
        this.ended = lines == null;
    }

    /** @param elsewhere {@code number:hash}, or empty */
    static KnownHeads in(Path file, String elsewhere) throws IOException {
        KnownHeads known = new KnownHeads(Files.exists(file) ? Files.newBufferedReader(file) : null);
        if (!elsewhere.isEmpty()) {
            Head head = Head.parse(elsewhere.replace(':', ' ') + " ")
                    .orElseThrow(() -> new IOException("A head looks like 42:1f0c…, with 64 digits and letters"));
            known.waiting.put(head.number(), head);
        }
        return known;
    }

    void compare(Head head) throws IOException, Wrong {
        readUntil(head.number() + AHEAD);
        Map.Entry<Long, Head> first = waiting.firstEntry();
        while (first != null && first.getKey() <= head.number()) {
            if (first.getKey() == head.number() && !first.getValue().hash().equals(head.hash())) {
                throw new Wrong("Block " + head.number() + " is another than the one that was sealed: "
                        + Verification.HEADS + ", or whoever keeps heads elsewhere, knows block " + head.number()
                        + " with hash " + first.getValue().hash() + ".");
            }
            waiting.pollFirstEntry();
            first = waiting.firstEntry();
        }
    }

    void nothingAfter(Head newest) throws IOException, Wrong {
        long last = waiting.isEmpty() ? 0 : waiting.lastKey();
        for (Optional<Head> head = next(); !ended; head = next()) {
            last = Math.max(last, head.map(Head::number).orElse(0L));
        }
        if (last > newest.number()) {
            throw new Wrong("Blocks " + (newest.number() + 1) + " to " + last + " are gone from the end: "
                    + Verification.HEADS + ", or whoever keeps heads elsewhere, knows them.");
        }
    }

    private void readUntil(long number) throws IOException {
        while (!ended && readUpTo < number) {
            next().ifPresent(head -> {
                readUpTo = Math.max(readUpTo, head.number());
                // The first line of a number counts: a later one may be about a block that replaced it.
                waiting.putIfAbsent(head.number(), head);
            });
        }
    }

    private Optional<Head> next() throws IOException {
        String line = lines == null ? null : lines.readLine();
        ended = line == null;
        return line == null ? Optional.empty() : Head.parse(line);
    }

    @Override
    public void close() throws IOException {
        if (lines != null) {
            lines.close();
        }
    }
}
