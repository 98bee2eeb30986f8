package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.DiskConfig;
import dev.rapt.kafka.setup.KafkaConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/** What Kafka Streams is started with: the {@code kafka.*} settings, those of the aggregator, and the rest on purpose. */
@ApplicationScoped
class StreamsSettings {

    /** A restore reads many partitions at once; the defaults of 50 MB would not fit a small heap. */
    private static final int FETCH_BYTES = 8 << 20;

    private static final int UNSENT_BYTES = 8 << 20;
    private static final int CACHE_BYTES = 8 << 20;
    private static final int HEARTBEATS_A_SESSION = 3;
    private static final long LEAST_TRANSACTION_MILLIS = 10_000;

    private final AggregatorConfig.Streams streams;
    private final DiskConfig disk;
    private final Map<String, Object> kafka;

    StreamsSettings(AggregatorConfig config, KafkaConnection kafka) {
        this.streams = config.streams();
        this.disk = config.disk();
        this.kafka = kafka.properties();
    }

    Map<String, Object> kafka() {
        return kafka;
    }

    Properties properties() {
        Properties settings = new Properties();
        // As they are: a password as text would be its hidden form
        settings.putAll(kafka);
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, streams.applicationId());
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                streams.commitInterval().toMillis());
        settings.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, streams.threads());
        settings.put(StreamsConfig.NUM_STANDBY_REPLICAS_CONFIG, streams.standbyReplicas());
        settings.put(
                StreamsConfig.STATE_DIR_CONFIG,
                streams.stateDir().toAbsolutePath().toString());
        settings.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, CACHE_BYTES);
        settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, RocksDbMemory.class);
        settings.put(RocksDbMemory.BYTES, streams.storeMemory().asLongValue());
        settings.put(RocksDbForgetting.AGE_MILLIS, disk.storeRewrite().toMillis());
        settings.put(
                StreamsConfig.STATE_CLEANUP_DELAY_MS_CONFIG, disk.leftBehind().toMillis());
        settings.put(StreamsConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        streams.applicationServer().ifPresent(at -> settings.put(StreamsConfig.APPLICATION_SERVER_CONFIG, at));
        clients(settings);
        return settings;
    }

    private void clients(Properties settings) {
        long session = streams.sessionTimeout().toMillis();
        settings.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), streams.instanceId());
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), (int) session);
        settings.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG),
                (int) session / HEARTBEATS_A_SESSION);
        settings.put(StreamsConfig.consumerPrefix(ConsumerConfig.FETCH_MAX_BYTES_CONFIG), FETCH_BYTES);
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.BUFFER_MEMORY_CONFIG), UNSENT_BYTES);
        // What a killed instance left open holds back a restore for this long, so it is no longer than it must be
        long transaction =
                Math.max(LEAST_TRANSACTION_MILLIS, 2 * streams.commitInterval().toMillis());
        settings.put(StreamsConfig.producerPrefix(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG), (int) transaction);
    }
}
