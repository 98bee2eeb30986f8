package dev.rapt.aggregator.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.AggregatorConfig;
import dev.rapt.aggregator.event.Events;
import dev.rapt.aggregator.event.Fault;
import dev.rapt.aggregator.event.ScoredFrame;
import dev.rapt.aggregator.event.Scores;
import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Group;
import dev.rapt.contracts.Compaction;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is erased leaves every file of the broker and of two instances that hold copies of each other's stores, all of it
 * with the settings of the service, but shorter ones. Nothing is written to wash it out: the meetings are idle.
 */
class OffTheDisksIT {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int PARTITIONS = 2;

    /** What each search looks for: the id of a participant, which is in their name, their groups and the title, too. */
    private static final String ERASED = "erika-of-the-erased-meeting";

    private static final String EXPIRED = "egon-of-the-expired-meeting";
    private static final String LEFT = "paula-who-wants-to-be-erased";
    private static final String KEPT = "karla-of-the-kept-meeting";

    private static final Compaction SHORT =
            new Compaction(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(1));
    private static final Map<String, String> BROKER = Map.of(
            "log.initial.task.delay.ms", "100",
            "log.retention.check.interval.ms", "500",
            "log.cleaner.backoff.ms", "300",
            "log.segment.delete.delay.ms", "200",
            // So that a search reads little
            "log.index.size.max.bytes", "65536");

    @TempDir
    Path directory;

    private final List<KafkaStreams> instances = new ArrayList<>();
    private final List<DiskUpkeep> upkeep = new ArrayList<>();
    private EmbeddedKafka kafka;
    private KafkaProducer<byte[], byte[]> producer;

    private record NoListener() implements FrameListener {
        @Override
        public void counted(ScoredFrame frame) {}

        @Override
        public void duplicate() {}

        @Override
        public void deadLetter(Fault fault) {
            throw new AssertionError(fault.text());
        }

        @Override
        public void deleted(int buckets) {}
    }

    @BeforeEach
    void start() throws Exception {
        kafka = EmbeddedKafka.start(
                EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka")).with(BROKER));
        KafkaTopics.create(
                kafka.bootstrapServers(),
                Topics.specs(PARTITIONS).stream().map(OffTheDisksIT::shorter).toList());
        // As of an earlier version, which let Kafka decide when to compact
        KafkaTopics.create(
                kafka.bootstrapServers(),
                List.of(new Topics.Spec(
                        "rapt-aggregator-log-changelog", PARTITIONS, Map.of("cleanup.policy", "compact"))));
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer());
        instance("one");
        instance("other");
        await("both work", () -> instances.stream().allMatch(OffTheDisksIT::holdsOnePartitionAndACopy));
    }

    @AfterEach
    void stop() {
        instances.forEach(streams -> streams.close(Duration.ofSeconds(10)));
        upkeep.forEach(DiskUpkeep::close);
        producer.close();
        kafka.close();
    }

    /** The service's own settings of a topic, with shorter times. */
    private static Topics.Spec shorter(Topics.Spec spec) {
        Map<String, String> settings = new HashMap<>(spec.config());
        // They expire when the test says so: a slow machine must see what lies in them before
        settings.replace("segment.ms", "1000");
        SHORT.settings().forEach((name, value) -> settings.replace(name, value));
        settings.replace("cleanup.policy", spec.config().get("cleanup.policy"));
        settings.replace("min.compaction.lag.ms", "100");
        return new Topics.Spec(spec.name(), spec.partitions(), settings);
    }

    private static Topics.Spec with(Topics.Spec spec, String name, String value) {
        Map<String, String> settings = new HashMap<>(spec.config());
        settings.replace(name, value);
        return new Topics.Spec(spec.name(), spec.partitions(), settings);
    }

