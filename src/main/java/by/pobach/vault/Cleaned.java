package by.pobach.vault;

/** A file after a look into it: fit to be kept, or the reason why not. */
sealed interface Cleaned {

    /** Without metadata, scripts and whatever was hidden behind it. */
    record Fit(Kind kind, byte[] content) implements Cleaned {}

    record Unfit(FileOutcome reason) implements Cleaned {}

    static Cleaned damaged() {
        return new Unfit(new FileOutcome.Damaged());
    }

    static Cleaned overfull() {
        return new Unfit(new FileOutcome.Overfull());
    }
}
