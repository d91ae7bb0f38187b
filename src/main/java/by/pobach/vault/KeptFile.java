package by.pobach.vault;

import java.time.Instant;
import java.util.UUID;

/**
 * A file as a list shows it.
 *
 * @param name as it was sent, made harmless, with the ending of its real type; empty when the owner was forgotten
 * @param bytes of the content as it is served
 */
record KeptFile(UUID id, UUID owner, String name, String type, int bytes, State state, Instant keptAt) {

    /** Whether a virus scanner saw it. Never say «clean» of a file that none saw. */
    public enum State {
        SCANNED("scanned"),
        NOT_SCANNED("not-scanned");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** As in the table and in message keys. */
        public String word() {
            return word;
        }

        static State of(String word) {
            return word.equals(SCANNED.word) ? SCANNED : NOT_SCANNED;
        }
    }

    /** Without the name: that may be somebody's. */
    @Override
    public String toString() {
        return "file " + id;
    }
}
