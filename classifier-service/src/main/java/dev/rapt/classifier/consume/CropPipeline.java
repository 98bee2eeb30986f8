package dev.rapt.classifier.consume;

import dev.rapt.classifier.Meters;
import dev.rapt.classifier.publish.PublishException;
import dev.rapt.classifier.publish.ScorePublisher;
import dev.rapt.classifier.rules.Screen;
import dev.rapt.classifier.score.Received;
import dev.rapt.classifier.score.Scorer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads, scores and publishes a batch, and keeps its books. Whether its participants may still be measured is asked twice:
 * before the network sees a crop, and before Kafka sees a score.
 */
final class CropPipeline implements BatchWork {

    private final CropRecordReader reader;
    private final ConsentPatience patience;
    private final Screen screen;
    private final Scorer scorer;
    private final ScorePublisher publisher;
    private final Meters meters;

    CropPipeline(
            CropRecordReader reader,
            ConsentPatience patience,
            Screen screen,
            Scorer scorer,
            ScorePublisher publisher,
            Meters meters) {
        this.reader = reader;
        this.patience = patience;
        this.screen = screen;
        this.scorer = scorer;
        this.publisher = publisher;
        this.meters = meters;
    }

    @Override
    public void finish(List<ConsumerRecord<byte[], byte[]>> batch) throws PublishException, InterruptedException {
        meters.consumed(batch.size());
        boolean published = false;
        try {
            List<Received> received = batch.stream().map(reader::read).toList();
            patience.await(batch, received);
            publisher.publish(screen.outcomes(scorer.score(screen.received(received))));
            published = true;
        } finally {
            if (!published) {
                meters.retried(batch.size());
            }
        }
    }
}
