package dev.rapt.classifier;

import dev.rapt.contracts.Topics;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Every setting of the classifier. Kafka's address is {@code kafka.bootstrap.servers}. */
@ConfigMapping(prefix = "rapt.classifier")
public interface ClassifierConfig {

    /** The network, as an ONNX file with its card beside it; by default the one that the build carries. */
    Optional<Path> model();

    /** Threads of one inference. */
    @WithDefault("1")
    int threads();

    /**
     * The most crops that go through the network in one call. The memory of a call grows with it (about 2 MB a crop); on
     * one thread the speed hardly does.
     */
    @WithDefault("32")
    int maxBatch();

    /**
     * How long a batch that isn't full waits for more crops. What comes while a batch is worked on is the next one anyway,
     * so waiting saves nothing on one thread and costs a poll for each crop that comes meanwhile.
     */
    @WithDefault("0ms")
    Duration linger();

    /**
     * How long after a crop was written its participant's consent may still be on its way here: so long the crop waits
     * for it. Without consent it is dropped.
     */
    @WithDefault("250ms")
    Duration consentPatience();

    /** How long after a failure the work is tried again. */
    @WithDefault("1s")
    Duration retryPause();

    /** How long a stop may take to finish what is in hand. */
    @WithDefault("5s")
    Duration shutdownTimeout();

    /** The membership in Kafka. */
    Kafka kafka();

    /** The topics, named as the contract names them. */
    TopicNames topics();

    /** What a request may ask for. */
    Limits limits();

    /** The membership in Kafka. */
    interface Kafka {

        /** The consumer group. */
        @WithDefault("rapt-classifier")
        String group();

        /**
         * A name of this instance that it keeps over restarts and no other has (static membership): with it, an instance
         * that comes back within the session timeout goes on at once, without it the group first waits for the timeout.
         */
        Optional<String> instanceId();

        /** How long an instance may be silent before its partitions go to others. */
        @WithDefault("10s")
        Duration sessionTimeout();

        /** At most how often offsets are committed; a crash repeats at most the results of that time. */
        @WithDefault("200ms")
        Duration commitInterval();

        /** How long Kafka may take to acknowledge a result before the batch counts as failed. */
        @WithDefault("10s")
        Duration deliveryTimeout();
    }

    /** The topics, named as the contract names them. */
    interface TopicNames {

        /** Where crops come from. */
        @WithDefault(Topics.FACE_CROPS)
        String crops();

        /** Where scores go. */
        @WithDefault(Topics.FACE_SCORES)
        String scores();

        /** Where it is said which records were given up. */
        @WithDefault(Topics.DEAD_LETTERS)
        String deadLetters();
    }

    /** What a request may ask for. */
    interface Limits {

        /** The largest body. */
        @WithDefault("1M")
        MemorySize maxBody();

        /** The most pixels that a picture may declare. */
        @WithDefault("2000000")
        int maxPixels();

        /** How many pictures are decoded and scored at once; the memory of a decoded picture is what bounds it. */
        @WithDefault("2")
        int maxConcurrent();

        /** How long a picture waits for its turn before the answer is 429. */
        @WithDefault("1s")
        Duration maxWait();
    }
}
