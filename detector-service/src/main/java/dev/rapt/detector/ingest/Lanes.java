package dev.rapt.detector.ingest;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * The work of a fixed number of threads, one lane a participant. Frames of one lane are worked on one after another in
 * the order of their arrival; lanes with waiting frames take turns, so that nobody who sends much or is slow holds up
 * anybody else as long as one thread is free. Putting a frame in never waits.
 */
final class Lanes {

    private static final Logger LOG = Logger.getLogger(Lanes.class);

    private final Consumer<Job> work;
    private final BlockingQueue<Lane> ready = new LinkedBlockingQueue<>();
    private final Map<ParticipantKey, Lane> lanes = new HashMap<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean open = true;

    /** @param work what is done with a frame, on one of the threads; what it throws is logged and goes no further */
    Lanes(int workers, Consumer<Job> work) {
        this.work = work;
        for (int i = 0; i < workers; i++) {
            Thread thread = new Thread(this::run, "rapt-frames-" + i);
            thread.setDaemon(true);
            threads.add(thread);
            thread.start();
        }
    }

    /**
     * One frame to work on.
     *
     * @param replaceable whether a newer replaceable frame of the participant takes its place while it waits
     * @param replaced how many frames it took the place of
     */
    record Job(Frame frame, Passage passage, boolean replaceable, int replaced) {
        Job(Frame frame, Passage passage, boolean replaceable) {
            this(frame, passage, replaceable, 0);
        }

        Job inPlaceOf(Job older) {
            return new Job(frame, passage, replaceable, older.replaced + 1);
        }
    }

    /** Puts a frame in its lane and returns the waiting one whose place it took. */
    Optional<Job> put(Job job) {
        synchronized (lanes) {
            Lane lane = lanes.computeIfAbsent(job.frame().participant(), key -> new Lane(key));
            Optional<Job> older = job.replaceable() ? lane.takeReplaceable() : Optional.empty();
            lane.waiting.add(older.map(job::inPlaceOf).orElse(job));
            if (!lane.underway) {
                lane.underway = true;
                ready.add(lane);
            }
            return older;
        }
    }

    /** Stops the threads once they have done what they are at and returns the frames that were still waiting. */
    List<Job> close() throws InterruptedException {
        open = false;
        threads.forEach(thread -> ready.add(Lane.END));
        for (Thread thread : threads) {
            thread.join(5_000);
        }
        List<Job> left = new ArrayList<>();
        synchronized (lanes) {
            lanes.values().forEach(lane -> left.addAll(lane.waiting));
            lanes.clear();
        }
        return left;
    }

    private void run() {
        try {
            while (open) {
                Lane lane = ready.take();
                if (lane == Lane.END) {
                    return;
                }
                workOn(lane);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void workOn(Lane lane) {
        Job job;
        synchronized (lanes) {
            job = lane.waiting.poll();
        }
        try {
            if (job != null) {
                work.accept(job);
            }
        } catch (RuntimeException e) {
            LOG.error("A frame's work threw", e);
        } finally {
            synchronized (lanes) {
                if (lane.waiting.isEmpty()) {
                    lanes.remove(lane.key, lane);
                } else {
                    ready.add(lane);
                }
            }
        }
    }

    private static final class Lane {

        static final Lane END = new Lane(null);

        private final ParticipantKey key;
        private final Deque<Job> waiting = new ArrayDeque<>();
        private boolean underway;

        Lane(ParticipantKey key) {
            this.key = key;
        }

        Optional<Job> takeReplaceable() {
            for (Iterator<Job> all = waiting.iterator(); all.hasNext(); ) {
                Job job = all.next();
                if (job.replaceable()) {
                    all.remove();
                    return Optional.of(job);
                }
            }
            return Optional.empty();
        }
    }
}
