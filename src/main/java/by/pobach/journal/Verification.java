package by.pobach.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Reads the whole audit trail once, as it was at one moment, and says the first thing that is not as it was written. The
 * connection must be one that sees all rows; it is left inside a transaction that has only read.
 */
public final class Verification {
    /** The file in {@code POBACH_DATA} that knows the head of each block. */
    public static final String HEADS = "audit-heads.log";

    private static final int ROWS_AT_ONCE = 5_000;
    /** A signature covers all blocks before it, so not each needs to be checked. */
    private static final int BLOCKS_TO_A_SIGNATURE = 500;

    /** No transaction lasts as long, and no clock is put right by as much. */
    private static final long DAY_IN_MICROS = 24 * 3_600_000_000L;

    /** Where these stand in what {@link BlockTable#ROW} and {@code beginning} give; both times count from 2000. */
    private static final int ID_IN_ROW = 12;

    private static final int AT_IN_ROW = 36;
    private static final int SEALED_IN_BEGINNING = 40;

    private static final String BLOCKS = "select " + Head.COLUMNS + """
            , encode(previous, 'hex') as previous,
              previous || int8send(number) || timestamptz_send(sealed_at) || int4send(entries) as beginning
            from journal.block order by number""";
    private static final String ROWS = """
            select s.block, %s
            from journal.sealed s left join journal.entry e on e.id = s.entry_id order by s.block, s.position
            """.formatted(BlockTable.ROW);

    private final Connection connection;
    private final Seal seal;
    private final KnownHeads known;
    private final MessageDigest digest = sha256();
    private final List<Head> unsigned = new ArrayList<>();
    private Head newest = Head.NONE;
    private long rows;
    private long sealedBefore = Long.MIN_VALUE + DAY_IN_MICROS;
    private byte @Nullable [] datedBack;

    private Verification(Connection connection, Seal seal, KnownHeads known) {
        this.connection = connection;
        this.seal = seal;
        this.known = known;
    }

    /**
     * What was found.
     *
     * @param rows read, in {@code blocks}
     * @param newest number and hash of the newest block, to be kept elsewhere
     * @param wrong the first wrong thing, in words, if there is one
     */
    public record Report(long rows, long blocks, String newest, Optional<String> wrong) {}

    static final class Wrong extends Exception {
        private static final long serialVersionUID = 1;

        Wrong(String words) {
            super(words);
        }
    }

    /**
     * @param data the folder with {@code audit-heads.log}
     * @param elsewhere a head kept outside this machine, as {@link Report#newest} was; empty when there is none
     */
    public static Report of(Connection connection, Seal seal, Path data, String elsewhere)
            throws SQLException, IOException {
        makeReady(connection);
        try (KnownHeads known = KnownHeads.in(data.resolve(HEADS), elsewhere)) {
            Verification verification = new Verification(connection, seal, known);
            Optional<String> wrong = verification.wrong();
            Head newest = verification.newest;
            return new Report(verification.rows, newest.number(), newest.number() + ":" + newest.hash(), wrong);
        }
    }

    /** Whether a line of {@link #HEADS} is about no later block than this one. */
    public static boolean isUpTo(long block, String line) {
        return Head.parse(line).map(head -> head.number() <= block).orElse(true);
    }

    private static void makeReady(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            // Row by row along the indexes: no sorting of everything on disk, whatever the planner thinks of
            // statistics.
            statement.execute("set enable_sort = off; set enable_hashjoin = off; set enable_mergejoin = off");
        }
        connection.unwrap(PGConnection.class).setPrepareThreshold(-1);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        connection.setAutoCommit(false);
    }

    private Optional<String> wrong() throws SQLException, IOException {
        try {
            read();
            checkSignatures();
            known.nothingAfter(newest);
            Unsealed.check(connection);
            return Optional.empty();
        } catch (Wrong first) {
            return Optional.ofNullable(first.getMessage());
        }
    }

    private void read() throws SQLException, IOException, Wrong {
        try (Statement first = streaming();
                Statement second = streaming();
                ResultSet blocks = first.executeQuery(BLOCKS);
                ResultSet entries = second.executeQuery(ROWS)) {
            boolean more = entries.next();
            while (blocks.next()) {
                Head head = Head.of(blocks);
                follows(head, blocks.getString("previous"));
                byte[] beginning = blocks.getBytes("beginning");
                digest.update(beginning);
                datedBack = null;
                more = digestRows(head, entries, more);
                if (!HexFormat.of().formatHex(digest.digest()).equals(head.hash())) {
                    throw Diagnosis.of(connection, head.number());
                }
                refuseDatedBack(head);
                sealedBefore = ByteBuffer.wrap(beginning).getLong(SEALED_IN_BEGINNING);
                remember(head);
            }
            if (more) {
                throw new Wrong(
                        "Block " + entries.getLong(1) + " is gone; rows that were sealed in it are still there.");
            }
        }
    }

    private boolean digestRows(Head head, ResultSet entries, boolean more) throws SQLException {
        boolean next = more;
        while (next && entries.getLong(1) <= head.number()) {
            // A row that is gone still gives a row of nulls, and with it another hash.
            byte[] row = entries.getBytes(2);
            digest.update(row);
            if (ByteBuffer.wrap(row).getLong(AT_IN_ROW) < sealedBefore - DAY_IN_MICROS) {
                datedBack = row;
            }
            rows++;
            next = entries.next();
        }
        return next;
    }

    private void refuseDatedBack(Head head) throws Wrong {
        if (datedBack != null) {
            ByteBuffer row = ByteBuffer.wrap(datedBack);
            UUID id = new UUID(row.getLong(ID_IN_ROW), row.getLong(ID_IN_ROW + Long.BYTES));
            throw new Wrong(
                    "Row " + id + " of block " + head.number() + " is dated back: it says that it was written a day"
                            + " or more before the block before it was sealed. Or the clock of the database was put back.");
        }
    }

    private void follows(Head head, String previous) throws Wrong {
        if (head.number() != newest.number() + 1) {
            throw new Wrong("Block " + (newest.number() + 1) + " is gone: block " + head.number()
                    + " comes after block " + newest.number() + ".");
        }
        if (!previous.equals(newest.hash())) {
            throw new Wrong("Block " + head.number() + " was sealed onto another block " + newest.number()
                    + " than the one that is there: block " + newest.number() + " or a row of it was rewritten.");
        }
    }

    private void remember(Head head) throws IOException, Wrong {
        newest = head;
        known.compare(head);
        unsigned.add(head);
        if (unsigned.size() == BLOCKS_TO_A_SIGNATURE) {
            checkSignatures();
        }
    }

    private void checkSignatures() throws Wrong {
        if (!unsigned.isEmpty() && !seal.isOn(unsigned.getLast())) {
            for (Head head : unsigned) {
                if (!seal.isOn(head)) {
                    throw new Wrong("Block " + head.number() + " is not signed with our key: it, or a block before it,"
                            + " was rewritten by somebody who does not have the key.");
                }
            }
        }
        unsigned.clear();
    }

    private Statement streaming() throws SQLException {
        Statement statement = connection.createStatement();
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
