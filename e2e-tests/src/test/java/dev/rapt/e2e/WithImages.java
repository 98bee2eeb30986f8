package dev.rapt.e2e;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Runs a test only where {@linkplain Images the images} can run, and says what is missing elsewhere. */
final class WithImages implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        try {
            return Images.obstacle()
                    .map(why -> ConditionEvaluationResult.disabled("The test on containers: " + why))
                    .orElseGet(() -> ConditionEvaluationResult.enabled("The images are there"));
        } catch (Exception e) {
            return ConditionEvaluationResult.disabled("The test on containers: no usable container engine: " + e);
        }
    }
}
