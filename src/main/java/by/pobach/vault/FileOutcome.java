package by.pobach.vault;

import java.util.UUID;

/** What came of a file that somebody sent. */
sealed interface FileOutcome {

    /** Cleaned, sealed and kept. */
    record Kept(UUID id, KeptFile.State state) implements FileOutcome {}

    /** Not one byte. */
    record Empty() implements FileOutcome {}

    /** @param megabytes a file may have at most */
    record TooBig(int megabytes) implements FileOutcome {}

    /** @param type what its content is, whatever its name says */
    record NotAllowed(String type) implements FileOutcome {}

    /** Cut off, bent, or not what it begins like. */
    record Damaged() implements FileOutcome {}

    /** A PDF with a password. */
    record Locked() implements FileOutcome {}

    /** Small outside and huge inside: too many pixels, pages, entries or bytes, or an archive in an archive. */
    record Overfull() implements FileOutcome {}

    /** The scanner knows it. */
    record Infected() implements FileOutcome {}

    /** The scanner does not answer, or too many files are being looked at: nothing is kept unseen. */
    record NotNow() implements FileOutcome {}

    /** The words for a refusal; {@code vault.state.…} says what to show of a kept file. */
    default String key() {
        return switch (this) {
            case Kept kept -> "vault.state." + kept.state().word();
            case Empty _ -> "vault.problem.empty";
            case TooBig _ -> "vault.problem.too-big";
            case NotAllowed _ -> "vault.problem.not-allowed";
            case Damaged _ -> "vault.problem.damaged";
            case Locked _ -> "vault.problem.locked";
            case Overfull _ -> "vault.problem.overfull";
            case Infected _ -> "vault.problem.infected";
            case NotNow _ -> "vault.problem.not-now";
        };
    }
}
