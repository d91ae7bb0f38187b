package by.pobach.vault;

import by.pobach.vault.Cleaned.Unfit;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The look at a file before it is kept: its size and kind, the scanner, then cleaning by kind. */
@Component
class Inspection {
    private final Scanner scanner;
    private final Workbench workbench;

    sealed interface Result {}

    record Passed(Cleaned.Fit fit, KeptFile.State state) implements Result {}

    record Refused(FileOutcome reason) implements Result {}

    Inspection(Scanner scanner, Workbench workbench) {
        this.scanner = scanner;
        this.workbench = workbench;
    }

    Result of(byte[] content) {
        if (content.length == 0) {
            return new Refused(new FileOutcome.Empty());
        }
        String type = Kind.typeOf(content);
        Optional<Kind> kind = Kind.of(type);
        if (kind.isEmpty() && !Kind.isArchive(content)) {
            return new Refused(new FileOutcome.NotAllowed(type));
        }
        return switch (scanner.scan(content)) {
            case INFECTED -> new Refused(new FileOutcome.Infected());
            case SILENT -> new Refused(new FileOutcome.NotNow());
            case CLEAN -> cleaned(kind, content, KeptFile.State.SCANNED);
            case NONE_HERE -> cleaned(kind, content, KeptFile.State.NOT_SCANNED);
        };
    }

    private Result cleaned(Optional<Kind> kind, byte[] content, KeptFile.State state) {
        return switch (kind.map(known -> clean(known, content)).orElseGet(() -> Archive.clean(content))) {
            case Cleaned.Fit fit -> new Passed(fit, state);
            case Unfit(FileOutcome reason) -> new Refused(reason);
        };
    }

    private Cleaned clean(Kind kind, byte[] content) {
        return switch (kind) {
            case JPEG, PNG, PDF -> workbench.clean(kind, content);
            case TEXT -> PlainText.clean(content);
            case DOCX, ODT -> Archive.clean(content);
        };
    }
}
