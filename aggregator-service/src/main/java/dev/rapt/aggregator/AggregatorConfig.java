package dev.rapt.aggregator;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The aggregator's settings. Kafka's address is {@code kafka.bootstrap.servers}, the port {@code quarkus.http.port}. */
@ConfigMapping(prefix = "rapt.aggregator")
public interface AggregatorConfig {

    /** How the timelines are computed and kept. */
    Streams streams();

    /** How long timelines are kept. */
    Retention retention();

    /** What one question may ask. */
    Query query();

    /** The services behind this one's port. */
    Gateway gateway();

    /** How the timelines are computed and kept. */
    interface Streams {
        /** The consumer group, and the first part of the changelogs' names. */
        @WithDefault("rapt-aggregator")
        String applicationId();

        /**
         * The name of this instance, the same after every restart and no other instance's: with it the broker gives a
         * restarted instance its partitions back at once.
         */
        @WithDefault("${HOSTNAME:localhost}-${quarkus.http.port:8082}")
        String instanceId();

        /** Where other instances can ask this one, as {@code host:port}. */
        Optional<String> applicationServer();

        /** The directory of the stores, which must outlive a restart. Lost, it is filled again from Kafka. */
        @WithDefault(".rapt/aggregator")
        Path stateDir();

        /** Threads that count frames; more than one helps when several meetings are in several partitions. */
        @WithDefault("1")
        int threads();

        /** Copies of each store kept warm on other instances. */
        @WithDefault("0")
        int standbyReplicas();

        /** How often the work is committed. Answers don't wait for it. */
        @WithDefault("500ms")
        Duration commitInterval();

        /** After how much silence the broker gives this instance's partitions to another. */
        @WithDefault("10s")
        Duration sessionTimeout();

        /** How long to wait before trying again after a failure. */
        @WithDefault("2s")
        Duration restartPause();

        /** Native memory of all stores together. */
        @WithDefault("64M")
        MemorySize storeMemory();
    }

    /** How long timelines are kept. */
    interface Retention {
        /** Buckets that ended longer ago than this are deleted, unless the participant's first frame arrived later. */
        @WithDefault("P30D")
        Duration period();

        /** How often to look for them. */
        @WithDefault("PT1M")
        Duration interval();

        /** How many participants to look at, and how many buckets to delete, in one go of one partition. */
        @WithDefault("2000")
        int batch();
    }

    /** What one question may ask. */
    interface Query {
        /** The most steps a timeline may have in one answer. */
        @WithDefault("10000")
        int maxBuckets();

        /** The resolution when none is asked for. */
        @WithDefault("10s")
        Duration defaultResolution();

        /** When to ask again while the timelines aren't ready. */
        @WithDefault("2s")
        Duration retryAfter();
    }

    /** The services behind this one's port, so that browsers and bots need one address. */
    interface Gateway {
        /** Where the detector answers, as {@code http://host:port}; without it its paths are unknown here. */
        Optional<URI> detectorUrl();

        /** Where the classifier answers; without it its paths are unknown here. */
        Optional<URI> classifierUrl();

        /** How long to try to connect. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** When to try again while a service is away. */
        @WithDefault("2s")
        Duration retryAfter();
    }
}