    private void instance(String id) throws InterruptedException {
        AggregatorConfig config = new SmallRyeConfigBuilder()
                .withConverter(Duration.class, 200, new DurationConverter())
                .withConverter(MemorySize.class, 200, new MemorySizeConverter())
                .withMapping(AggregatorConfig.class)
                .withDefaultValue("rapt.aggregator.streams.application-server", "")
                .withDefaultValues(Map.ofEntries(
                        Map.entry("rapt.aggregator.streams.instance-id", id),
                        Map.entry(
                                "rapt.aggregator.streams.state-dir", stateOf(id).toString()),
                        Map.entry("rapt.aggregator.streams.standby-replicas", "1"),
                        Map.entry("rapt.aggregator.streams.commit-interval", "200ms"),
                        Map.entry("rapt.aggregator.disk.pulse", "500ms"),
                        Map.entry(
                                "rapt.aggregator.disk.changelog-segment",
                                SHORT.segment().toString()),
                        Map.entry(
                                "rapt.aggregator.disk.changelog-lag",
                                SHORT.lag().toString()),
                        Map.entry(
                                "rapt.aggregator.disk.changelog-tombstones",
                                SHORT.tombstones().toString()),
                        Map.entry("rapt.aggregator.disk.store-flush", "500ms"),
                        Map.entry("rapt.aggregator.disk.store-rewrite", "2s")))
                .build()
                .getConfigMapping(AggregatorConfig.class);
        KafkaConnection servers = KafkaConnection.plain(kafka.bootstrapServers());
        DiskUpkeep disk = new DiskUpkeep(config, servers.properties());
        TimelineTopology topology = disk.over(new TimelineTopology(
                new RetentionRule(Duration.ofDays(3_650), Duration.ofMillis(500), 1_000),
                new PackingRule(Duration.ofSeconds(1), Duration.ofMillis(200), 1_000),
                new NoListener(),
                new ToldOfLog(new ArrayList<>()),
                Clock.systemUTC()));
        KafkaStreams streams = new KafkaStreams(topology.get(), new StreamsSettings(config, servers).properties());
        disk.prepare();
        streams.start();
        instances.add(streams);
        upkeep.add(disk);
    }

    private Path stateOf(String id) {
        return directory.resolve("state-" + id);
    }

    private static boolean holdsOnePartitionAndACopy(KafkaStreams streams) {
        return streams.state() == KafkaStreams.State.RUNNING
                && streams.metadataForLocalThreads().stream()
                        .allMatch(thread -> thread.activeTasks().size() == 1
                                && thread.standbyTasks().size() == 1);
    }

    private void send(String topic, String meeting, String key, byte[] value) {
        producer.send(new ProducerRecord<>(topic, Keys.partitionOf(meeting, PARTITIONS), key.getBytes(UTF_8), value));
    }

    private void declare(String meeting, List<String> participants, Optional<Duration> retention) {
        Declaration declaration = new Declaration(
                "With " + participants,
                List.of(),
                List.of(new Group("front row", Set.copyOf(participants))),
                Optional.empty(),
                retention,
                Instant.now());
        send(Topics.MEETING_STATE, meeting, Keys.ofDeclaration(meeting), StateMessages.of(meeting, declaration));
    }

    private void hold(String meeting, String... participants) {
        declare(meeting, List.of(participants), Optional.empty());
        for (String participant : participants) {
            attend(meeting, participant);
        }
        producer.flush();
    }

    private void attend(String meeting, String participant) {
        Instant now = Instant.now();
        send(
                Topics.MEETING_STATE,
                meeting,
                Keys.ofConsent(meeting, participant),
                StateMessages.of(meeting, new Consent(participant, true, "1", "de", Optional.empty(), now)));
        send(
                Topics.MEETING_LOG,
                meeting,
                meeting,
                Events.joined(meeting, participant, now, "Name of " + participant)
                        .toByteArray());
        FaceCrop crop = FaceCrop.newBuilder()
                .setFrame(FrameId.newBuilder().setMeetingId(meeting).setParticipantId(participant))
                .build();
        send(Topics.FACE_CROPS, meeting, Keys.ofCrop(meeting, participant), crop.toByteArray());
        for (int frame = 0; frame < 100; frame++) {
            send(
                    Topics.FACE_SCORES,
                    meeting,
                    meeting,
                    Scores.face(meeting, participant, now.minusMillis(400L * frame), Expression.EXPRESSION_HAPPY)
                            .toByteArray());
        }
    }

