package dev.rapt.aggregator;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The aggregator's settings. Kafka's address is {@code kafka.bootstrap.servers}, the port {@code quarkus.http.port}. */
@ConfigMapping(prefix = "rapt.aggregator")
public interface AggregatorConfig {

    /** How the timelines are computed and kept. */
    Streams streams();

    /** How long timelines are kept. */
    Retention retention();

    /** When buckets are packed into blocks. */
    Packing packing();

    /** How soon erased bytes leave the disks. */
    DiskConfig disk();

    /** What one question may ask. */
    Query query();

    /** What callers may write. */
    Writes writes();

    /** What may be said of a meeting. */
    Meetings meetings();

    /** What markers may be. */
    Markers markers();

    /** What reports tell. */
    ReportsConfig reports();

    /** What is told of meetings of which only groups are shown. */
    GroupConfig group();

    /** Files with a meeting's steps. */
    Export export();

    /** How listeners are told what changes. */
    Live live();

    /** How attention is judged; docs/attention.md says why so. */
    Attention attention();

    /** What the engagement index is made of; docs/engagement.md says why so. */
    Engagement engagement();

    /** How labels are displayed; ADR 19 says why so. */
    Display display();

    /** The services behind this one's port. */
    Gateway gateway();

    /** What participants themselves may see and do. */
    ParticipantsConfig participants();

    /** How instances ask each other. */
    Cluster cluster();

    /** Whom this service trusts when it asks others. */
    Tls tls();

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

        /**
         * Where other instances can ask this one, as {@code host:port}: the name or the address by which they reach it, and
         * no other instance's. Empty, they don't, and a question about what another instance holds is answered 503.
         */
        @WithDefault("${HOSTNAME:localhost}:${quarkus.http.port:8082}")
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
        /**
         * Buckets that ended longer ago than this are deleted, unless the participant's first frame arrived later or the
         * meeting was declared with a retention of its own.
         */
        @WithDefault("P30D")
        Duration period();

        /**
         * How long at least it is remembered who said no or was erased, also of a meeting that is kept for less: longer
         * than a meeting goes on in which nobody is measured.
         */
        @WithDefault("P1D")
        Duration refusals();

        /** How often to look for them. */
        @WithDefault("PT1M")
        Duration interval();

