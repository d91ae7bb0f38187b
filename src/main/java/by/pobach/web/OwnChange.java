package by.pobach.web;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Marks a transaction that has changed something remembered: until it ends, it alone reads past the memory. */
record OwnChange(Remembered<?> remembered) implements TransactionSynchronization {

    static void begin(Remembered<?> remembered) {
        OwnChange change = new OwnChange(remembered);
        TransactionSynchronizationManager.registerSynchronization(change);
        change.resume();
    }

    @Override
    public void resume() {
        TransactionSynchronizationManager.bindResource(remembered, this);
    }

    @Override
    public void suspend() {
        TransactionSynchronizationManager.unbindResourceIfPossible(remembered);
    }

    @Override
    public void afterCompletion(int status) {
        suspend();
        remembered.forget();
    }
}
