package dev.rapt.detector.ingest.http;

import static dev.rapt.detector.testing.Detector.frames;
import static dev.rapt.detector.testing.Detector.json;
import static dev.rapt.detector.testing.Detector.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.FoundFace;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.live.LivePictures;
import dev.rapt.detector.testing.CropLog;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.RawHttp;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class FramesIT {

    private static final int FIFTY_MB = 50 << 20;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    @Inject
    LivePictures livePictures;

    @InjectKafka
    EmbeddedKafka kafka;

    private Detector detector;
    private CropLog log;
    private BooksSnapshot before;

    @BeforeEach
    void begin() throws Exception {
        detector = new Detector(port);
        detector.awaitReady();
        log = CropLog.open(kafka.bootstrapServers());
        before = books.snapshot();
    }

    @AfterEach
    void theBooksAreRight() {
        log.close();
        BooksSnapshot after = books.snapshot();
        assertThat(after.accountedFor()).isEqualTo(after.received());
        assertThat(after.inFlight()).isZero();
    }

    @Test
    void aPhotoOfPeopleIsRecordedOnceWithTheCropOfItsLargestFace() throws Exception {
        // Given
        long capturedAt = System.currentTimeMillis() - 5_000;
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

        // When
        HttpResponse<String> answer = detector.post(
                frames("m", "ada"),
                Pictures.people(),
                Map.of(
                        "Content-Type",
                        "image/jpeg",
                        "Rapt-Captured-At",
                        Long.toString(capturedAt),
                        "Rapt-Sequence",
                        "7",
                        "traceparent",
                        trace));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode found = json(answer.body());
        assertThat(found.path("status").asText()).isEqualTo("published");
        assertThat(found.path("reason").isNull()).isTrue();
        assertThat(found.path("capturedAt").asLong()).isEqualTo(capturedAt);
        assertThat(found.path("facesInFrame").asInt()).isGreaterThanOrEqualTo(3);
        assertThat(found.path("faces").get(0).path("primary").asBoolean()).isTrue();
        assertThat(found.path("faces").get(1).path("primary").asBoolean()).isFalse();
        JsonNode face = found.path("faces").get(0);
        assertThat(face.path("flaw").isNull()).isTrue();

        List<ConsumerRecord<String, FaceCrop>> records = log.read();
        assertThat(records).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo("m/ada");
            FaceCrop crop = record.value();
            assertThat(crop.getFrame().getCapturedAtMs()).isEqualTo(capturedAt);
            assertThat(crop.getSequence()).isEqualTo(7);
            assertThat(crop.getTraceParent()).isEqualTo(trace);
            assertThat(crop.getFound().getCrop().getWidth()).isEqualTo(48);
            assertThat(crop.getFound().getCrop().getHeight()).isEqualTo(48);
            assertThat(crop.getFound().getCrop().getPixels().size()).isEqualTo(48 * 48);
            assertThat(crop.getFound().getFigures().getFacesInFrame())
                    .isEqualTo(found.path("facesInFrame").asInt());
            assertThat(crop.getFound().getLandmarks().getXy().size()).isEqualTo(468 * 4);
            measuredAlike(face, crop.getFound().getFigures());
        });
        assertThat(books.snapshot().published()).isEqualTo(before.published() + 1);
    }

    private static void measuredAlike(JsonNode answered, FaceFigures published) {
        assertThat((float) answered.path("pose").path("yaw").asDouble())
                .isEqualTo(published.getPose().getYaw());
        assertThat((float) answered.path("pose").path("pitch").asDouble())
                .isEqualTo(published.getPose().getPitch());
        assertThat((float) answered.path("pose").path("roll").asDouble())
                .isEqualTo(published.getPose().getRoll());
        assertThat((float) answered.path("eyes").path("right").asDouble())
                .isEqualTo(published.getRightEyeOpenness())
                .isPositive();
        assertThat((float) answered.path("eyes").path("left").asDouble()).isEqualTo(published.getLeftEyeOpenness());
        assertThat((float) answered.path("mouthOpenness").asDouble()).isEqualTo(published.getMouthOpenness());
        assertThat((float) answered.path("quality").path("sharpness").asDouble())
                .isEqualTo(published.getQuality().getSharpness())
                .isPositive();
        assertThat((float) answered.path("quality").path("eyeDistance").asDouble())
                .isEqualTo(published.getQuality().getEyeDistance())
                .isPositive();
    }

    @Test
    void aFaceFromTheSideIsPublishedWithoutItsCrop() throws Exception {
        // Given
        BooksSnapshot before = books.snapshot();

        // When
        JsonNode found = json(
                detector.postJpeg(frames("m", "side"), Pictures.fromTheSide()).body());

        // Then
        assertThat(found.path("status").asText()).isEqualTo("published");
        assertThat(found.path("faces").get(0).path("flaw").asText()).isEqualTo("turned");
        assertThat(log.read()).singleElement().satisfies(record -> {
            FoundFace face = record.value().getFound();
            assertThat(face.getGap()).isEqualTo(ExpressionGap.EXPRESSION_GAP_TURNED);
            assertThat(face.hasCrop()).isFalse();
            assertThat(face.getFigures().getPose().getYaw()).isLessThan(-40);
            assertThat(face.getLandmarks().getXy().size()).isEqualTo(468 * 4);
        });
        assertThat(books.snapshot().published()).isEqualTo(before.published() + 1);
    }

    @Test
    void aFaceInTheDarkIsAbsent() throws Exception {
        // Given
        BooksSnapshot before = books.snapshot();

        // When
        JsonNode found = json(
                detector.postJpeg(frames("m", "dark"), Pictures.inTheDark()).body());

        // Then
        assertThat(found.path("status").asText()).isEqualTo("absent");
        assertThat(found.path("reason").asText()).isEqualTo("dark");
        assertThat(found.path("faces").get(0).path("flaw").asText()).isEqualTo("dark");
        assertThat(found.path("faces").get(0).path("primary").asBoolean()).isFalse();
        assertThat(log.read()).singleElement().satisfies(record -> assertThat(
                        record.value().getAbsence().getReason())
                .isEqualTo(AbsenceReason.ABSENCE_REASON_DARK));
        assertThat(books.snapshot().absent()).isEqualTo(before.absent() + 1);
    }

    @Test
    void aPngIsReadToo() throws Exception {
        HttpResponse<String> answer =
                detector.post(frames("m", "png"), Pictures.peoplePng(), Map.of("Content-Type", "image/png"));

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer.body()).path("status").asText()).isEqualTo("published");
    }

    @Test
    void aPictureWithoutAFaceIsRecordedAsAbsent() throws Exception {
        HttpResponse<String> answer = detector.postJpeg(frames("m", "away"), Pictures.nobody());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(json(answer.body()).path("status").asText()).isEqualTo("absent");
        assertThat(json(answer.body()).path("reason").asText()).isEqualTo("no-face");
        assertThat(log.read()).singleElement().satisfies(record -> assertThat(
                        record.value().getAbsence().getReason())
                .isEqualTo(AbsenceReason.ABSENCE_REASON_NO_FACE));
        assertThat(books.snapshot().absent()).isEqualTo(before.absent() + 1);
    }

    @Test
    void withoutACaptureTimeTheTimeOfArrivalCounts() throws Exception {
        long earliest = System.currentTimeMillis();

        HttpResponse<String> answer = detector.postJpeg(frames("m", "now"), Pictures.nobody());

        assertThat(json(answer.body()).path("capturedAt").asLong()).isBetween(earliest, System.currentTimeMillis());
    }

    static Stream<Arguments> badPictures() {
        return Stream.of(
                Arguments.of(new byte[0], "image/jpeg", 400, RefusalReason.EMPTY_BODY),
                Arguments.of(Pictures.people(), "text/plain", 415, RefusalReason.UNSUPPORTED_MEDIA_TYPE),
                Arguments.of(Pictures.people(), "application/octet-stream", 415, RefusalReason.UNSUPPORTED_MEDIA_TYPE),
                Arguments.of(Pictures.people(), "image/png", 415, RefusalReason.MEDIA_TYPE_MISMATCH),
                Arguments.of(Pictures.gif(), "image/jpeg", 415, RefusalReason.MEDIA_TYPE_MISMATCH),
                Arguments.of(Pictures.truncated(), "image/jpeg", 422, RefusalReason.CORRUPT_IMAGE),
                Arguments.of(Arrays.copyOf(Pictures.people(), 20), "image/jpeg", 422, RefusalReason.CORRUPT_IMAGE),
                Arguments.of(Pictures.corrupt(), "image/jpeg", 422, RefusalReason.CORRUPT_IMAGE),
                Arguments.of(Pictures.hugePng(), "image/png", 413, RefusalReason.IMAGE_TOO_LARGE),
                Arguments.of(Pictures.hugeJpeg(), "image/jpeg", 413, RefusalReason.IMAGE_TOO_LARGE));
    }

    @ParameterizedTest
    @MethodSource("badPictures")
    void aBadPictureIsRefusedByName(byte[] picture, String type, int status, RefusalReason reason) throws Exception {
        HttpResponse<String> answer = detector.post(frames("m", "bad"), picture, Map.of("Content-Type", type));

        problem(answer, status, reason.reason());
        refusedOnce(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "Rapt-Captured-At, yesterday, 400, BAD_CAPTURED_AT",
        "Rapt-Captured-At, 1.5e12, 400, BAD_CAPTURED_AT",
        "Rapt-Captured-At, '', 400, BAD_CAPTURED_AT",
        "Rapt-Captured-At, 99999999999999999999, 400, BAD_CAPTURED_AT",
        "Rapt-Captured-At, 0, 422, CAPTURED_AT_OUT_OF_RANGE",
        "Rapt-Captured-At, -1, 422, CAPTURED_AT_OUT_OF_RANGE",
        "Rapt-Captured-At, 4102444800000, 422, CAPTURED_AT_OUT_OF_RANGE",
        "Rapt-Captured-At, 9223372036854775807, 422, CAPTURED_AT_OUT_OF_RANGE",
        "Rapt-Sequence, first, 400, BAD_SEQUENCE",
        "Rapt-Sequence, -1, 400, BAD_SEQUENCE"
    })
    void aBadNumberIsRefusedByName(String header, String value, int status, RefusalReason reason) throws Exception {
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", "image/jpeg"));
        headers.put(header, value);

        HttpResponse<String> answer = detector.post(frames("m", "bad"), Pictures.people(), headers);

        problem(answer, status, reason.reason());
        refusedOnce(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%20b", "%C3%A9", "%3Cscript%3E", "a+b", "a@b", "a%252Fb"})
    void aBadIdIsRefusedByName(String id) throws Exception {
        problem(detector.postJpeg(frames("m", id), Pictures.people()), 400, "bad-id");
        refusedOnce(RefusalReason.BAD_ID);

        problem(detector.postJpeg(frames(id, "p"), Pictures.people()), 400, "bad-id");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a%2Fb", "a%00", "a%2e%2e"})
    void anIdThatPartsOfAServerMightReadOtherwiseIsNoPathAtAll(String id) throws Exception {
        problem(detector.postJpeg(frames("m", id), Pictures.people()), 400, "bad-path");

        problem(detector.postJpeg(frames(id, "p"), Pictures.people()), 400, "bad-path");
    }

    @Test
    void anIdIsAsLongAsItMayBe() throws Exception {
        assertThat(detector.postJpeg(frames("m", "p".repeat(128)), Pictures.nobody())
                        .statusCode())
                .isEqualTo(202);
        problem(detector.postJpeg(frames("m", "p".repeat(129)), Pictures.nobody()), 400, "bad-id");
    }

    @Test
    void aBodyOfFiftyMegabytesIsRefusedThoughTheSenderSendsOn() throws Exception {
        problem(detector.postJpeg(frames("m", "big"), new byte[FIFTY_MB]), 413, "body-too-large");

        refusedOnce(RefusalReason.BODY_TOO_LARGE);
    }

    @Test
    void aSenderThatAsksFirstIsToldAtOnce() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.head(
                    "POST " + frames("m", "big"),
                    "Content-Type: image/jpeg",
                    "Content-Length: " + FIFTY_MB,
                    "Expect: 100-continue");

            RawHttp.Answer answer = http.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.head()).containsIgnoringCase("application/problem+json");
            assertThat(answer.body()).contains("\"body-too-large\"");
        }
        refusedOnce(RefusalReason.BODY_TOO_LARGE);
    }

    @Test
    void aSenderThatAsksFirstMaySendAGoodFrame() throws Exception {
        byte[] picture = Pictures.people();
        try (RawHttp http = new RawHttp(port)) {
            http.head(
                    "POST " + frames("m", "polite"),
                    "Content-Type: image/jpeg",
                    "Content-Length: " + picture.length,
                    "Expect: 100-continue");
            assertThat(http.answer().status()).isEqualTo(100);
            assertThat(http.send(picture).answer().status()).isEqualTo(202);
        }
    }

    @Test
    void aChunkedBodyIsRefusedWhenItGrowsTooLarge() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.head("POST " + frames("m", "big"), "Content-Type: image/jpeg", "Transfer-Encoding: chunked");
            byte[] megabyte = new byte[1 << 20];
            for (int sent = 0; sent < 50; sent++) {
                http.chunk(megabyte);
            }
            http.chunk(new byte[0]);

            RawHttp.Answer answer = http.answer();

            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.body()).contains("\"body-too-large\"");
            // The connection is still good
            http.head("GET /q/health/live");
            assertThat(http.answer().status()).isEqualTo(200);
        }
        refusedOnce(RefusalReason.BODY_TOO_LARGE);
    }

    @Test
    void aChunkedFrameIsTaken() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.head("POST " + frames("m", "chunked"), "Content-Type: image/jpeg", "Transfer-Encoding: chunked");
            byte[] picture = Pictures.people();
            for (int at = 0; at < picture.length; at += 10_000) {
                http.chunk(Arrays.copyOfRange(picture, at, Math.min(picture.length, at + 10_000)));
            }
            http.chunk(new byte[0]);
            assertThat(http.answer().status()).isEqualTo(202);
        }
    }

    @Test
    void aSenderThatDiesWithinTheBodyIsCounted() throws Exception {
        try (RawHttp http = new RawHttp(port)) {
            http.head("POST " + frames("m", "dead"), "Content-Type: image/jpeg", "Content-Length: 1000");
            http.send(new byte[10]);
        }
        while (books.snapshot().received() == before.received()
                || books.snapshot().inFlight() > 0) {
            Thread.sleep(10);
        }
        refusedOnce(RefusalReason.INCOMPLETE_BODY);
    }

    @Test
    void whatIsNotThereIsAProblemToo() throws Exception {
        problem(detector.get("/v1/nothing"), 404, "not-found");
        problem(detector.get(frames("m", "p")), 405, "method-not-allowed");
    }

    @Test
    void aLivePictureIsOffByDefaultAndNothingIsKeptForIt() throws Exception {
        detector.postJpeg(frames("m", "live"), Pictures.people());

        assertThat(problem(detector.get("/v1/meetings/m/frame.jpg"), 404, "live-is-off")
                        .path("detail")
                        .asText())
                .contains("rapt.detector.live.enabled=true");
        problem(detector.get("/v1/meetings/m/frames.mjpeg"), 404, "live-is-off");
        assertThat(livePictures.size()).isZero();
        assertThat(livePictures.meetings()).isEmpty();
    }

    @Test
    void theMetricsShowTheBooks() throws Exception {
        detector.postJpeg(frames("m", "metrics"), new byte[0]);

        BooksSnapshot now = books.snapshot();
        assertThat(detector.metric("rapt_frames_received_total")).isEqualTo(now.received());
        assertThat(detector.metric("rapt_frames_published_total")).isEqualTo(now.published());
        assertThat(detector.metric("rapt_frames_absent_total")).isEqualTo(now.absent());
        assertThat(detector.metric("rapt_frames_in_flight")).isZero();
        for (RefusalReason reason : RefusalReason.values()) {
            assertThat(detector.metric("rapt_frames_rejected_total{reason=\"" + reason.reason() + "\"}"))
                    .isEqualTo(now.rejected().get(reason).doubleValue());
        }
        assertThat(detector.metric("rapt_frames_skipped_total{reason=\"superseded\"}"))
                .isNotNegative();
        assertThat(detector.metric("rapt_frames_failed_total{reason=\"kafka-unavailable\"}"))
                .isNotNegative();
        assertThat(detector.metric("rapt_frame_step_seconds_count{step=\"read\"}"))
                .isNotNegative();
    }

    @Test
    void theApiIsDescribed() throws Exception {
        JsonNode description = json(detector.get("/q/openapi?format=json").body());

        assertThat(description.path("paths").fieldNames())
                .toIterable()
                .contains(
                        "/v1/meetings/{meetingId}/participants/{participantId}/frames",
                        "/v1/analyze",
                        "/v1/meetings/{meetingId}/frame.jpg",
                        "/v1/meetings/{meetingId}/frames.mjpeg");
        assertThat(description.toString())
                .contains("Rapt-Captured-At", "application/problem+json", "\"facesInFrame\":1");
    }

    private void refusedOnce(RefusalReason reason) {
        BooksSnapshot after = books.snapshot();
        assertThat(after.rejected().get(reason)).isEqualTo(before.rejected().get(reason) + 1);
        assertThat(after.received()).isEqualTo(before.received() + 1);
        assertThat(after.published() + after.absent()).isEqualTo(before.published() + before.absent());
        assertThat(log.read()).isEmpty();
    }
}
