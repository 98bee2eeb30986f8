package dev.rapt.aggregator.rest;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What a call is refused with. */
final class Refusals {

    private Refusals() {}

    static Problem problem(ThrowingCallable call) {
        return (Problem)
                catchThrowableOfType(ProblemException.class, call).response().getEntity();
    }

    static String reason(ThrowingCallable call) {
        return problem(call).reason();
    }
}
