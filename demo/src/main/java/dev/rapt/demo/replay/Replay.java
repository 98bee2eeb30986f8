package dev.rapt.demo.replay;

import dev.rapt.demo.bot.Message;
import dev.rapt.demo.bot.Protocol;
import dev.rapt.demo.bot.Webhooks;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
    private final List<String> participants;
    private final Outbox outbox;
    private final Exchange exchange;
    private final Camera camera;
    private final StreamSender sender;
    private final Optional<Webhooks> webhooks;
    private final Consumer<String> terminal;

    /**
     * @param origin where the detector is reached, such as {@code http://127.0.0.1:8080}
     * @param meetingId the meeting's id
     * @param protocol which bot is played
     * @param webhookSecret what webhooks are signed with, in base64; without it none are sent
     */
    public Replay(
            HttpClient http,
            URI origin,
            String meetingId,
            Protocol protocol,
            Optional<String> webhookSecret,
            Observer observer,
            Consumer<String> terminal) {
        String meeting = origin.toString().replaceFirst("/+$", "") + "/v1/meetings/" + meetingId + "/";
        URI stream = URI.create(meeting.replaceFirst("^http", "ws") + protocol.path());
        List<Actor> cast = Actor.cast(protocol);
        this.terminal = terminal;
        participants = cast.stream().map(actor -> actor.person().id()).toList();
        webhooks =
                webhookSecret.map(secret -> new Webhooks(http, URI.create(meeting + "bots/attendee/webhooks"), secret));
        exchange = new Exchange(protocol, cast.stream().map(Actor::person).toList(), this::send, books::screenshare);
        outbox = new Outbox(books, (frame, fate) -> {
            observer.settled(frame, fate);
            exchange.settled(frame, fate);
        });
        camera = new Camera(
                cast, protocol.sendsPng() ? PngEncoder::new : JpegEncoder::new, exchange, outbox, observer::taken);
        sender = new StreamSender(
                outbox, exchange::message, messages -> WebSocketConnection.open(http, stream, messages), terminal);
    }

    /** Who is in the meeting, by the ids that the bot gives them. */
    public List<String> participants() {
        return participants;
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
        while ((books.open() > 0 || outbox.hasAsides()) && System.nanoTime() < deadline) {
            Thread.sleep(TICK.toMillis());
        }
        sender.close();
        outbox.giveUp();
        if (webhooks.isPresent()) {
            webhooks.get().close();
            terminal.accept(webhooks.get().taken() + " webhooks were taken, "
                    + webhooks.get().lost() + " were not.");
        }
    }

    /** What was sent and what came of it. */
    public SenderBooks books() {
        return books;
    }

    private void send(Message message) {
        if (message instanceof Message.Webhook webhook) {
            webhooks.ifPresent(open -> open.deliver(webhook));
        } else {
            outbox.aside(message);
        }
    }
}
