package dev.rapt.detector.ingest;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.meeting.Refusal;
import java.util.Objects;
import java.util.concurrent.CompletionException;

/** Something of a frame isn't as it must be; the message tells the caller what to change. It carries no stack trace. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    private final RefusalReason reason;

    public RefusedException(RefusalReason reason, String detail) {
        super(Objects.requireNonNull(detail), null, false, false);
        this.reason = Objects.requireNonNull(reason);
    }

    /** What the rules of a meeting refuse. */
    public static RefusedException of(Refusal refusal) {
        return new RefusedException(RefusalReason.of(refusal.text()).orElseThrow(), refusal.detail());
    }

    /** The refusal that a stage failed with; any other failure isn't one and is thrown. */
    public static RefusedException from(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof RefusedException refused) {
            return refused;
        }
        throw new IllegalStateException("Not a refusal", cause);
    }

    public RefusalReason reason() {
        return reason;
    }
}
