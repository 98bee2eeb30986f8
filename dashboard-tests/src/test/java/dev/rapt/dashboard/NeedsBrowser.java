package dev.rapt.dashboard;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test, saying so, where there is no browser to look with. */
final class NeedsBrowser implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return Browser.possible()
                ? ConditionEvaluationResult.enabled("a browser is there")
                : ConditionEvaluationResult.disabled(
                        "no chromium or google-chrome is on the PATH, and RAPT_CHROMIUM names none");
    }
}
