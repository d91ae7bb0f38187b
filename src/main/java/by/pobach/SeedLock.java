package by.pobach;

/** Only one node fills a new installation; the others wait until it has committed. */
final class SeedLock {
    /** «ПОБАЧ» in the letters of a telephone: a number no other lock of ours uses. */
    static final String TAKE = "select pg_advisory_xact_lock(762224)";

    private SeedLock() {}
}
