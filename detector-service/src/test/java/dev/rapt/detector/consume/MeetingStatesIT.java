package dev.rapt.detector.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.Ended;
import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.Marker;
import dev.rapt.contracts.v1.MeetingEvent.WhatCase;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.detector.config.DetectorConfig;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.publish.KafkaLink;
import dev.rapt.detector.publish.LogPublisher;
import dev.rapt.detector.publish.StatePublisher;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.follow.StateFollower;
import dev.rapt.meeting.policy.PolicyFile;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MeetingStatesIT {

    private static final DetectorConfig.Kafka LIMITS = new SmallRyeConfigBuilder()
            .withConverter(MemorySize.class, 100, new MemorySizeConverter())
            .withMapping(DetectorConfig.class)
            .build()
            .getConfigMapping(DetectorConfig.class)
            .kafka();

    @TempDir
    static Path directory;

    /** One replica of the detector, as far as it knows of meetings. */
    private static final class Replica implements AutoCloseable {
        private final KafkaLink link;
        private final MeetingStates states;
        private final StateFollower reader;

        Replica(String bootstrapServers) {
            Map<String, Object> kafka = Map.of("bootstrap.servers", bootstrapServers);
            link = new KafkaLink(kafka, LIMITS);
            MeetingBook book = new MeetingBook(PolicyFile.shipped(), Optional.empty());
            states = new MeetingStates(new StatePublisher(link, Clock.systemUTC()), book);
            reader = new StateFollower(kafka, "test", Duration.ofMillis(200), new StateFeed(book, states));
            link.open();
            reader.open();
        }

        void awaitReady() {
            await(() -> states.obstacle().isEmpty() && link.obstacle().isEmpty());
        }

        @Override
        public void close() {
            reader.close();
            link.close();
        }
    }

    @Test
    void everyReplicaKnowsOfEveryMeetingAndNoEpochIsGivenTwice() throws Exception {
        try (EmbeddedKafka kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory))) {
            String servers = kafka.bootstrapServers();
            try (Replica one = new Replica(servers);
                    Replica two = new Replica(servers)) {
                // Given no topic: it waits and says so
                await(() -> one.states.obstacle().orElse("").contains("doesn't exist"));
                KafkaTopics.create(servers, 4);
                one.awaitReady();
                two.awaitReady();

                erasuresAreKnownEverywhere(one, two);
                aRecordThatCannotBeReadStopsNothing(servers, one);
                whatIsSaidForTheTimelinesIsPassedOver(servers, two);
                epochsAreGivenOnce(one, two);
                theLogHasWhatWasPublished(servers, one);
                connectionsTellWhetherKafkaIsThere(kafka, one);
            }
            aReplicaThatStartsLaterReadsEverythingFirst(servers);
        }
    }

    private static void connectionsTellWhetherKafkaIsThere(EmbeddedKafka kafka, Replica replica) {
        await(() -> replica.reader.connections() > 0);
        kafka.stop();
        await(() -> replica.reader.connections() == 0);
        kafka.start();
        await(() -> replica.reader.connections() > 0);
    }

    private static void erasuresAreKnownEverywhere(Replica one, Replica two) {
        List<String> meetings =
                IntStream.range(0, 20).mapToObj(number -> "erased-" + number).toList();
        meetings.forEach(meeting -> join(one.states.erase(meeting, "test").toCompletableFuture()));

        assertThat(meetings).allMatch(one.states::isErased);
        await(() -> meetings.stream().allMatch(two.states::isErased));
        assertThat(two.states.isErased("another")).isFalse();
    }

    private static void aRecordThatCannotBeReadStopsNothing(String servers, Replica one) throws Exception {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            for (int partition = 0; partition < 4; partition++) {
                producer.send(new ProducerRecord<>(Topics.MEETING_STATE, partition, "x", new byte[] {-1, -1}))
                        .get();
            }
        }
        join(one.states.erase("after", "test").toCompletableFuture());
    }

    private static void whatIsSaidForTheTimelinesIsPassedOver(String servers, Replica two) throws Exception {
        // Given what only the aggregator keeps, some of it taken back, before an erasure in the same partition
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers), new StringSerializer(), new ByteArraySerializer())) {
            MeetingState.Builder state = MeetingState.newBuilder().setMeetingId("declared");
            Map<String, MeetingState> said = Map.of(
                    Keys.ofDeclaration("declared"),
                    state.setDeclared(Declared.newBuilder().setTitle("Biology")).build(),
                    Keys.ofEnd("declared"),
                    state.setEnded(Ended.getDefaultInstance()).build(),
                    Keys.ofMarker("declared", "a"),
                    state.setMarker(Marker.newBuilder().setMarkerId("a")).build());
            int partition = Keys.partitionOf("declared", 4);
            for (Map.Entry<String, MeetingState> each : said.entrySet()) {
                producer.send(new ProducerRecord<>(
                        Topics.MEETING_STATE,
                        partition,
                        each.getKey(),
                        each.getValue().toByteArray()));
                producer.send(new ProducerRecord<>(Topics.MEETING_STATE, partition, each.getKey(), null));
            }
            MeetingState erased = MeetingState.newBuilder()
                    .setMeetingId("said-after")
                    .setErased(Erased.getDefaultInstance())
                    .build();
            producer.send(new ProducerRecord<>(
                            Topics.MEETING_STATE, partition, Keys.ofErasure("said-after"), erased.toByteArray()))
                    .get();
        }

        // Then
        await(() -> two.states.isErased("said-after"));
        assertThat(two.states.isErased("declared")).isFalse();
    }

    private static void epochsAreGivenOnce(Replica one, Replica two) {
        // When both claim again and again at once
        List<CompletableFuture<Integer>> claims = IntStream.range(0, 20)
                .mapToObj(number -> (number % 2 == 0 ? one : two).states.claimGalleryEpoch("gallery"))
                .map(claim -> claim.toCompletableFuture())
                .toList();

        // Then
        List<Integer> epochs = claims.stream().map(MeetingStatesIT::join).toList();
        Set<Integer> different = new HashSet<>(epochs);
        assertThat(different).hasSameSizeAs(epochs).allMatch(epoch -> epoch >= 1);
        assertThat(join(two.states.claimGalleryEpoch("other").toCompletableFuture()))
                .isEqualTo(1);
    }

    private static void theLogHasWhatWasPublished(String servers, Replica one) {
        MeetingEvent event = new MeetingEvent(
                new ParticipantKey("gallery", "ada"), 17, 19, "recall", new MeetingEvent.SpeechOn(false));
        join(new LogPublisher(one.link).publish(event).toCompletableFuture());

        try (KafkaConsumer<String, dev.rapt.contracts.v1.MeetingEvent> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", servers),
                new StringDeserializer(),
                ProtobufSerde.meetingLog().deserializer())) {
            TopicPartition place = new TopicPartition(Topics.MEETING_LOG, Keys.partitionOf("gallery", 4));
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            ConsumerRecord<String, dev.rapt.contracts.v1.MeetingEvent> record =
                    consumer.poll(Duration.ofSeconds(20)).iterator().next();
            assertThat(record.key()).isEqualTo("gallery");
            assertThat(record.value().getParticipantId()).isEqualTo("ada");
            assertThat(record.value().getAtMs()).isEqualTo(17);
            assertThat(record.value().getSource()).isEqualTo("recall");
            assertThat(record.value().getWhatCase()).isEqualTo(WhatCase.SPEECH_ON);
        }
    }

    private static void aReplicaThatStartsLaterReadsEverythingFirst(String servers) {
        try (Replica three = new Replica(servers)) {
            await(() -> three.states.obstacle().isEmpty());
            assertThat(three.states.isErased("erased-0")).isTrue();
            assertThat(three.states.isErased("after")).isTrue();
            three.awaitReady();
            assertThat(join(three.states.claimGalleryEpoch("gallery").toCompletableFuture()))
                    .isGreaterThan(20);
        }
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
