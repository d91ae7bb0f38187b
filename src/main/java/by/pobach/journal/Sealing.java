package by.pobach.journal;

import by.pobach.journal.BlockTable.Block;
import by.pobach.journal.BlockTable.Mark;
import by.pobach.journal.BlockTable.Now;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes one block of what is committed and not yet sealed. */
@Component
class Sealing {
    static final int MOST = 10_000;

    /** Above every transaction there will be. */
    private static final String NO_HORIZON = "18446744073709551615";

    private final BlockTable table;
    private final Signet signet;
    private final TransactionTemplate transaction;

    /** Where to go on after a move to another server that had nothing left to seal. */
    private volatile @Nullable Mark moved;

    Sealing(BlockTable table, Signet signet, TransactionTemplate transaction) {
        this.table = table;
        this.signet = signet;
        this.transaction = transaction;
    }

    /** The newest head is not signed by a key of ours: nobody may build on it. */
    static final class ForeignHead extends IllegalStateException {
        private static final long serialVersionUID = 1;

        ForeignHead(long number) {
            super("Block " + number + " of the audit trail is not signed with a key in keys/audit.pub. Run"
                    + " bin/verify-audit; if audit.pub was lost, take it back from a backup. Until then entries wait"
                    + " unsealed.");
        }
    }

    /** The new block's head, or nothing: no entry waits, or another node is at it. */
    Optional<Head> next() {
        return next(MOST);
    }

    Optional<Head> next(int most) {
        return Optional.ofNullable(transaction.execute(status -> table.lock() ? seal(most) : null));
    }

    private @Nullable Head seal(int most) {
        Now now = table.now();
        Block last = table.last().orElse(new Block(Head.NONE, Mark.before("0", now.server())));
        if (last.head().number() > 0 && !signet.seal().isOn(last.head())) {
            throw new ForeignHead(last.head().number());
        }
        Mark from = last.upto().server() == now.server() ? last.upto() : moved;
        return from == null ? sealAfterMove(last, now, most) : seal(last.head(), from, now.horizon(), most);
    }

    private @Nullable Head seal(Head previous, Mark from, String below, int most) {
        int entries = table.fill(previous.number() + 1, from, below, most);
        if (entries == 0) {
            return null;
        }
        var sum = table.sum(previous, entries);
        return close(previous, entries, sum, new Mark(sum.written(), sum.id(), from.server()));
    }

    /**
     * A backup was taken back into another server, which counts transactions from elsewhere: everything unsealed is looked
     * for, block by block until nothing is left, without regard to these numbers.
     */
    private @Nullable Head sealAfterMove(Block last, Now now, int most) {
        Mark end = Mark.before(now.horizon(), now.server());
        int entries = table.fill(last.head().number() + 1, Mark.before("0", now.server()), NO_HORIZON, most);
        if (entries == 0) {
            moved = end;
            return null;
        }
        return close(last.head(), entries, table.sum(last.head(), entries), entries < most ? end : last.upto());
    }

    private Head close(Head previous, int entries, BlockTable.Sum sum, Mark upto) {
        Head head = signet.sign(previous.number() + 1, sum.hash());
        table.insert(head, previous, entries, sum.sealedAt(), upto);
        return head;
    }
}
