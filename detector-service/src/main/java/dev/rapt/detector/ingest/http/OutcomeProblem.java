package dev.rapt.detector.ingest.http;

import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.problem.Problem;

/** The problem that tells a caller why nothing came of a frame or a picture. */
public final class OutcomeProblem {

    private OutcomeProblem() {}

    static Problem of(Outcome outcome) {
        if (outcome instanceof Outcome.Rejected rejected) {
            return of(new RefusedException(rejected.reason(), rejected.detail()));
        }
        if (outcome instanceof Outcome.Failed failed) {
            return Problem.of(
                    failed.reason().reason(),
                    failed.reason().status(),
                    failed.reason().title(),
                    failed.detail());
        }
        throw new IllegalStateException(
                "A frame that came by HTTP was neither recorded nor refused: " + outcome.getClass());
    }

    /** The problem of a refusal. */
    public static Problem of(RefusedException refused) {
        return Problem.of(
                refused.reason().reason(),
                refused.reason().status(),
                refused.reason().title(),
                refused.getMessage());
    }
}
