package dev.rapt.demo.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * The participants' cameras: takes a frame of each clip whenever one is due and puts it into the outbox. Runs in the
 * caller's thread.
 */
final class Camera {

    private static final Duration LONGEST_SLEEP = Duration.ofMillis(200);

    private final List<Actor> cast;
    private final Supplier<PictureEncoder> encoders;
    private final Exchange exchange;
    private final Outbox outbox;
    private final BiConsumer<FrameKey, Long> taken;
    private volatile boolean stopped;

    /**
     * @param encoders makes the encoder of each clip
     * @param exchange what else happens in the meeting
     * @param taken told of every frame and of the nano time when it was taken
     */
    Camera(
            List<Actor> cast,
            Supplier<PictureEncoder> encoders,
            Exchange exchange,
            Outbox outbox,
            BiConsumer<FrameKey, Long> taken) {
        this.cast = cast;
        this.encoders = encoders;
        this.exchange = exchange;
        this.outbox = outbox;
        this.taken = taken;
    }

    /** Takes frames for so long, or until {@link #stop()}. */
    void run(Pace pace, Duration length) throws InterruptedException {
        Map<Actor, Clip> clips = new LinkedHashMap<>();
        try {
            cast.forEach(actor -> clips.put(actor, new Clip(actor.clip(), pace.framesPerSecond(), encoders.get())));
            clips.values().forEach(clip -> clip.picture(0));
            roll(clips, pace, length);
        } finally {
            clips.values().forEach(Clip::close);
        }
    }

    private void roll(Map<Actor, Clip> clips, Pace pace, Duration length) throws InterruptedException {
        long begin = System.nanoTime();
        long frame = 0;
        exchange.begin(pace.beginMs());
        while (!stopped) {
            long elapsed = System.nanoTime() - begin;
            long early = pace.dueNanos(frame) - elapsed;
            if (pace.dueNanos(frame) >= length.toNanos()) {
                break;
            }
            if (early > 0) {
                Thread.sleep(Math.min(early / 1_000_000 + 1, LONGEST_SLEEP.toMillis()));
                continue;
            }
            // After a stall the missed frames stay missed: a camera doesn't catch up
            frame = Math.max(frame, pace.frameDue(elapsed));
            long capturedAt = pace.capturedAtMs(elapsed);
            exchange.at(capturedAt);
            for (Map.Entry<Actor, Clip> participant : clips.entrySet()) {
                if (exchange.isCameraOn(participant.getKey().person())) {
                    take(participant.getKey(), capturedAt, frame, participant.getValue());
                }
            }
            frame++;
        }
        exchange.end(pace.capturedAtMs(System.nanoTime() - begin));
    }

    private void take(Actor actor, long capturedAt, long number, Clip clip) {
        Frame picture = new Frame(actor.person().id(), capturedAt, number, clip.picture(number));
        long now = System.nanoTime();
        taken.accept(picture.key(), now);
        exchange.taken(picture);
        outbox.take(picture, now);
    }

    void stop() {
        stopped = true;
    }
}
