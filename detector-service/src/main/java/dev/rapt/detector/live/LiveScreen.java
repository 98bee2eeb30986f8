package dev.rapt.detector.live;

import dev.rapt.detector.live.draw.Scene;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jboss.logging.Logger;

/**
 * Draws meetings for those who look, on one thread, each at most so many times a second however many look, and only
 * when something has changed. Any thread may call anything.
 */
public final class LiveScreen implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(LiveScreen.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);

    private final LivePictures pictures;
    private final Function<Scene, byte[]> painter;
    private final long intervalNanos;
    private final int maxViewers;
    private final ScheduledThreadPoolExecutor thread;
    private final List<Viewer> viewers = new CopyOnWriteArrayList<>();
    private final AtomicInteger seats = new AtomicInteger();
    /** Of the drawing thread alone. */
    private final Map<String, Drawn> drawn = new HashMap<>();

    /** The last drawing of a meeting. */
    private record Drawn(long version, long at, byte[] jpeg) {}

    /**
     * @param painter makes a JPEG of a scene; called by one thread
     * @param interval least time between two drawings of one meeting
     * @param maxViewers who may look at once, the process's streams and single pictures together
     */
    public LiveScreen(LivePictures pictures, Function<Scene, byte[]> painter, Duration interval, int maxViewers) {
        this.pictures = pictures;
        this.painter = painter;
        this.intervalNanos = interval.toNanos();
        this.maxViewers = maxViewers;
        this.thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "rapt-live");
            thread.setDaemon(true);
            return thread;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Begins to show; before that nothing runs. */
    public void open() {
        thread.scheduleAtFixedRate(this::serve, intervalNanos, intervalNanos, TimeUnit.NANOSECONDS);
        thread.scheduleAtFixedRate(this::sweep, SWEEP.toMillis(), SWEEP.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The meeting's picture. */
    public CompletionStage<Look> look(String meetingId) {
        if (!takeSeat()) {
            return CompletableFuture.completedFuture(new Look.Full(maxViewers));
        }
        CompletableFuture<Look> look = new CompletableFuture<>();
        try {
            thread.execute(() -> complete(look, meetingId));
        } catch (RejectedExecutionException e) {
            look.complete(new Look.NotHere());
        }
        return look.whenComplete((done, failure) -> seats.decrementAndGet());
    }

    /** Sends the meeting's pictures to a viewer from now on, if it is here and there is a seat. */
    public Look watch(String meetingId, Viewer.Sink sink) {
        if (pictures.view(meetingId).isEmpty()) {
            return new Look.NotHere();
        }
        if (!takeSeat()) {
            return new Look.Full(maxViewers);
        }
        Viewer viewer = new Viewer(meetingId, sink);
        viewers.add(viewer);
        return new Look.Watching(() -> leave(viewer));
    }

    /** Less of a meeting may be shown than before: what was drawn of it is given out no more. */
    public void narrowed(String meetingId) {
        pictures.narrowed(meetingId);
        try {
            thread.execute(() -> drawn.remove(meetingId));
        } catch (RejectedExecutionException e) {
            LOG.debug("Nothing is drawn any more");
        }
    }

    /** Who looks now. */
    public int viewers() {
        return seats.get();
    }

    @Override
    public void close() {
        thread.shutdownNow();
        viewers.forEach(this::end);
    }

    private boolean takeSeat() {
        int taken = seats.get();
        while (taken < maxViewers) {
            if (seats.compareAndSet(taken, taken + 1)) {
                return true;
            }
            taken = seats.get();
        }
        return false;
    }

    private void leave(Viewer viewer) {
        if (viewers.remove(viewer)) {
            seats.decrementAndGet();
        }
    }

    private void end(Viewer viewer) {
        leave(viewer);
        viewer.end();
    }

    private void complete(CompletableFuture<Look> look, String meetingId) {
        try {
            look.complete(drawing(meetingId)
                    .<Look>map(drawing -> new Look.Picture(drawing.jpeg()))
                    .orElseGet(Look.NotHere::new));
        } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
            look.completeExceptionally(e);
        }
    }

    private void serve() {
        for (Viewer viewer : viewers) {
            try {
                drawing(viewer.meetingId()).ifPresentOrElse(now -> viewer.show(now.jpeg()), () -> end(viewer));
            } catch (RuntimeException | LinkageError | OutOfMemoryError e) {
                LOG.errorf(
                        e, "A live picture could not be drawn: %s", e.getClass().getSimpleName());
                end(viewer);
            }
        }
    }

    private Optional<Drawn> drawing(String meetingId) {
        Optional<LivePictures.View> view = pictures.view(meetingId);
        if (view.isEmpty()) {
            drawn.remove(meetingId);
            return Optional.empty();
        }
        Drawn last = drawn.get(meetingId);
        long now = System.nanoTime();
        // A turn comes now and then a little early
        long soonest = intervalNanos - intervalNanos / 10;
        if (last != null && (last.version() == view.get().version() || now - last.at() < soonest)) {
            return Optional.of(last);
        }
        Drawn next =
                new Drawn(view.get().version(), now, painter.apply(view.get().scene()));
        // It may have been erased meanwhile
        if (pictures.view(meetingId).isEmpty()) {
            return Optional.empty();
        }
        drawn.put(meetingId, next);
        return Optional.of(next);
    }

    private void sweep() {
        pictures.sweep();
        long now = System.nanoTime();
        drawn.entrySet()
                .removeIf(entry -> now - entry.getValue().at() > Math.max(intervalNanos, SWEEP.toNanos())
                        || pictures.view(entry.getKey()).isEmpty());
    }
}
