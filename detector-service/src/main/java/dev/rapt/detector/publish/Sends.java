package dev.rapt.detector.publish;

import com.google.protobuf.MessageLite;
import dev.rapt.detector.ingest.UnpublishedException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/**
 * Sends records to Kafka. Calls return at once, apart from at most the configured wait for metadata when Kafka has
 * forgotten us; what Kafka doesn't acknowledge within the delivery timeout counts as not published.
 */
final class Sends {

    private static final Logger LOG = Logger.getLogger(Sends.class);

    private final KafkaLink link;
    private final String what;
    private final AtomicBoolean outage = new AtomicBoolean();

    /** @param what what is sent, in a word for the caller: frame, event */
    Sends(KafkaLink link, String what) {
        this.link = link;
        this.what = what;
    }

    /** Completes once Kafka has acknowledged the record, or exceptionally with {@link UnpublishedException}. */
    CompletionStage<Void> send(String topic, String key, MessageLite value) {
        return send(producer -> new ProducerRecord<>(topic, key, value));
    }

    /** The same of a record whose place depends on the topic. */
    CompletionStage<Void> send(Function<Producer<?, ?>, ProducerRecord<String, MessageLite>> record) {
        Optional<Producer<String, MessageLite>> producer = link.producer();
        if (producer.isEmpty()) {
            return CompletableFuture.failedFuture(
                    unpublished(link.obstacle().orElse("Kafka has only just been reached.")));
        }
        CompletableFuture<Void> acknowledged = new CompletableFuture<>();
        try {
            producer.get().send(record.apply(producer.get()), (metadata, failure) -> {
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

    // One line an outage, however many records fail in it
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

    private String describe(Exception failure) {
        return "Kafka did not acknowledge the " + what + "'s record in time ("
                + failure.getClass().getSimpleName() + ").";
    }

    private UnpublishedException unpublished(String why) {
        return new UnpublishedException(why + " The " + what + " is safe to send again unchanged.");
    }
}
