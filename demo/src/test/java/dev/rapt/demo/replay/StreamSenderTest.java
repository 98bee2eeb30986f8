package dev.rapt.demo.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.demo.bot.Message;
import dev.rapt.demo.bot.Message.Text;
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
    private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch asides = new CountDownLatch(2);
    private final SenderBooks books = new SenderBooks();

    @Test
    @Timeout(30)
    void reopensALostStreamAndSendsTheUnacknowledgedAgain() throws Exception {
        // Given a first stream that swallows a frame and ends, a second that can't be opened, a third that answers
        AtomicInteger opened = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(3);
        Outbox outbox = new Outbox(books, (frame, fate) -> done.countDown());
        StreamSender sender = new StreamSender(
                outbox, StreamSenderTest::wire, messages -> connection(opened.incrementAndGet(), messages), said::add);

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

    @Test
    @Timeout(30)
    void whatNobodyAcknowledgesIsSentInOrderAndAgainWhenTheStreamBreaks() throws Exception {
        // Given
        AtomicInteger opened = new AtomicInteger();
        Outbox outbox = new Outbox(books, (frame, fate) -> {});
        outbox.aside(new Text("aside one"));
        outbox.aside(new Text("aside two"));
        StreamSender sender = new StreamSender(
                outbox, StreamSenderTest::wire, messages -> connection(opened.incrementAndGet(), messages), said::add);

        // When the first stream breaks at the first of them
        sender.start();

        // Then
        assertThat(asides.await(20, TimeUnit.SECONDS)).isTrue();
        sender.close();
        assertThat(sent).containsExactly("aside one", "aside two");
        assertThat(outbox.hasAsides()).isFalse();
    }

    private void aside(int number, String text) throws IOException {
        if (number == 1) {
            throw new IOException("broken");
        }
        sent.add(text);
        asides.countDown();
    }

    private static Message wire(Frame frame) {
        return new Text("" + frame.capturedAtMs());
    }

    private Connection connection(int number, Consumer<String> messages) throws IOException {
        if (number == 2) {
            throw new IOException("refused");
        }
        return new Connection() {
            private boolean open = true;

            @Override
            public void send(Message message) throws IOException {
                Text text = (Text) message;
                if (text.text().startsWith("aside")) {
                    aside(number, text.text());
                    return;
                }
                if (number == 3) {
                    messages.accept("{\"type\":\"ack\",\"participantId\":\"a\",\"capturedAt\":" + text.text()
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
