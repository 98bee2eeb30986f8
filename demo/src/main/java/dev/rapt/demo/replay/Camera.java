package dev.rapt.demo.replay;

import dev.rapt.media.SampleMedia;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * The participants' cameras: takes a frame of each clip whenever one is due and puts it into the outbox. Runs in the
 * caller's thread.
 */
final class Camera {

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

    private final Map<String, String> clipOf;
    private final Outbox outbox;
    private final BiConsumer<FrameKey, Long> taken;
    private volatile boolean stopped;

    /** @param taken told of every frame and of the nano time when it was taken */
    Camera(Outbox outbox, BiConsumer<FrameKey, Long> taken) {
        this.clipOf = new LinkedHashMap<>();
        for (String clip : SampleMedia.clips()) {
            clipOf.put(clip.replace(".mp4", ""), clip);
        }
        this.outbox = outbox;
        this.taken = taken;
    }

    /** Takes frames for so long, or until {@link #stop()}. */
    void run(Pace pace, Duration length) throws InterruptedException {
        Map<String, Clip> clips = new LinkedHashMap<>();
        try {
            clipOf.forEach((participant, clip) -> clips.put(participant, new Clip(clip, pace.framesPerSecond())));
            clips.values().forEach(clip -> clip.jpeg(0));
            roll(clips, pace, length);
        } finally {
            clips.values().forEach(Clip::close);
        }
    }

    private void roll(Map<String, Clip> clips, Pace pace, Duration length) throws InterruptedException {
        long begin = System.nanoTime();
        long frame = 0;
        while (!stopped) {
            long elapsed = System.nanoTime() - begin;
            long early = pace.dueNanos(frame) - elapsed;
            if (pace.dueNanos(frame) >= length.toNanos()) {
                return;
            }
            if (early > 0) {
                Thread.sleep(Math.min(early / 1_000_000 + 1, LONGEST_SLEEP.toMillis()));
                continue;
            }
            // After a stall the missed frames stay missed: a camera doesn't catch up
            frame = Math.max(frame, pace.frameDue(elapsed));
            long capturedAt = pace.capturedAtMs(elapsed);
            for (Map.Entry<String, Clip> participant : clips.entrySet()) {
                Frame picture = new Frame(
                        participant.getKey(),
                        capturedAt,
                        frame,
                        participant.getValue().jpeg(frame));
                long now = System.nanoTime();
                taken.accept(picture.key(), now);
                outbox.take(picture, now);
            }
            frame++;
        }
    }

    void stop() {
        stopped = true;
    }
}