    /** What the service writes when a meeting is erased. */
    private void eraseMeeting(String meeting) {
        send(
                Topics.MEETING_STATE,
                meeting,
                Keys.ofErasure(meeting),
                StateMessages.erased(meeting, "test", Instant.now()));
    }

    /** What the service writes when a participant is erased. */
    private void eraseParticipant(String meeting, String participant, List<String> others) {
        String digest = ParticipantDigest.of(meeting, participant);
        send(
                Topics.MEETING_STATE,
                meeting,
                Keys.ofErasedParticipant(meeting, digest),
                StateMessages.erasedParticipant(meeting, digest, "test", Instant.now()));
        send(Topics.MEETING_STATE, meeting, Keys.ofConsent(meeting, participant), null);
        declare(meeting, others, Optional.empty());
    }

    /** Where the participant's bytes lie, with each directory of the broker named by its topic. */
    private Set<String> placesOf(String participant) {
        Set<String> places = new TreeSet<>();
        for (String file : new DiskSearch(directory).filesWith(participant)) {
            String[] parts = file.split("/");
            places.add(
                    parts[0].equals("kafka")
                            ? parts[1].replaceAll("-\\d+(\\..*)?$", "")
                            : parts[0] + "/" + parts[parts.length - 2]);
        }
        return places;
    }

    private static Set<String> allPlaces() {
        Set<String> places =
                new TreeSet<>(Set.of(Topics.FACE_CROPS, Topics.FACE_SCORES, Topics.MEETING_LOG, Topics.MEETING_STATE));
        for (String store : List.of(
                TimelineTopology.BUCKETS,
                TimelineTopology.PARTICIPANTS,
                TimelineTopology.LOG,
                TimelineTopology.STATES_KEPT)) {
            places.add("rapt-aggregator-" + store + "-changelog");
            places.add("state-one/" + store);
            places.add("state-other/" + store);
        }
        return places;
    }

    @Test
    void noFileHoldsAnyByteOfWhatIsErased() throws Exception {
        // Given three idle meetings, whose participants' ids are on every disk, one of them with two participants
        hold("erased", ERASED);
        hold("expired", EXPIRED);
        hold("kept", KEPT, LEFT);
        Map<String, Set<String>> seen = new LinkedHashMap<>();
        await("all is written", () -> {
            for (String participant : List.of(ERASED, EXPIRED, LEFT, KEPT)) {
                seen.computeIfAbsent(participant, key -> new TreeSet<>()).addAll(placesOf(participant));
            }
            return seen.values().stream().allMatch(places -> places.containsAll(allPlaces()));
        });

        // When one is erased, and a participant of another, the time of the third is up, and that of the topics
        eraseMeeting("erased");
        eraseParticipant("kept", LEFT, List.of(KEPT));
        declare("expired", List.of(EXPIRED), Optional.of(Duration.ofSeconds(1)));
        producer.flush();
        KafkaTopics.create(
                kafka.bootstrapServers(),
                Topics.specs(PARTITIONS).stream()
                        .map(OffTheDisksIT::shorter)
                        .map(spec -> with(spec, "retention.ms", "1000"))
                        .toList());

        // Then no file has them any more
        await("nothing is left of the erased meeting", () -> isNowhere(ERASED));
        await("nothing is left of the expired one", () -> isNowhere(EXPIRED));
        await("nothing is left of the participant", () -> isNowhere(LEFT));

        // When all of them stop, and write what they still had in memory
        stop();

        // Then that says the same, and what nobody erased is where it belongs
        assertThat(placesOf(ERASED)).isEmpty();
        assertThat(placesOf(EXPIRED)).isEmpty();
        assertThat(placesOf(LEFT)).isEmpty();
        assertThat(placesOf(KEPT))
                .containsAll(allPlaces().stream()
                        .filter(place -> place.contains("/") || place.contains("changelog"))
                        .toList())
                .contains(Topics.MEETING_STATE);
    }

    /** Files come and go during a search, so one that finds nothing says little. */
    private boolean isNowhere(String participant) {
        return placesOf(participant).isEmpty() && placesOf(participant).isEmpty();
    }

    private static void await(String what, BooleanSupplier condition) throws InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(what).isBefore(end);
            Thread.sleep(200);
        }
    }
}
