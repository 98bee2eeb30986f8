package dev.rapt.detector.ingest.bot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.MeetingEvent.WhatCase;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.testing.Audited;
import dev.rapt.detector.testing.BotMessages;
import dev.rapt.detector.testing.CropLog;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.HeldReader;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.TopicLog;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@Timeout(120)
class BotIT {

    private static final byte[] PERSON = Pictures.peoplePng();
    private static final byte[] NOBODY = Pictures.nobody();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    @Inject
    HeldReader reader;

    @Inject
    MeetingStates states;

    @InjectKafka
    EmbeddedKafka kafka;

    private final long now = System.currentTimeMillis();
    private CropLog crops;
    private TopicLog<MeetingEvent> events;

    @BeforeEach
    void begin() throws Exception {
        new Detector(port).awaitReady();
        crops = CropLog.open(kafka.bootstrapServers());
        events = new TopicLog<>(
                kafka.bootstrapServers(),
                Topics.MEETING_LOG,
                ProtobufSerde.meetingLog().deserializer());
    }

    @AfterEach
    void theBooksAreRight() throws Exception {
        crops.close();
        events.close();
        while (books.snapshot().inFlight() > 0) {
            Thread.sleep(10);
        }
        assertThat(books.snapshot().accountedFor()).isEqualTo(books.snapshot().received());
    }

    @ParameterizedTest
    @CsvSource({
        "attendee, attendee-video, p-1, 67a5",
        "recall, recall-video-png, 7, 8",
        "zoom-rtms, zoom-rtms-video, 16778240, 33556610"
    })
    void framesAreRecordedUnderTheBotsIdsAndMoments(String bot, String fixture, String one, String other) {
        try (StreamClient client = connect("standup", bot, "?acks=true")) {
            // When one message is a text and the other the same in bytes
            client.sendText(BotMessages.frame(fixture, one, now, PERSON));
            JsonNode first = client.next();
            client.send(BotMessages.frame(fixture, other, now + 1, NOBODY).getBytes(StandardCharsets.UTF_8));
            JsonNode second = client.next();

            // Then
            assertThat(first.path("status").asText()).isEqualTo("published");
            assertThat(first.path("participantId").asText()).isEqualTo(one);
            assertThat(first.path("capturedAt").asLong()).isEqualTo(now);
            assertThat(second.path("status").asText()).isEqualTo("absent");
            List<FaceCrop> records =
                    crops.read().stream().map(record -> record.value()).toList();
            assertThat(records)
                    .extracting(FaceCrop::getFrame)
                    .containsExactlyInAnyOrder(frame("standup", one, now), frame("standup", other, now + 1));
            assertThat(records.stream().filter(FaceCrop::hasFound)).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "attendee, attendee-video, attendee-screenshare",
        "recall, recall-video-png, recall-screenshare",
        "zoom-rtms, zoom-rtms-video, zoom-rtms-share"
    })
    void aScreenshareIsSkippedAndCountedAndNothingIsSaidUnasked(String bot, String video, String share)
            throws Exception {
        BooksSnapshot before = books.snapshot();
        double counted = messages(bot, "screenshare");
        try (StreamClient client = connect("standup", bot, "")) {
            // When
            client.sendText(BotMessages.frame(share, "7", now, PERSON));
            client.sendText(BotMessages.frame(video, "7", now + 1, NOBODY));

            // Then
            assertThat(crops.read(1)).singleElement().satisfies(record -> assertThat(
                            record.value().getFrame().getCapturedAtMs())
                    .isEqualTo(now + 1));
            assertThat(client.isSilent()).isTrue();
        }
        assertThat(books.snapshot().skipped().get(SkipReason.SCREENSHARE))
                .isEqualTo(before.skipped().get(SkipReason.SCREENSHARE) + 1);
        assertThat(messages(bot, "screenshare")).isEqualTo(counted + 1);
    }

    @ParameterizedTest
    @CsvSource({"attendee, attendee-video", "recall, recall-video-png", "zoom-rtms, zoom-rtms-video"})
    void garbageIsAnsweredWithAReasonAndTheStreamGoesOn(String bot, String fixture) {
        String good = BotMessages.frame(fixture, "7", now, NOBODY);
        try (StreamClient client = connect("standup", bot, "")) {
            assertError(client, good.substring(0, good.length() / 2), "not-json");
            assertError(client, "[]", "not-json");
            assertError(client, "{\"a\":" + "[".repeat(50_000), "not-json");
            assertError(client, "{\"trigger\": 1, \"event\": 1, \"msg_type\": {}}", "bad-message");
            assertError(client, "{}", "bad-message");
            assertError(client, good.replace("\"/9j/", "\"?/9j/"), "bad-base64");
            assertError(
                    client, BotMessages.frame(fixture, "\"a/b\"", now, NOBODY).replace("\"\"", "\""), "bad-id");
            assertError(client, BotMessages.frame(fixture, "1" + "0".repeat(200), now, NOBODY), "bad-id");
            assertError(client, BotMessages.frame(fixture, "7", 1_000, NOBODY), "captured-at-out-of-range");
            assertError(client, BotMessages.frame(fixture, "7", now, Pictures.gif()), "not-an-image");
            assertError(client, BotMessages.frame(fixture, "7", now, Pictures.truncated()), "corrupt-image");
            assertError(client, BotMessages.frame(fixture, "7", now, Pictures.hugePng()), "image-too-large");
            assertError(client, BotMessages.frame(fixture, "7", now, new byte[(8 << 20) + 1]), "body-too-large");
            assertError(client, " ".repeat((12 << 20) + 1), "body-too-large");
            client.send(new byte[] {(byte) 0xff, 0, 1});
            assertThat(client.next().path("reason").asText()).isEqualTo("not-json");
            assertThat(crops.read()).isEmpty();

            // Then
            client.sendText(good);
            assertThat(crops.read(1)).hasSize(1);
            assertThat(client.isSilent()).isTrue();
        }
    }

