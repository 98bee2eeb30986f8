package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Against a detector that breaks off. */
class StreamSenderTest {

    private final List<String> said = Collections.synchronizedList(new ArrayList<>());
    private final SenderBooks books = new SenderBooks();

    @Test
    @Timeout(30)
    void reopensALostStreamAndSendsTheUnacknowledgedAgain() throws Exception {
        // Given a first stream that swallows a frame and ends, a second that can't be opened, a third that answers
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(3);
        Outbox outbox = new Outbox(books, (frame, fate) -> done.countDown());
        StreamSender sender =
                new StreamSender(outbox, messages -> connection(opened.incrementAndGet(), messages), said::add);

        // When
        sender.start();
        for (long at = 1; at <= 3; at++) {
            outbox.take(new Frame("a", at, at, new byte[] {1}), System.nanoTime());
        }

        // Then
        assertThat(done.await(20, TimeUnit.SECONDS)).isTrue();
        sender.close();
        assertThat(books.sent()).isEqualTo(3);
        assertThat(books.of(Fate.PUBLISHED)).isEqualTo(3);
        assertThat(opened.get()).isEqualTo(3);
        assertThat(said).hasSize(2);
    }

    private static Connection connection(int number, Consumer<String> messages) throws IOException {
        if (number == 2) {
            throw new IOException("refused");
        }
        return new Connection() {
            private boolean open = true;

            @Override
            public void send(Frame frame) {
                if (number == 3) {
                    messages.accept("{\"type\":\"ack\",\"participantId\":\"a\",\"capturedAt\":" + frame.capturedAtMs()
                            + ",\"status\":\"published\"}");
                } else {
                    open = false;
                }
            }

            @Override
            public boolean isOpen() {
                return open;
            }

            @Override
            public void close() {
                // Nothing is held
            }
        };
    }
}
