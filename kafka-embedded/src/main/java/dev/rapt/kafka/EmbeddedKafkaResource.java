package dev.rapt.kafka;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A broker with Rapt's topics for {@code @QuarkusTest}: {@code @QuarkusTestResource(EmbeddedKafkaResource.class)}, or
 * {@code @WithTestResource}. The init argument {@code partitions} (default 4) sets the partitions, {@code topics=false}
 * leaves the topics out. A field {@code @InjectKafka EmbeddedKafka kafka} of the test gets the broker.
 */
public final class EmbeddedKafkaResource implements QuarkusTestResourceLifecycleManager {

    private int partitions = 4;
    private boolean topics = true;
    private Path directory;
    private EmbeddedKafka kafka;

    @Override
    public void init(Map<String, String> args) {
        partitions = Integer.parseInt(args.getOrDefault("partitions", "4"));
        topics = Boolean.parseBoolean(args.getOrDefault("topics", "true"));
    }

    @Override
    public Map<String, String> start() {
        try {
            directory = Files.createTempDirectory("rapt-kafka");
        } catch (IOException e) {
            throw new UncheckedIOException("No directory for the broker", e);
        }
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory));
        if (topics) {
            KafkaTopics.create(kafka.bootstrapServers(), partitions);
        }
        return Map.of(
                "kafka.bootstrap.servers",
                kafka.bootstrapServers(),
                "quarkus.kafka-streams.bootstrap-servers",
                kafka.bootstrapServers(),
                "quarkus.devservices.enabled",
                "false");
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(
                kafka, new TestInjector.AnnotatedAndMatchesType(InjectKafka.class, EmbeddedKafka.class));
    }

    @Override
    public void stop() {
        if (kafka != null) {
            kafka.close();
            delete(directory);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's directory can't be deleted: " + directory, e);
        }
    }
}
