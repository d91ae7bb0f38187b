package by.pobach;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** A start that fails for a reason outside says the reason, not a page of Java. Registered in spring.factories. */
final class CannotStartInWords extends AbstractFailureAnalyzer<CannotStart> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, CannotStart reason) {
        return new FailureAnalysis(reason.getMessage(), null, reason);
    }
}
