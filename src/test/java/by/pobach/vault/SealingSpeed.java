package by.pobach.vault;

import com.google.crypto.tink.Aead;
import java.lang.management.ManagementFactory;
import java.security.GeneralSecurityException;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** How often a second one core seals and opens 200 bytes, without the database. Started by {@code bin/bench}. */
public final class SealingSpeed {
    private static final int BYTES = 200;
    private static final long WARM_UP = TimeUnit.SECONDS.toNanos(2);
    private static final long MEASURED = TimeUnit.SECONDS.toNanos(5);

    private interface Work {
        void once() throws GeneralSecurityException;
    }

    private SealingSpeed() {}

    public static void main(String[] arguments) throws GeneralSecurityException {
        long start = System.nanoTime();
        UUID child = UUID.randomUUID();
        MasterKeyset masters = MasterKeyset.of(MasterKeyset.fresh().toBytes());
        OwnerKey key = OwnerKey.fresh(child, masters);
        Aead aead = key.aead(masters);
        byte[] place = new Field("families.story", "text", child).toBytes();
        byte[] text = new byte[BYTES];
        byte[] sealed = aead.encrypt(text, place);
        System.out.printf(
                "first master key, owner's key and sealed text of a process: %d ms%n",
                (System.nanoTime() - start) / 1_000_000);
        rate("seal and open 200 bytes, the owner's key in hand", () -> aead.decrypt(aead.encrypt(text, place), place));
        rate(
                "open 200 bytes, the owner's key unwrapped each time",
                () -> key.aead(masters).decrypt(sealed, place));
    }

    /** By the thread's own processor time, so that others on the machine do not count. */
    private static void rate(String what, Work work) throws GeneralSecurityException {
        run(work, WARM_UP);
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        long times = run(work, MEASURED);
        long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
        System.out.printf("%s: %,d a second and core%n", what, times * TimeUnit.SECONDS.toNanos(1) / spent);
    }

    private static long run(Work work, long nanos) throws GeneralSecurityException {
        long until = System.nanoTime() + nanos;
        long times = 0;
        while (System.nanoTime() < until) {
            for (int some = 0; some < 100; some++) {
                work.once();
            }
            times += 100;
        }
        return times;
    }
}
