package dev.rapt.detector.ingest.event;

import static dev.rapt.detector.testing.Detector.problem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.detector.testing.Detector;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class EventsIT {

    private static final String TAKEN = "rapt_bot_messages_total{bot=\"native\",result=\"event\"}";
    private static final String PATH = "/v1/meetings/by-hand/events";
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @InjectKafka
    EmbeddedKafka kafka;

    @Test
    void eventsAreRecordedAllOrNone() throws Exception {
        // Given
        Detector detector = new Detector(port);
        detector.awaitReady();
        long at = System.currentTimeMillis();
        long before = taken(detector);

        // When a good list comes, and a list with one bad event, and more than is read
        HttpResponse<String> good = detector.post(
                PATH,
                ("[{\"type\":\"joined\",\"participantId\":\"ada\",\"at\":" + at + ",\"name\":\"Ada\"},"
                                + "{\"type\":\"speech-on\",\"participantId\":\"ada\",\"at\":" + at + "}]")
                        .getBytes(UTF_8),
                JSON);
        HttpResponse<String> bad = detector.post(
                PATH, ("[{\"type\":\"left\",\"participantId\":\"ada\",\"at\":" + at + "},{}]").getBytes(UTF_8), JSON);
        HttpResponse<String> large = detector.post(PATH, " ".repeat(300_000).getBytes(UTF_8), JSON);

        // Then
        assertThat(good.statusCode()).as(good.body()).isEqualTo(202);
        assertThat(Detector.json(good.body()).path("events").asInt()).isEqualTo(2);
        problem(bad, 400, "bad-type");
        problem(large, 413, "body-too-large");
        assertThat(recorded())
                .extracting(MeetingEvent::getWhatCase)
                .containsExactlyInAnyOrder(MeetingEvent.WhatCase.JOINED, MeetingEvent.WhatCase.SPEECH_ON);
        assertThat(recorded()).allMatch(event -> event.getSource().equals("native") && event.getAtMs() == at);
        assertThat(taken(detector)).isEqualTo(before + 1);
    }

    /** Others may have sent some before. */
    private static long taken(Detector detector) throws Exception {
        boolean any = detector.get("/q/metrics").body().contains(TAKEN);
        return any ? (long) detector.metric(TAKEN) : 0;
    }

    private List<MeetingEvent> recorded() {
        List<MeetingEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, MeetingEvent> consumer = new KafkaConsumer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringDeserializer(),
                ProtobufSerde.meetingLog().deserializer())) {
            TopicPartition place = new TopicPartition(
                    Topics.MEETING_LOG,
                    Keys.partitionOf(
                            "by-hand",
                            consumer.partitionsFor(Topics.MEETING_LOG).size()));
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            long end = consumer.endOffsets(List.of(place)).get(place);
            while (consumer.position(place) < end) {
                consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                    if (record.key().equals("by-hand")) {
                        events.add(record.value());
                    }
                });
            }
        }
        return events;
    }
}
