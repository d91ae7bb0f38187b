package by.pobach.consent;

import java.util.UUID;

/** What comes of opening a child’s page in danger. */
sealed interface DangerOutcome {
    record Opened(UUID child, UUID id) implements DangerOutcome {}

    record ReasonShort() implements DangerOutcome {}

    /** Said of an unknown code, of a visit that nobody tied to a child, and of one’s own relative alike. */
    record NobodyFound() implements DangerOutcome {}
}
