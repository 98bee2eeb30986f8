package dev.rapt.demo.replay;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * A meeting of three participants, one clip each at 2 frames a second, sent over one WebSocket as a conferencing bot
 * would.
 */
public final class Replay {

    private static final int FRAMES_PER_SECOND = 2;
    private static final Duration FOREVER = Duration.ofDays(3650);
    private static final Duration TICK = Duration.ofMillis(20);

    /** Told what happens to the frames; from several threads. */
    public interface Observer {
        /** A camera took a frame, at this nano time. */
        void taken(FrameKey frame, long nanos);

        /** A frame's fate is known. */
        void settled(FrameKey frame, Fate fate);
    }

    private final SenderBooks books = new SenderBooks();
    private final Outbox outbox;
    private final Camera camera;
    private final StreamSender sender;

    /**
     * @param origin where the detector is reached, such as {@code http://127.0.0.1:8080}
     * @param meetingId the meeting's id
     */
    public Replay(HttpClient http, URI origin, String meetingId, Observer observer, Consumer<String> terminal) {
        URI stream =
                URI.create(origin.toString().replaceFirst("^http", "ws") + "/v1/meetings/" + meetingId + "/stream");
        outbox = new Outbox(books, observer::settled);
        camera = new Camera(outbox, observer::taken);
        sender = new StreamSender(outbox, messages -> WebSocketConnection.open(http, stream, messages), terminal);
    }

    /** Takes and sends frames for so many seconds of the wall clock from the first frame on, or until {@link #stop()}. */
    public void run(double speed, OptionalLong seconds) throws InterruptedException {
        sender.start();
        Pace pace = Pace.startingAt(System.currentTimeMillis(), FRAMES_PER_SECOND, speed, seconds);
        camera.run(pace, seconds.isPresent() ? Duration.ofSeconds(seconds.getAsLong()) : FOREVER);
    }

    /** Takes no more frames. */
    public void stop() {
        camera.stop();
    }

    /** Waits for the last acknowledgements; frames without one after {@code patience} have failed. */
    public void finish(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (books.open() > 0 && System.nanoTime() < deadline) {
            Thread.sleep(TICK.toMillis());
        }
        sender.close();
        outbox.giveUp();
    }

    /** What was sent and what came of it. */
    public SenderBooks books() {
        return books;
    }
}
