package dev.rapt.detector.analyze;

import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.frame.UnreadableImageException;
import dev.rapt.detector.ingest.NotReadyException;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.http.OutcomeProblem;
import dev.rapt.detector.problem.Problem;
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/** Why a picture wasn't analysed. */
final class AnalyzeProblems {

    static final String EXAMPLE =
            """
            {"width":640,"height":360,
             "faces":[{"box":{"x":211.5,"y":84.0,"width":118.2,"height":118.2},"confidence":0.99,
                       "expressions":{"angry":0.01,"disgust":0.0,"fear":0.01,"happy":0.93,"sad":0.01,"surprise":0.01,
                                      "neutral":0.03},
                       "dominant":"happy","flaw":null}],
             "model":{"name":"fer-resnet","version":"1"}}""";

    private static final Logger LOG = Logger.getLogger(AnalyzeProblems.class);

    private AnalyzeProblems() {}

    static Problem of(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof RefusedException refused) {
            return OutcomeProblem.of(refused);
        }
        if (cause instanceof UnreadableImageException unreadable) {
            RefusalReason reason =
                    RefusalReason.of(unreadable.refusal().reason()).orElse(RefusalReason.CORRUPT_IMAGE);
            return OutcomeProblem.of(new RefusedException(reason, unreadable.getMessage()));
        }
        if (cause instanceof ClassifierUnavailableException) {
            return Problem.of("classifier-unavailable", 503, "The classifier doesn't answer", cause.getMessage());
        }
        if (cause instanceof NotReadyException) {
            return problem(FailureReason.NOT_READY, cause.getMessage());
        }
        LOG.errorf(
                cause, "A picture could not be analysed: %s", cause.getClass().getSimpleName());
        return problem(FailureReason.INTERNAL_ERROR, "The detector failed on this picture.");
    }

    private static Problem problem(FailureReason reason, String detail) {
        return Problem.of(reason.reason(), reason.status(), reason.title(), detail);
    }
}
