package dev.rapt.demo.watch;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/**
 * Asks for the meeting's participants and tells the latency watch: every 50 ms while an accepted frame hasn't been seen,
 * twice a second otherwise. Runs in a thread of its own.
 */
public final class TimelineWatch implements AutoCloseable {

    static final Duration INTERVAL = Duration.ofMillis(50);
    private static final Duration IDLE = Duration.ofMillis(500);

    private final TimelineClient client;
    private final LatencyWatch latency;
    private final Thread thread = new Thread(this::run, "timeline-watch");
    private final CountDownLatch first = new CountDownLatch(1);
    private volatile List<Counted> latest = List.of();

    public TimelineWatch(TimelineClient client, LatencyWatch latency) {
        this.client = client;
        this.latency = latency;
        thread.setDaemon(true);
    }

    /** Begins to ask. */
    public void start() {
        thread.start();
    }

    private void run() {
        try {
            long asked = System.nanoTime();
            while (true) {
                Thread.sleep(INTERVAL.toMillis());
                if (!latency.isWaiting() && System.nanoTime() - asked < IDLE.toNanos()) {
                    continue;
                }
                asked = System.nanoTime();
                Optional<List<Counted>> answer = client.participants();
                long now = System.nanoTime();
                answer.ifPresent(participants -> note(participants, now));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void note(List<Counted> participants, long nanos) {
        latest = participants;
        for (Counted counted : participants) {
            if (counted.lastCapturedAt() != null) {
                latency.counted(
                        counted.id(), counted.frames(), counted.lastCapturedAt().toEpochMilli(), nanos);
            }
        }
        if (participants.stream().anyMatch(counted -> counted.frames() > 0)) {
            first.countDown();
        }
    }

    /** Opens when the first frame is in a timeline. */
    public CountDownLatch first() {
        return first;
    }

    /** Frames counted, by the last answer. */
    public long counted() {
        return latest.stream().mapToLong(Counted::frames).sum();
    }

    /** The participants of the last answer. */
    public List<Counted> latest() {
        return latest;
    }

    @Override
    public void close() throws InterruptedException {
        thread.interrupt();
        thread.join(5_000);
    }
}