        /** How many participants to look at, and how many buckets to delete, in one go of one partition. */
        @WithDefault("2000")
        int batch();
    }

    /** When the buckets of a participant's ten minutes are packed into one block; docs/timelines.md says how. */
    interface Packing {
        /** When nothing of them has come for so long, by the wall clock; after a restart, since the restart. */
        @WithDefault("PT10M")
        Duration idle();

        /** How often to look for them. */
        @WithDefault("PT1S")
        Duration interval();

        /** How many buckets to pack, or to look at, in one go of one partition; a block looked at counts as 120. */
        @WithDefault("1200")
        int batch();
    }

    /** What one question may ask. */
    interface Query {
        /** The most steps a timeline may have in one answer. */
        @WithDefault("10000")
        int maxBuckets();

        /** The most meetings in one answer. */
        @WithDefault("1000")
        int maxMeetings();

        /** How many meetings an answer has when nobody says. */
        @WithDefault("100")
        int defaultMeetings();

        /** The most participants in one answer, and how many it has when nobody says. */
        @WithDefault("1000")
        int maxParticipants();

        /** The most meetings to compare in one answer. */
        @WithDefault("20")
        int maxCompared();

        /** The most intervals of speech in one answer. */
        @WithDefault("1000")
        int maxIntervals();

        /** The resolution when none is asked for. */
        @WithDefault("10s")
        Duration defaultResolution();

        /** Memory for what was judged of everybody, so that the next question is answered from it. */
        @WithDefault("48M")
        MemorySize digestMemory();

        /** What was judged of somebody leaves memory when nobody has asked for so long, as of an erased meeting. */
        @WithDefault("30m")
        Duration digestIdle();

        /** When to ask again while the timelines aren't ready. */
        @WithDefault("2s")
        Duration retryAfter();
    }

    /** What may be said of a meeting. */
    interface Meetings {
        /** The most bytes of a request that says what a meeting is: more than other requests, for its groups. */
        @WithDefault("768K")
        MemorySize maxBytes();

        /** The most characters of a title. */
        @WithDefault("200")
        int maxTitle();

        /** The most labels. */
        @WithDefault("20")
        int maxLabels();

        /** The most characters of a label and of a group's name. */
        @WithDefault("64")
        int maxLabel();

        /** The most groups. */
        @WithDefault("50")
        int maxGroups();

        /** The most participants of a group. */
        @WithDefault("1000")
        int maxGroup();

        /** The most characters of a justification. */
        @WithDefault("1000")
        int maxJustification();

        /** The most characters of a notice's version. */
        @WithDefault("64")
        int maxNoticeVersion();

        /** The shortest time that a meeting may be kept. */
        @WithDefault("PT1H")
        Duration minRetention();

        /** The longest time that a meeting may be kept. */
        @WithDefault("P3650D")
        Duration maxRetention();
    }

    /** What callers may write. */
    interface Writes {
        /** The longest body of a request. Kafka takes about a million bytes in one record. */
        @WithDefault("256K")
        MemorySize maxBytes();

        /** How long an answer waits until this instance shows what was written; longer, it is a 202. */
        @WithDefault("2s")
        Duration patience();
    }

    /** What markers may be. */
    interface Markers {
        /** How many a meeting may have. */
        @WithDefault("1000")
        int most();

        /** The longest title, in characters. */
        @WithDefault("200")
        int title();

        /** How many labels one may have. */
        @WithDefault("20")
        int labels();

        /** The longest label, in characters. */
        @WithDefault("100")
        int label();

        /** How long one may be. */
        @WithDefault("24h")
        Duration length();
    }

    /** Files with a meeting's steps. */
    interface Export {
        /** How many at once; each holds a thread and, of Parquet, a row group. */
        @WithDefault("2")
        int concurrent();

        /** The most rows in one of Parquet's row groups, which is in memory until it is full: some 10 MB. */
        @WithDefault("20000")
        int groupRows();

        /** How many steps of a participant are read at a time. */
        @WithDefault("1000")
        int stretch();

        /** When to break one off whose bytes nobody takes. */
        @WithDefault("30s")
        Duration stall();
    }

    /** How listeners are told what changes; docs/api.md says what they get. */
    interface Live {
        /** How long a meeting's changes are gathered into one message. */
        @WithDefault("250ms")
        Duration coalesce();

        /** How often a listener who has nothing to be told gets a sign of life. */
        @WithDefault("15s")
        Duration heartbeat();

        /** When a listener who lost the connection should come back. */
        @WithDefault("2s")
        Duration retry();

        /** A listener who hasn't read a message for so long is closed. */
        @WithDefault("30s")
        Duration unread();

        /** The most listeners of this instance. */
        @WithDefault("2000")
        int maxListeners();

        /** The most listeners of one meeting. */
        @WithDefault("500")
        int maxListenersPerMeeting();

        /** How many of each participant's newest steps of 5 s a new listener gets. */
        @WithDefault("2")
        int helloSteps();

        /** The most steps in one message; a listener who missed more is told to load the timelines. */
        @WithDefault("2000")
        int maxRows();

        /** Threads that read what has changed and write it. */
        @WithDefault("2")
        int threads();

        /** How many records of the scores may be read to find out what a listener has missed. */
        @WithDefault("200000")
        int replayRecords();

        /** How long that may take. */
        @WithDefault("5s")
        Duration replayTime();

        /** Events that arrived so long before a listener's last record are looked at too. */
        @WithDefault("60s")
        Duration eventMargin();

        /** How long a listener who has more than this instance yet is held before it must ask again. */
        @WithDefault("2s")
        Duration catchUp();
    }

    /** How labels are displayed: smoothed, with hysteresis, the model's probabilities corrected by priors. */
    interface Display {
        /**
         * The share of each expression in the model's training: angry, disgust, fear, happy, sad, surprise, neutral.
         * FER2013's by default.
         */
        Optional<List<Double>> trainingPrior();

        /** The share of each expression where the model is used, in the same order. Mostly neutral by default. */
        Optional<List<Double>> usePrior();
    }

    /** What the engagement index is made of: the weight of each component, 0 or more; one that isn't known doesn't count. */
    interface Engagement {
        /** Of facing, away counting as not facing. */
        @WithDefault("0.7")
        double facing();

        /** Of open eyes. */
        @WithDefault("0.3")
        double eyes();

        /** Of being there. */
        @WithDefault("0")
        double presence();

        /** Of speaking. */
        @WithDefault("0")
        double speaking();

        /** Of expressiveness. */
        @WithDefault("0")
        double expressiveness();

        /** Below this coverage of the time there is no index, in [0, 1]. */
        @WithDefault("0.5")
        double leastCoverage();
    }

    /** How attention is judged: against a person's own calm head pose and own usual eye openness. Angles in degrees. */
    interface Attention {
        /** How far to the side of a known pose a head is still facing. */
        @WithDefault("20")
        double coneYaw();

        /** How far above and below a known pose a head is still facing. */
        @WithDefault("15")
        double conePitch();

        /** Seconds with a pose from which the baseline is learnt; before that it is provisional. */
        @WithDefault("60s")
        Duration learning();

        /** Facing seconds after which a new posture has come in to about two thirds. */
        @WithDefault("120s")
        Duration adaptation();

        /** How far from what was learnt the calm pose may ever come. */
        @WithDefault("15")
        double drift();

        /** When another pose, such as a second monitor, counts as facing. */
        FurtherPoses furtherPoses();

        /** When eyes are closed. */
        Eyes eyes();
    }

    /** When another pose, such as a second monitor, counts as facing. Angles in degrees, from what was learnt. */
    interface FurtherPoses {
        /** How many there may be. */
        @WithDefault("2")
        int most();

        /** How often a person must have come to it. */
        @WithDefault("3")
        int visits();

        /** How long one must last to count as a visit. */
        @WithDefault("5s")
        Duration visit();

        /** How long all of them must last together. */
        @WithDefault("60s")
        Duration total();

        /** How long a person must be facing between two of them. */
        @WithDefault("3s")
        Duration between();

        /** How far to the side it may be. */
        @WithDefault("45")
        double aside();

        /** How far below: less than a phone in the lap. */
        @WithDefault("15")
        double below();

        /** How far above. */
        @WithDefault("25")
        double above();

        /** How far a steady head moves. */
        @WithDefault("8")
        double spread();

        /** A pose that near to the camera's axis is towards the camera, and needs no coming back. */
        @WithDefault("15")
        double camera();

        /** By how much it must then be nearer to the axis than what was learnt. */
        @WithDefault("10")
        double nearer();
    }

    /** When eyes are closed, and when nobody can tell. */
    interface Eyes {
        /** Below this share of a person's own usual openness they are. */
        @WithDefault("0.55")
        double closed();

        /** For at least this long, over two frames or more. */
        @WithDefault("1s")
        Duration closedFor();

        /** Below this openness no baseline is believed. */
        @WithDefault("0.15")
        double plausible();

        /** How far from the learnt openness, as a share of it, a frame still moves the baseline. */
        @WithDefault("0.25")
        double adapting();

        /** So many degrees below the known pose, the lids cover the eyes: nobody can tell. */
        @WithDefault("10")
        double down();

        /** So many degrees to the side of the camera, one eye can't be seen well: nobody can tell. */
        @WithDefault("35")
        double turn();

        /** From this mean probability of happy on, a smile may narrow the eyes: nobody can tell. */
        @WithDefault("0.5")
        double happy();

        /** The same for a mouth open that far, where no expression was estimated. */
        @WithDefault("0.15")
        double mouth();

        /** At a longer usual interval between frames nobody can tell. */
        @WithDefault("2s")
        Duration slowest();
    }

    /** The services behind this one's port, so that browsers and bots need one address. */
    interface Gateway {
        /** Where the detector answers, as {@code http://host:port}; without it its paths are unknown here. */
        Optional<URI> detectorUrl();

        /** Where the classifier answers; without it its paths are unknown here. */
        Optional<URI> classifierUrl();

        /**
         * Whether each meeting goes to one of the detectors, chosen by a hash of its id among all addresses that the host of
         * {@link #detectorUrl()} has. Galleries without a layout and live pictures need that as soon as there is more than one.
         */
        @WithDefault("false")
        boolean detectorByMeeting();

        /** How often to look which addresses there are. */
        @WithDefault("5s")
        Duration lookUp();

        /** How long a detector that couldn't be connected to is tried only after the others. */
        @WithDefault("3s")
        Duration coolOff();

        /** The most connections to one detector or classifier; a stream of frames holds one. */
        @WithDefault("2000")
        int connections();

        /** How long to try to connect. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** When to try again while a service is away. */
        @WithDefault("2s")
        Duration retryAfter();
    }

    /** Whom this service trusts when it asks others. */
    interface Tls {
        /**
         * Certificates of authorities, PEM, for other instances and for services at {@code https} addresses; without it
         * those of this Java. Their certificates must be for the names they are asked by.
         */
        @WithDefault("${rapt.tls.ca:}")
        Optional<Path> ca();
    }

    /** How instances ask each other; ADR 22 says why so. */
    interface Cluster {
        /** Whether the other instances answer by https at their addresses. */
        @WithDefault("false")
        boolean tls();

        /** How long to try to connect to another instance. */
        @WithDefault("1s")
        Duration connectTimeout();

        /** The most connections to one instance; a stream of events that comes through another instance holds one. */
        @WithDefault("2000")
        int connections();

        /** How long to wait for the beginning of another instance's answer. */
        @WithDefault("10s")
        Duration answerTimeout();

        /** How long a list waits for the parts of other instances; after that they are missing from it. */
        @WithDefault("3s")
        Duration gatherTimeout();

        /**
         * How many lists may wait for other instances at once; one more is answered 503. Well below {@code
         * quarkus.thread-pool.max-threads}, so that instances that wait for each other can still answer.
         */
        @WithDefault("8")
        int gathers();

        /** How long an instance that didn't answer in time is taken for unreachable, without asking it. */
        @WithDefault("3s")
        Duration coolOff();

        /** How many records of a changelog a copy may lack and still be shown, marked as stale. */
        @WithDefault("10000")
        long copyLag();

        /** The largest answer in JSON that is kept until it is whole, so that another instance can still answer instead. */
        @WithDefault("1M")
        MemorySize wholeAnswer();

        /** When to ask again while nobody can answer. */
        @WithDefault("2s")
        Duration retryAfter();
    }
}
