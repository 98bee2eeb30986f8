package dev.rapt.demo.replay;

import dev.rapt.demo.bot.Message;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Keeps a stream open and sends what the outbox holds: a lost connection is opened again after a pause, and what was
 * never acknowledged is sent again unchanged. Runs in a thread of its own until closed.
 */
final class StreamSender implements AutoCloseable {

    /** A frame is answered within the detector's five seconds; a stream that is silent for longer is broken. */
    static final Duration SILENCE = Duration.ofSeconds(15);

    private static final Duration TICK = Duration.ofMillis(50);
    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    private final Outbox outbox;
    private final Function<Frame, Message> wire;
    private final Connection.Opener opener;
    private final Consumer<String> terminal;
    private final Thread thread;
    private volatile boolean closing;

    /** @param wire a frame as the bot sends it */
    StreamSender(Outbox outbox, Function<Frame, Message> wire, Connection.Opener opener, Consumer<String> terminal) {
        this.outbox = outbox;
        this.wire = wire;
        this.opener = opener;
        this.terminal = terminal;
        this.thread = new Thread(this::run, "stream-sender");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    private void run() {
        Duration pause = SHORTEST_PAUSE;
        boolean lost = false;
        try {
            while (!closing) {
                try (Connection connection = opener.open(this::received)) {
                    if (lost) {
                        terminal.accept("The stream is open again; what wasn't acknowledged is sent again.");
                    }
                    pause = SHORTEST_PAUSE;
                    sendWhileOpen(connection);
                } catch (IOException e) {
                    // Said once below, for the first loss of a row
                }
                outbox.connectionLost(System.nanoTime());
                if (!closing) {
                    if (!lost || pause == SHORTEST_PAUSE) {
                        terminal.accept("The stream to the detector is gone; opening it again.");
                    }
                    lost = true;
                    Thread.sleep(pause.toMillis());
                    pause = longer(pause);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void sendWhileOpen(Connection connection) throws IOException, InterruptedException {
        while (!closing && connection.isOpen()) {
            sendAsides(connection);
            Optional<Frame> frame = outbox.next(TICK);
            if (frame.isPresent()) {
                connection.send(wire.apply(frame.get()));
            }
            Optional<Long> oldest = outbox.oldestSentAt();
            if (oldest.isPresent() && System.nanoTime() - oldest.get() > SILENCE.toNanos()) {
                throw new IOException("No acknowledgement for " + SILENCE.toSeconds() + " s");
            }
        }
    }

    private void sendAsides(Connection connection) throws IOException {
        Optional<Message> aside = outbox.nextAside();
        while (aside.isPresent()) {
            try {
                connection.send(aside.get());
            } catch (IOException e) {
                outbox.putBack(aside.get());
                throw e;
            }
            aside = outbox.nextAside();
        }
    }

    private void received(String message) {
        Acknowledgement.parse(message)
                .ifPresent(acknowledgement -> outbox.acknowledged(acknowledgement, System.nanoTime()));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
    }

    /** Closes the stream; what is in the outbox stays there. */
    @Override
    public void close() throws InterruptedException {
        closing = true;
        thread.join(SILENCE.toMillis());
    }
}
