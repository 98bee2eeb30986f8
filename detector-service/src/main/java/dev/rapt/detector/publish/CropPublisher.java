package dev.rapt.detector.publish;

import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.ingest.CropSink;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.UnpublishedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Publishes to Kafka. Calls return at once, apart from at most the configured wait for metadata when Kafka has
 * forgotten us; what Kafka doesn't acknowledge within the delivery timeout counts as not published.
 */
public final class CropPublisher implements CropSink {

    private static final Logger LOG = Logger.getLogger(CropPublisher.class);

    private final KafkaLink link;
    private final AtomicBoolean outage = new AtomicBoolean();

    public CropPublisher(KafkaLink link) {
        this.link = link;
    }

    @Override
    public CompletionStage<Void> publish(Frame frame, FrameFindings findings, int skippedBefore) {
        Optional<Producer<String, FaceCrop>> producer = link.producer();
        if (producer.isEmpty()) {
            return CompletableFuture.failedFuture(
                    unpublished(link.obstacle().orElse("Kafka has only just been reached.")));
        }
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.get().send(FaceCropRecords.of(frame, findings, skippedBefore), (metadata, failure) -> {
                if (failure == null) {
                    outageEnds();
                    acknowledged.complete(null);
                } else {
                    outageGoesOn(failure);
                    acknowledged.completeExceptionally(unpublished(describe(failure)));
                }
            });
        } catch (KafkaException | IllegalStateException e) {
            acknowledged.completeExceptionally(unpublished(describe(e)));
        }
        return acknowledged;
    }

    // One line an outage, however many frames fail in it
    private void outageGoesOn(Exception failure) {
        if (outage.compareAndSet(false, true)) {
            LOG.warnf("Kafka doesn't acknowledge: %s", failure.getClass().getSimpleName());
        }
    }

    private void outageEnds() {
        if (outage.get() && outage.compareAndSet(true, false)) {
            LOG.info("Kafka acknowledges again");
        }
    }

    private static String describe(Exception failure) {
        return "Kafka did not acknowledge the frame's record in time ("
                + failure.getClass().getSimpleName() + ").";
    }

    private static UnpublishedException unpublished(String what) {
        return new UnpublishedException(what + " The frame is safe to send again unchanged.");
    }
}
