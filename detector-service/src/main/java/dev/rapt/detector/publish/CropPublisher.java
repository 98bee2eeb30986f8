package dev.rapt.detector.publish;

import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.CropSink;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.meeting.Signals;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Publishes findings to Kafka. Calls return at once, apart from at most the configured wait for metadata when Kafka has
 * forgotten us; what Kafka doesn't acknowledge within the delivery timeout counts as not published.
 */
public final class CropPublisher implements CropSink {

    private final Sends sends;

    public CropPublisher(KafkaLink link) {
        this.sends = new Sends(link, "frame");
    }

    @Override
    public CompletionStage<Void> publish(Frame frame, FrameFindings findings, Signals signals, int skippedBefore) {
        ProducerRecord<String, FaceCrop> record = FaceCropRecords.of(frame, findings, signals, skippedBefore);
        return sends.send(record.topic(), record.key(), record.value());
    }
}
