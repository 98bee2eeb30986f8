package dev.rapt.aggregator.rest;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.Meters;
import dev.rapt.aggregator.export.ExportFormat;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Lets only so many exports run at once, because each holds a thread and a row group, and breaks off one whose bytes
 * nobody takes. Safe for many threads.
 */
@ApplicationScoped
class ExportDesk {

    private static final Logger LOG = Logger.getLogger(ExportDesk.class);
    private static final long LOOK_MILLIS = 500;

    /** What becomes of an export. */
    private enum Outcome {
        COMPLETE,
        REFUSED,
        BROKEN_OFF
    }

    /** Writes the whole of an export. */
    @FunctionalInterface
    interface Work {
        /** @return how many rows were written */
        long write(WatchedStream out) throws IOException;
    }

    private final Semaphore places;
    private final int most;
    private final Duration stall;
    private final Duration retryAfter;
    private final Vertx vertx;
    private final Meters meters;

    ExportDesk(AggregatorConfig config, Vertx vertx, Meters meters) {
        this.most = config.export().concurrent();
        this.places = new Semaphore(most);
        this.stall = config.export().stall();
        this.retryAfter = config.query().retryAfter();
        this.vertx = vertx;
        this.meters = meters;
        meters.exports(() -> most - places.availablePermits());
    }

    /** An answer's body that holds a place from now to its end, whatever that is; a problem when no place is free. */
    StreamingOutput take(ExportFormat format, RoutingContext request, Work work) {
        if (!places.tryAcquire()) {
            count(format, Outcome.REFUSED);
            throw ProblemException.tooManyRequests(
                    "too-many-exports", "There are " + most + " exports at once at most; ask again", retryAfter);
        }
        AtomicBoolean held = new AtomicBoolean(true);
        // A request may end before anything is written of its answer
        request.addEndHandler(ended -> {
            if (held.compareAndSet(true, false)) {
                places.release();
            }
        });
        return out -> {
            if (!held.compareAndSet(true, false)) {
                throw new IOException("The client went away");
            }
            try {
                write(format, request.request(), new WatchedStream(out, request.response()::closed), work);
            } finally {
                places.release();
            }
        };
    }

    private void write(ExportFormat format, HttpServerRequest request, WatchedStream out, Work work)
            throws IOException {
        long watch = vertx.setPeriodic(LOOK_MILLIS, tick -> {
            if (out.stalledFor().compareTo(stall) > 0) {
                BreakOff.now(request);
            }
        });
        boolean complete = false;
        try {
            long rows = work.write(out);
            out.flush();
            complete = true;
            meters.exportedRows(rows);
        } catch (IOException | RuntimeException e) {
            LOG.infof("An export was broken off: %s", e.toString());
            // Else what is thrown on is answered as a problem
            if (request.response().headWritten()) {
                BreakOff.now(request);
            }
            throw e;
        } finally {
            vertx.cancelTimer(watch);
            count(format, complete ? Outcome.COMPLETE : Outcome.BROKEN_OFF);
        }
    }

    private void count(ExportFormat format, Outcome outcome) {
        meters.exported(
                format.extension(), outcome.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