    @Test
    void aFrameWithoutWhatAFrameNeedsStandsInTheBooks() {
        BooksSnapshot before = books.snapshot();
        String good = BotMessages.frame("attendee-video", "p-1", now, NOBODY);
        try (StreamClient client = connect("standup", "attendee", "")) {
            assertError(client, good.replace("timestamp_ms", "when"), "bad-captured-at");
            assertError(client, good.replace("participant_uuid", "who"), "bad-id");
        }
        BooksSnapshot after = books.snapshot();
        assertThat(after.received()).isEqualTo(before.received() + 2);
        assertThat(after.rejected().get(RefusalReason.BAD_ID))
                .isEqualTo(before.rejected().get(RefusalReason.BAD_ID) + 1);
    }

    @Test
    void whatIsSentAgainAfterABreakHasTheSameIdentity() {
        // Given a bot whose connection breaks after three frames
        try (StreamClient client = connect("broken", "attendee", "?acks=true")) {
            for (int i = 0; i < 3; i++) {
                client.sendText(BotMessages.frame("attendee-video", "p-1", now + i, NOBODY));
                client.next();
            }
        }

        // When it comes again, repeats two and goes on with two
        try (StreamClient client = connect("broken", "attendee", "?acks=true")) {
            for (int i = 1; i < 5; i++) {
                client.sendText(BotMessages.frame("attendee-video", "p-1", now + i, NOBODY));
                client.next();
            }
        }

        // Then there are seven records of five frames, and the aggregator counts each identity once
        List<FrameId> frames =
                crops.read().stream().map(record -> record.value().getFrame()).toList();
        assertThat(frames).hasSize(7);
        assertThat(Set.copyOf(frames)).hasSize(5);
    }

    @Test
    void aSlowParticipantDelaysNoOther() {
        try (StreamClient client = connect("standup", "zoom-rtms", "?acks=true")) {
            try (HeldReader.Hold slow = reader.hold(PERSON)) {
                client.sendText(BotMessages.frame("zoom-rtms-video", "1", now, PERSON));
                slow.awaitBegin();
                client.sendText(BotMessages.frame("zoom-rtms-video", "2", now, NOBODY));

                assertThat(client.next().path("participantId").asText()).isEqualTo("2");
            }
            assertThat(client.next().path("participantId").asText()).isEqualTo("1");
        }
    }

    @Test
    void recallsEventsGoToTheMeetingsLog() {
        try (StreamClient client = connect("logged", "recall", "")) {
            for (String type : List.of("join", "speech_on", "speech_off", "webcam_off", "webcam_on", "leave")) {
                client.sendText(BotMessages.fill(
                        "recall-event", Map.of("TYPE", type, "ID", 7, "PLATFORM", "\"zoom\"", "MILLIS", now)));
            }
            List<MeetingEvent> log = read(6);

            assertThat(log)
                    .extracting(MeetingEvent::getWhatCase)
                    .containsExactly(
                            WhatCase.JOINED,
                            WhatCase.SPEECH_ON,
                            WhatCase.SPEECH_OFF,
                            WhatCase.WEBCAM_OFF,
                            WhatCase.WEBCAM_ON,
                            WhatCase.LEFT);
            assertThat(log).allSatisfy(event -> {
                assertThat(event.getMeetingId()).isEqualTo("logged");
                assertThat(event.getParticipantId()).isEqualTo("7");
                assertThat(event.getAtMs()).isEqualTo(now);
                assertThat(event.getSource()).isEqualTo("recall");
            });
            assertThat(log.get(0).getJoined().getName()).isEqualTo("Ada");
            assertThat(log.get(1).getSpeechOn().getSilenceIsReported()).isTrue();
            assertThat(client.isSilent()).isTrue();
        }
    }

