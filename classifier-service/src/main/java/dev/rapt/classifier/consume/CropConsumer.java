package dev.rapt.classifier.consume;

import dev.rapt.classifier.ClassifierConfig;
import dev.rapt.classifier.Meters;
import dev.rapt.classifier.model.ExpressionModel;
import dev.rapt.classifier.model.ModelException;
import dev.rapt.classifier.publish.PublishException;
import dev.rapt.classifier.publish.ScorePublisher;
import dev.rapt.classifier.rules.Screen;
import dev.rapt.classifier.score.ModelService;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.kafka.setup.KafkaTrouble;
import dev.rapt.meeting.MeetingBook;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jboss.logging.Logger;

/**
 * The thread that turns face-crops into face-scores, from start to stop. Whatever goes wrong (no model, no Kafka, no
 * topics, a broker that goes away, rules of meetings that aren't read yet), it says so in {@link #trouble}, waits, and tries again.
 */
@ApplicationScoped
public class CropConsumer {

    private static final Logger LOG = Logger.getLogger(CropConsumer.class);
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(2);
    private static final Duration BOOK_PAUSE = Duration.ofMillis(50);
    private static final long LAG_EVERY = Duration.ofSeconds(1).toNanos();

    private final ClassifierConfig config;
    private final KafkaConnection kafka;
    private final ModelService models;
    private final MeetingBook book;
    private final Meters meters;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "crop-consumer");
    private volatile Optional<String> trouble = Optional.of("the consumer is starting");
    private volatile Optional<Membership> membership = Optional.empty();

    CropConsumer(ClassifierConfig config, KafkaConnection kafka, ModelService models, MeetingBook book, Meters meters) {
        this.config = config;
        this.kafka = kafka;
        this.models = models;
        this.book = book;
        this.meters = meters;
    }

    void start(@Observes StartupEvent event) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping.countDown();
        thread.join(config.shutdownTimeout().toMillis());
        if (thread.isAlive()) {
            // It waits for Kafka; what it has in hand stays uncommitted and is read again after the next start
            LOG.warn("The consumer didn't finish in time");
            thread.interrupt();
        }
    }

    /** Why no crop is being scored, if so. */
    Optional<String> trouble() {
        return trouble.or(() -> membership
                .map(member -> member.trouble(config.kafka().sessionTimeout()))
                .orElse(Optional.of("the consumer is starting")));
    }

    /** Whether the thread runs; it ends only by a stop or an error that no retry can mend. */
    boolean isAlive() {
        return thread.isAlive();
    }

    private void run() {
        try {
            do {
                try {
                    models.open();
                    if (awaitBook()) {
                        consume();
                    }
                } catch (ModelException e) {
                    report("the model can't be used: " + e.getMessage());
                } catch (PublishException | KafkaException e) {
                    reportKafka(e);
                } catch (RuntimeException e) {
                    LOG.error("The consumer failed and starts again", e);
                    report("the consumer failed: " + e.getClass().getSimpleName());
                }
            } while (!stopsWithin(config.retryPause()));
        } catch (InterruptedException e) {
            LOG.info("The consumer was interrupted");
        } catch (Error e) {
            // The thread ends, liveness says so, and whoever watches it starts the process again
            LOG.error("The consumer can't go on", e);
            throw e;
        }
    }

    /** Whether the rules of all meetings are read; waits for them, until the stop. */
    private boolean awaitBook() throws InterruptedException {
        while (book.obstacle().isPresent()) {
            trouble = book.obstacle();
            if (stopsWithin(BOOK_PAUSE)) {
                return false;
            }
        }
        return true;
    }

    private void consume() throws PublishException, InterruptedException {
        ExpressionModel model = models.model().orElseThrow();
        Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                ConsumerProperties.of(kafka.properties(), config),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
        try (ScorePublisher publisher = ScorePublisher.to(kafka.properties(), config, meters)) {
            TopicCheck.requireTopics(consumer, config.topics());
            CropRecordReader reader = new CropRecordReader(model.width(), model.height());
            Screen screen = new Screen(book);
            ConsentPatience patience = new ConsentPatience(screen, config.consentPatience(), Clock.systemUTC());
            CropPipeline pipeline = new CropPipeline(reader, patience, screen, models.scorer(), publisher, meters);
            CropSession session = new CropSession(consumer, pipeline, BatchTiming.of(config));
            membership = Optional.of(new Membership(session, consumer));
            session.subscribe(config.topics().crops());
            stepUntilStop(session);
            session.finish();
        } finally {
            membership = Optional.empty();
            consumer.close(CLOSE_TIMEOUT);
        }
    }

    private void stepUntilStop(CropSession session) throws InterruptedException {
        long lagAt = System.nanoTime();
        boolean failing = false;
        while (!stopsWithin(failing ? config.retryPause() : Duration.ZERO)) {
            try {
                // An idle poll proves nothing: after a failure only a batch that got through does
                boolean gotThrough = session.step();
                failing &= !gotThrough;
                if (!failing && session.joined()) {
                    recovered();
                }
            } catch (PublishException e) {
                reportKafka(e);
                failing = true;
            }
            if (System.nanoTime() - lagAt > LAG_EVERY) {
                lagAt = System.nanoTime();
                meters.lag(session.lag());
            }
        }
    }

    private boolean stopsWithin(Duration pause) throws InterruptedException {
        return stopping.await(pause.toNanos(), TimeUnit.NANOSECONDS);
    }

    private void reportKafka(Exception e) {
        report(KafkaTrouble.refusal(e).orElseGet(() -> "Kafka at " + kafka.bootstrapServers() + ": " + e.getMessage()));
    }

    private void report(String reason) {
        if (!trouble.equals(Optional.of(reason))) {
            LOG.warnf("No crop is being scored: %s", reason);
        }
        trouble = Optional.of(reason);
    }

    private void recovered() {
        if (trouble.isPresent()) {
            LOG.info("Crops are being scored");
            trouble = Optional.empty();
        }
    }
}
