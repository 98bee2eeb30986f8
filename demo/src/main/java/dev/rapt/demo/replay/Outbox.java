package dev.rapt.demo.replay;

import dev.rapt.demo.bot.Message;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * What has been taken and what must still be sent, or sent again, so that every frame gets its fate. Knows no network.
 * Safe for several threads.
 */
final class Outbox {

    /** With a second's pause and the detector's five seconds of trying each, about a minute of a broker's absence. */
    static final int MOST_ATTEMPTS = 12;

    static final Duration PAUSE = Duration.ofSeconds(1);

    private final SenderBooks books;
    private final BiConsumer<FrameKey, Fate> settled;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private final Deque<Message> asides = new ArrayDeque<>();

    /**
     * @param books where every frame and its fate is written
     * @param settled told of every fate once
     */
    Outbox(SenderBooks books, BiConsumer<FrameKey, Fate> settled) {
        this.books = books;
        this.settled = settled;
    }

    synchronized void take(Frame frame, long now) {
        books.sent(frame.key());
        lane(frame.participantId()).add(frame, now);
        notifyAll();
    }

    /** Takes a message that nobody acknowledges, to be sent before the next frame. */
    synchronized void aside(Message message) {
        asides.add(message);
        notifyAll();
    }

    /** The next such message for the wire. */
    synchronized Optional<Message> nextAside() {
        return Optional.ofNullable(asides.poll());
    }

    /** Takes one back that couldn't be sent, to be the next again. */
    synchronized void putBack(Message aside) {
        asides.addFirst(aside);
    }

    /** Whether such messages are still to be sent. */
    synchronized boolean hasAsides() {
        return !asides.isEmpty();
    }

    /** The next frame for the wire, waiting up to {@code patience} for one. */
    synchronized Optional<Frame> next(Duration patience) throws InterruptedException {
        Optional<Frame> frame = nextNow(System.nanoTime());
        if (frame.isEmpty()) {
            wait(Math.max(1, patience.toMillis()));
            frame = nextNow(System.nanoTime());
        }
        return frame;
    }

    synchronized Optional<Frame> nextNow(long now) {
        return lanes.values().stream().flatMap(lane -> lane.next(now).stream()).findFirst();
    }

    synchronized void acknowledged(Acknowledgement acknowledgement, long now) {
        FrameKey key = acknowledgement.key();
        Lane lane = lane(key.participantId());
        boolean again = acknowledgement.worthAnotherTry()
                && lane.again(key.capturedAtMs(), now + PAUSE.toNanos(), MOST_ATTEMPTS);
        if (!again) {
            settle(key, acknowledgement.fate());
        }
        notifyAll();
    }

    /** Everything on the wire must be sent again. */
    synchronized void connectionLost(long now) {
        for (Lane lane : lanes.values()) {
            lane.connectionLost(now, MOST_ATTEMPTS).forEach(key -> settle(key, Fate.FAILED));
        }
        notifyAll();
    }

    /** Gives up every frame that has no fate yet: it failed, as far as the sender can know. */
    synchronized void giveUp() {
        for (Lane lane : lanes.values()) {
            lane.keys().forEach(key -> settle(key, Fate.FAILED));
        }
    }

    /** Since when the oldest frame waits for its acknowledgement. */
    synchronized Optional<Long> oldestSentAt() {
        return lanes.values().stream()
                .flatMap(lane -> lane.oldestSentAt().stream())
                .min(Long::compare);
    }

    private void settle(FrameKey key, Fate fate) {
        lane(key.participantId()).settled(key.capturedAtMs());
        if (books.settle(key, fate)) {
            settled.accept(key, fate);
        }
    }

    private Lane lane(String participantId) {
        return lanes.computeIfAbsent(participantId, id -> new Lane());
    }
}