    @Test
    void zoomsEventsGoToTheMeetingsLogAndItsKeepAliveIsAnswered() {
        try (StreamClient client = connect("logged", "zoom-rtms", "")) {
            client.sendText(
                    BotMessages.fill("zoom-rtms-participants", Map.of("TYPE", 3, "ID", "16778240", "MILLIS", now)));
            client.sendText(BotMessages.fill("zoom-rtms-active-speaker", Map.of("ID", "16778240", "MILLIS", now + 1)));
            client.sendText(BotMessages.fill("zoom-rtms-keep-alive", Map.of("MILLIS", now)));
            List<MeetingEvent> log = read(3);

            assertThat(log)
                    .extracting(MeetingEvent::getParticipantId)
                    .containsExactly("16778240", "33556610", "16778240");
            assertThat(log.get(2).getSpeechOn().getSilenceIsReported()).isFalse();
            JsonNode answer = client.next();
            assertThat(answer.path("msg_type").asInt()).isEqualTo(13);
            assertThat(answer.path("timestamp").asLong()).isEqualTo(now);
        }
    }

    @Test
    void aRevokedStreamErasesItsMeeting() throws Exception {
        try (StreamClient client = connect("revoked-stream", "zoom-rtms", "?acks=true");
                StreamClient other = connect("revoked-stream", "zoom-rtms", "?acks=true")) {
            // Given
            client.sendText(BotMessages.frame("zoom-rtms-video", "1", now, NOBODY));
            assertThat(client.next().path("status").asText()).isEqualTo("absent");

            // When
            client.sendText(BotMessages.fill("zoom-rtms-stream-state", Map.of("REASON", 8, "MILLIS", now)));
            client.sendText(BotMessages.frame("zoom-rtms-video", "1", now + 1, NOBODY));

            client.sendText(BotMessages.fill("zoom-rtms-active-speaker", Map.of("ID", "16778240", "MILLIS", now + 1)));

            // Then
            assertThat(client.next().path("reason").asText()).isEqualTo("meeting-erased");
            assertThat(client.next().path("reason").asText()).isEqualTo("meeting-erased");
            // The name that came with the frame from before is all there is
            assertThat(events.read())
                    .allSatisfy(
                            record -> assertThat(record.value().getWhatCase()).isEqualTo(WhatCase.JOINED));
            while (!states.isErased("revoked-stream")) {
                Thread.sleep(10);
            }
            other.sendText(BotMessages.frame("zoom-rtms-video", "2", now + 1, NOBODY));
            assertThat(other.next().path("reason").asText()).isEqualTo("meeting-erased");
            assertThat(crops.read()).hasSize(1);
            while (Audited.of(kafka, "revoked-stream").isEmpty()) {
                Thread.sleep(10);
            }
            assertThat(Audited.of(kafka, "revoked-stream"))
                    .containsExactly("erase-meeting service 0 zoom-rtms-stream-revoked");
        }
    }

    @Test
    void whatIsNotForUsIsCounted() throws Exception {
        double ignored = messages("recall", "ignored");
        try (StreamClient client = connect("standup", "recall", "")) {
            client.sendText(BotMessages.frame("recall-video-h264", "7", now, NOBODY));
            client.sendText("{\"event\": \"transcript.data\", \"data\": {}}");
            client.sendText(BotMessages.frame("recall-video-png", "7", now, NOBODY));
            assertThat(crops.read(1)).hasSize(1);
            assertThat(client.isSilent()).isTrue();
        }
        assertThat(messages("recall", "ignored")).isEqualTo(ignored + 2);
    }

    @ParameterizedTest
    @CsvSource({"a%20b, attendee, 400", "standup, jibri, 404"})
    void aConnectionOfNoMeetingOrOfAnUnknownBotIsNotOpened(String meeting, String bot, int status) {
        assertThatThrownBy(() -> connect(meeting, bot, ""))
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(status));
    }

    private StreamClient connect(String meeting, String bot, String query) {
        return new StreamClient(
                URI.create("ws://localhost:" + port + "/v1/meetings/" + meeting + "/bots/" + bot + query));
    }

    private List<MeetingEvent> read(int count) {
        return events.read(count).stream().map(record -> record.value()).collect(Collectors.toList());
    }

    private double messages(String bot, String result) throws Exception {
        String sample = "rapt_bot_messages_total{bot=\"" + bot + "\",result=\"" + result + "\"}";
        String metrics = new Detector(port).get("/q/metrics").body();
        return metrics.contains(sample) ? new Detector(port).metric(sample) : 0;
    }

    private static void assertError(StreamClient client, String message, String reason) {
        client.sendText(message);
        JsonNode answer = client.next();
        assertThat(answer.path("type").asText()).isEqualTo("error");
        assertThat(answer.path("reason").asText()).as(answer.toString()).isEqualTo(reason);
        assertThat(answer.path("detail").asText()).isNotEmpty();
    }

    private static FrameId frame(String meeting, String participant, long at) {
        return FrameId.newBuilder()
                .setMeetingId(meeting)
                .setParticipantId(participant)
                .setCapturedAtMs(at)
                .build();
    }
}
