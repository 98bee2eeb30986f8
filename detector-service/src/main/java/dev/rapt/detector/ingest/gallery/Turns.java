package dev.rapt.detector.ingest.gallery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import org.jboss.logging.Logger;

/**
 * The work of a few threads on composites. Those of one lane are worked on one after another in the order of their
 * arrival, and lanes take turns. A lane's next one waits until all of the last one's work is done, also what is done by
 * others than these threads. Putting one in never waits.
 */
final class Turns implements Executor {

    private static final Logger LOG = Logger.getLogger(Turns.class);

    private final int mostWaiting;
    private final BlockingQueue<Runnable> ready = new LinkedBlockingQueue<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    /** @param mostWaiting how many may wait in a lane */
    Turns(int threads, int mostWaiting) {
        this.mostWaiting = mostWaiting;
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(this::run, "rapt-galleries-" + i);
            thread.setDaemon(true);
            this.threads.add(thread);
            thread.start();
        }
    }

    /** What is to be done with a composite. */
    interface Job {
        /** Does the work, on one of the threads; completes when the next of the lane may begin. */
        CompletionStage<?> run();

        /** Is called instead when another one took its place. */
        void skip();

        /** Is called instead when the threads have gone. */
        void turnAway();
    }

    /** Does the rest of a composite's work on one of the threads. */
    @Override
    public void execute(Runnable rest) {
        ready.add(rest);
    }

    Lane lane() {
        return new Lane();
    }

    /** Stops the threads once they have done what they are at; what waits and what comes is turned away. */
    void close() throws InterruptedException {
        open = false;
        threads.forEach(thread -> ready.add(() -> {}));
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        // Lanes turn away what waits in them now
        for (Runnable left = ready.poll(); left != null; left = ready.poll()) {
            left.run();
        }
    }

    private void run() {
        try {
            while (open) {
                ready.take().run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    final class Lane {

        private final Deque<Job> waiting = new ArrayDeque<>();
        private boolean underway;

        private Lane() {}

        /** Puts a job at the end; false when too many wait there already. */
        synchronized boolean put(Job job) {
            if (waiting.size() >= mostWaiting) {
                return false;
            }
            add(job);
            return true;
        }

        /** Puts a job in the place of the one that waits, which is returned. */
        synchronized Optional<Job> putNewest(Job job) {
            Optional<Job> older = Optional.ofNullable(waiting.poll());
            add(job);
            return older;
        }

        private void add(Job job) {
            if (!open) {
                job.turnAway();
                return;
            }
            waiting.add(job);
            if (!underway) {
                underway = true;
                ready.add(this::workOnNext);
            }
        }

        private void workOnNext() {
            Job job;
            synchronized (this) {
                if (!open) {
                    turnAllAway();
                    return;
                }
                job = waiting.poll();
            }
            if (job == null) {
                goOn();
                return;
            }
            try {
                job.run().whenComplete((done, failure) -> goOn());
            } catch (RuntimeException e) {
                LOG.error("The work on a composite threw", e);
                goOn();
            }
        }

        private synchronized void goOn() {
            if (waiting.isEmpty()) {
                underway = false;
            } else if (open) {
                ready.add(this::workOnNext);
            } else {
                turnAllAway();
            }
        }

        private synchronized void turnAllAway() {
            waiting.forEach(Job::turnAway);
            waiting.clear();
            underway = false;
        }
    }
}
