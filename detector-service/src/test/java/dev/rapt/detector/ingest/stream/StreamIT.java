package dev.rapt.detector.ingest.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.testing.CropLog;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.HeldReader;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.RawHttp;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.WebSocketHandshakeException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@Timeout(120)
class StreamIT {

    private static final byte[] NOBODY = Pictures.nobody();
    private static final byte[] PEOPLE = Pictures.people();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    @Inject
    HeldReader reader;

    @InjectKafka
    EmbeddedKafka kafka;

    private final long now = System.currentTimeMillis();
    private CropLog log;
    private StreamClient client;

    @BeforeEach
    void begin() throws Exception {
        new Detector(port).awaitReady();
        log = CropLog.open(kafka.bootstrapServers());
        client = new StreamClient(port, "standup");
    }

    @AfterEach
    void theBooksAreRight() throws Exception {
        client.close();
        log.close();
        while (books.snapshot().inFlight() > 0) {
            Thread.sleep(10);
        }
        assertThat(books.snapshot().accountedFor()).isEqualTo(books.snapshot().received());
    }

    @Test
    void framesOfTwoParticipantsAreAcknowledgedWithTheirIdentityAndRecorded() {
        // When
        client.send(StreamFrames.of("ada", now, OptionalLong.of(1), PEOPLE));
        client.send(StreamFrames.of("bob", now + 1, OptionalLong.empty(), NOBODY));
        Map<String, JsonNode> acks = Stream.of(client.next(), client.next())
                .collect(Collectors.toMap(ack -> ack.path("participantId").asText(), ack -> ack));

        // Then
        JsonNode ada = acks.get("ada");
        assertThat(ada.path("type").asText()).isEqualTo("ack");
        assertThat(ada.path("status").asText()).isEqualTo("published");
        assertThat(ada.path("capturedAt").asLong()).isEqualTo(now);
        assertThat(ada.path("sequence").asLong()).isEqualTo(1);
        assertThat(ada.path("facesInFrame").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(ada.path("faces").get(0).path("primary").asBoolean()).isTrue();
        JsonNode bob = acks.get("bob");
        assertThat(bob.path("status").asText()).isEqualTo("absent");
        assertThat(bob.path("reason").asText()).isEqualTo("no-face");
        assertThat(bob.has("sequence")).isFalse();
        assertThat(log.read())
                .extracting(record -> record.key())
                .containsExactlyInAnyOrder("standup/ada", "standup/bob");
    }

    @Test
    void aSlowParticipantDelaysNoOtherAndItsNewestFrameTakesTheWaitingOnesPlace() {
        // Given a participant whose frame takes its time
        JsonNode superseded;
        try (HeldReader.Hold slow = reader.hold(PEOPLE)) {
            client.send(StreamFrames.of("slow", now, OptionalLong.of(1), PEOPLE));
            slow.awaitBegin();

            // When two more of them come, and some of another
            client.send(StreamFrames.of("slow", now + 1, OptionalLong.of(2), NOBODY));
            client.send(StreamFrames.of("slow", now + 2, OptionalLong.of(3), NOBODY));
            superseded = client.next();
            for (int i = 0; i < 5; i++) {
                client.send(StreamFrames.of("quick", now + i, OptionalLong.empty(), NOBODY));
                // Then the other is served meanwhile
                JsonNode ack = client.next();
                assertThat(ack.path("participantId").asText()).isEqualTo("quick");
                assertThat(ack.path("capturedAt").asLong()).isEqualTo(now + i);
            }
        }

        // Then the second was skipped, and the third's record says so
        assertThat(superseded.path("status").asText()).isEqualTo("skipped");
        assertThat(superseded.path("reason").asText()).isEqualTo("superseded");
        assertThat(superseded.path("sequence").asLong()).isEqualTo(2);
        assertThat(client.next().path("sequence").asLong()).isEqualTo(1);
        assertThat(client.next().path("sequence").asLong()).isEqualTo(3);
        List<FaceCrop> slowRecords = log.read().stream()
                .filter(record -> record.key().equals("standup/slow"))
                .map(record -> record.value())
                .toList();
        assertThat(slowRecords).extracting(FaceCrop::getSequence).containsExactly(1L, 3L);
        assertThat(slowRecords).extracting(FaceCrop::getSkippedBefore).containsExactly(0, 1);
    }

    @Test
    void aMalformedHeaderIsAnErrorAndTheStreamGoesOn() {
        // Given
        BooksSnapshot before = books.snapshot();

        // When
        client.send(new byte[] {1, 2, 3});
        JsonNode error = client.next();
        client.sendText("hello");
        JsonNode text = client.next();
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), NOBODY));

        // Then
        assertThat(error.path("type").asText()).isEqualTo("error");
        assertThat(error.path("reason").asText()).isEqualTo("bad-frame-header");
        assertThat(error.path("detail").asText()).isNotEmpty();
        assertThat(text.path("type").asText()).isEqualTo("error");
        assertThat(client.next().path("status").asText()).isEqualTo("absent");
        assertThat(rejected(RefusalReason.BAD_FRAME_HEADER))
                .isEqualTo(before.rejected().get(RefusalReason.BAD_FRAME_HEADER) + 1);
    }

    @Test
    void aBadFrameIsRefusedByNameAndTheStreamGoesOn() {
        client.send(StreamFrames.of("a/b", now, OptionalLong.empty(), NOBODY));
        assertRefused("bad-id");
        client.send(StreamFrames.of("ada", 0, OptionalLong.empty(), NOBODY));
        assertRefused("captured-at-out-of-range");
        client.send(StreamFrames.of("ada", now, OptionalLong.of(-1), NOBODY));
        assertRefused("bad-sequence");
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), new byte[0]));
        assertRefused("empty-body");
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), Pictures.gif()));
        assertRefused("not-an-image");
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), Pictures.truncated()));
        assertRefused("corrupt-image");
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), Pictures.hugePng()));
        assertRefused("image-too-large");
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), new byte[(8 << 20) + 1]));
        assertRefused("body-too-large");
        assertThat(log.read()).isEmpty();
    }

    @Test
    void aMessageTooLargeToBeGatheredIsThrownAwayAndTheStreamGoesOn() {
        BooksSnapshot before = books.snapshot();

        client.sendInParts(new byte[20 << 20], 1 << 20);

        JsonNode error = client.next();
        assertThat(error.path("type").asText()).isEqualTo("error");
        assertThat(error.path("reason").asText()).isEqualTo("body-too-large");
        assertThat(rejected(RefusalReason.BODY_TOO_LARGE))
                .isEqualTo(before.rejected().get(RefusalReason.BODY_TOO_LARGE) + 1);
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), NOBODY));
        assertThat(client.next().path("status").asText()).isEqualTo("absent");
    }

    @Test
    void aMessageLargerThanAnyPictureIsThrownAwayAndTheStreamGoesOn() {
        BooksSnapshot before = books.snapshot();

        client.send(new byte[10 << 20]);

        assertThat(client.next().path("reason").asText()).isEqualTo("body-too-large");
        assertThat(rejected(RefusalReason.BODY_TOO_LARGE))
                .isEqualTo(before.rejected().get(RefusalReason.BODY_TOO_LARGE) + 1);
        client.send(StreamFrames.of("ada", now, OptionalLong.empty(), NOBODY));
        assertThat(client.next().path("status").asText()).isEqualTo("absent");
    }

    @Test
    void aSingleFrameTooLargeEndsTheStreamAndIsCounted() throws Exception {
        BooksSnapshot before = books.snapshot();
        try (StreamClient doomed = new StreamClient(port, "standup")) {
            // The server hangs up while the client is still sending, or just after
            assertThatThrownBy(() -> {
                        doomed.send(new byte[20 << 20]);
                        throw new IllegalStateException("closed with " + doomed.closeCode());
                    })
                    .isInstanceOfAny(CompletionException.class, IllegalStateException.class);
        }
        while (rejected(RefusalReason.BODY_TOO_LARGE) == before.rejected().get(RefusalReason.BODY_TOO_LARGE)) {
            Thread.sleep(10);
        }
    }

    @Test
    void whatIsOnItsWayWhenTheClientGoesIsFinishedAndCounted() throws Exception {
        BooksSnapshot before = books.snapshot();
        try (HeldReader.Hold slow = reader.hold(PEOPLE)) {
            client.send(StreamFrames.of("gone", now, OptionalLong.empty(), PEOPLE));
            slow.awaitBegin();
            client.close();
        }
        while (books.snapshot().published() == before.published()) {
            Thread.sleep(10);
        }
        assertThat(log.read()).singleElement().satisfies(record -> assertThat(record.key())
                .isEqualTo("standup/gone"));
    }

    @Test
    void aStreamOfNoMeetingIsNotOpened() throws Exception {
        assertThatThrownBy(() -> new StreamClient(port, "a%20b"))
                .cause()
                .isInstanceOfSatisfying(WebSocketHandshakeException.class, refused -> assertThat(
                                refused.getResponse().statusCode())
                        .isEqualTo(400));
        try (RawHttp http = new RawHttp(port)) {
            http.head("GET /v1/meetings/m/stream");
            assertThat(http.answer().status()).isEqualTo(404);
        }
    }

    private void assertRefused(String reason) {
        JsonNode ack = client.next();
        assertThat(ack.path("type").asText()).isEqualTo("ack");
        assertThat(ack.path("status").asText()).isEqualTo("rejected");
        assertThat(ack.path("reason").asText()).isEqualTo(reason);
        assertThat(ack.path("detail").asText()).isNotEmpty();
    }

    private long rejected(RefusalReason reason) {
        return books.snapshot().rejected().get(reason);
    }
}
