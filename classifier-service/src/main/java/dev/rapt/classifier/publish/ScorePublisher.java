package dev.rapt.classifier.publish;

import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.Meters;
import dev.rapt.classifier.score.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends what became of a batch and waits until Kafka has acknowledged all of it. To be used by one thread. A producer
 * that failed is thrown away, so that none of its leftovers is sent behind the next attempt.
 */
public final class ScorePublisher implements AutoCloseable {

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);

    private final Supplier<Producer<byte[], byte[]>> producers;
    private final ScoreWriter writer;
    private final Meters meters;
    private Producer<byte[], byte[]> producer;

    ScorePublisher(Supplier<Producer<byte[], byte[]>> producers, ScoreWriter writer, Meters meters) {
        this.producers = producers;
        this.writer = writer;
        this.meters = meters;
    }

    /** One that sends to a broker; nothing is connected before the first batch. */
    public static ScorePublisher to(Map<String, Object> connection, ClassifierConfig config, Meters meters) {
        Map<String, Object> properties = ProducerProperties.of(connection, config.kafka());
        return new ScorePublisher(
                () -> new KafkaProducer<>(properties, new ByteArraySerializer(), new ByteArraySerializer()),
                new ScoreWriter(config.topics(), Clock.systemUTC()),
                meters);
    }

    /**
     * Sends the outcomes in their order and returns when all are acknowledged; only then are they counted. Nothing is
     * sent of what is dropped.
     *
     * @throws PublishException if one of them wasn't: the whole batch is to be published again
     * @throws InterruptedException if interrupted while waiting; likewise
     */
    public void publish(List<Outcome> outcomes) throws PublishException, InterruptedException {
        try {
            send(outcomes);
        } catch (ExecutionException e) {
            discard();
            throw new PublishException(
                    "Kafka didn't acknowledge a result: " + e.getCause().getMessage(), e.getCause());
        } catch (KafkaException e) {
            discard();
            throw new PublishException("Results can't be sent: " + e.getMessage(), e);
        }
        outcomes.forEach(this::count);
    }

    private void send(List<Outcome> outcomes) throws ExecutionException, InterruptedException {
        if (producer == null) {
            producer = producers.get();
        }
        List<Future<RecordMetadata>> acknowledgements = new ArrayList<>(outcomes.size());
        for (Outcome outcome : outcomes) {
            if (outcome instanceof Outcome.Dropped) {
                continue;
            }
            Future<RecordMetadata> acknowledgement = producer.send(writer.write(outcome));
            if (acknowledgement.isDone()) {
                // Failed before it was sent, after waiting: the others would wait as long again
                acknowledgement.get();
            }
            acknowledgements.add(acknowledgement);
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : acknowledgements) {
            acknowledgement.get();
        }
    }

    private void count(Outcome outcome) {
        if (outcome instanceof Outcome.Scored) {
            meters.published();
        } else if (outcome instanceof Outcome.Passed passed) {
            meters.passed(passed.record());
        } else if (outcome instanceof Outcome.Dropped dropped) {
            meters.dropped(dropped.why());
        } else if (outcome instanceof Outcome.GivenUp givenUp) {
            meters.deadLettered(givenUp.record().reason());
        }
    }

    private void discard() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }

    @Override
    public void close() {
        if (producer != null) {
            producer.close(CLOSE_TIMEOUT);
            producer = null;
        }
    }
}
