package dev.rapt.classifier.consume;

import dev.rapt.classifier.Meters;
import dev.rapt.classifier.publish.PublishException;
import dev.rapt.classifier.publish.ScorePublisher;
import dev.rapt.classifier.score.Received;
import dev.rapt.classifier.score.Scorer;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads, scores and publishes a batch, and keeps its books. */
final class CropPipeline implements BatchWork {

    private final CropRecordReader reader;
    private final Scorer scorer;
    private final ScorePublisher publisher;
    private final Meters meters;

    CropPipeline(CropRecordReader reader, Scorer scorer, ScorePublisher publisher, Meters meters) {
        this.reader = reader;
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
            publisher.publish(scorer.score(received));
            published = true;
        } finally {
            if (!published) {
                meters.retried(batch.size());
            }
        }
    }
}
