package dev.rapt.detector.ingest.event;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.problem.Problem;

/** Something of an event isn't as it must be; none of its request is taken. It carries no stack trace. */
final class BadEventException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    private BadEventException(Problem problem) {
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static BadEventException of(String reason, String detail) {
        return new BadEventException(Problem.of(reason, 400, "Not an event", detail));
    }

    /** A refusal that holds for frames too, of the event at this place. */
    static BadEventException of(RefusedException refused, int index) {
        RefusalReason reason = refused.reason();
        return new BadEventException(Problem.of(
                reason.reason(), reason.status(), reason.title(), "Event " + index + ": " + refused.getMessage()));
    }

    Problem problem() {
        return problem;
    }
}
