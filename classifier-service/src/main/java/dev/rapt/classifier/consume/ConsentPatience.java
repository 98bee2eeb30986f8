package dev.rapt.classifier.consume;

import dev.rapt.classifier.rules.Screen;
import dev.rapt.classifier.score.Received;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Waits for consents that the detector knew of when it took a frame in and that haven't been read here yet: the two read
 * them independently. Only records that were written a moment ago wait, so old ones hold up nothing.
 */
final class ConsentPatience {

    private static final long PAUSE_MILLIS = 5;

    private final Screen screen;
    private final Duration patience;
    private final Clock clock;

    ConsentPatience(Screen screen, Duration patience, Clock clock) {
        this.screen = screen;
        this.patience = patience;
        this.clock = clock;
    }

    /** Returns when no record of the batch misses a consent, or those that do are old enough to be judged. */
    void await(List<ConsumerRecord<byte[], byte[]>> batch, List<Received> received) throws InterruptedException {
        // Whatever another machine's clock says, nobody waits longer
        long last = clock.millis() + patience.toMillis();
        for (int i = 0; i < batch.size(); i++) {
            long end = Math.min(last, batch.get(i).timestamp() + patience.toMillis());
            while (clock.millis() < end && screen.missesConsent(received.get(i))) {
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }
}
