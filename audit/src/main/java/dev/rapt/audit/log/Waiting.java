package dev.rapt.audit.log;

import dev.rapt.audit.Deed;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A deed that waits to be written. */
record Waiting(Deed deed, Instant at, long deadlineNanos, CompletableFuture<Void> written) {

    boolean isLate() {
        return System.nanoTime() - deadlineNanos >= 0;
    }

    void failed(NotWrittenException why) {
        written.completeExceptionally(why);
    }
}
