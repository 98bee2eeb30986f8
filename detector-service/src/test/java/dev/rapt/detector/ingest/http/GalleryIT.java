package dev.rapt.detector.ingest.http;

import static dev.rapt.detector.testing.Detector.json;
import static dev.rapt.detector.testing.Detector.problem;
import static dev.rapt.detector.testing.Mosaic.Scene.ADA;
import static dev.rapt.detector.testing.Mosaic.Scene.BOB;
import static dev.rapt.detector.testing.Mosaic.Scene.CYD;
import static dev.rapt.detector.testing.Mosaic.Scene.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.testing.CropLog;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Mosaic;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class GalleryIT {

    private static final Mosaic GALLERY = new Mosaic(2, 2).show(ADA, BOB, CYD, NOBODY);

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    @InjectKafka
    EmbeddedKafka kafka;

    private final long now = System.currentTimeMillis();
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
    void eachTileOfALayoutIsAFrameOfItsParticipant() throws Exception {
        // When
        HttpResponse<String> answer =
                post(GALLERY.jpeg(), Map.of("Rapt-Layout", GALLERY.layout("ada", "bob", "cyd", "dan")));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        JsonNode found = json(answer.body());
        assertThat(found.path("meetingId").asText()).isEqualTo("m");
        assertThat(found.path("capturedAt").asLong()).isEqualTo(now);
        assertThat(found.path("participants"))
                .extracting(each -> each.path("participantId").asText())
                .containsExactly("ada", "bob", "cyd", "dan");
        assertThat(found.path("participants"))
                .extracting(each -> each.path("status").asText())
                .containsExactly("published", "published", "published", "absent");
        JsonNode bob = found.path("participants").get(1).path("faces").get(0);
        assertThat(bob.path("primary").asBoolean()).isTrue();
        assertThat(bob.path("box").path("x").asDouble()).isBetween(320.0, 640.0);
        JsonNode cyd = found.path("participants").get(2).path("faces").get(0).path("box");
        assertThat(cyd.path("x").asDouble()).isBetween(0.0, 320.0);
        assertThat(cyd.path("y").asDouble()).isBetween(180.0, 360.0);

        Map<String, FaceCrop> records = records();
        assertThat(records).containsOnlyKeys("m/ada", "m/bob", "m/cyd", "m/dan");
        assertThat(records.values())
                .allSatisfy(
                        crop -> assertThat(crop.getFrame().getCapturedAtMs()).isEqualTo(now));
        assertThat(records.get("m/cyd").getFound().getFigures().getBox().getY())
                .isEqualTo((float) cyd.path("y").asDouble());
        assertThat(records.get("m/cyd").getFound().getCrop().getPixels().size()).isEqualTo(48 * 48);
        assertThat(records.get("m/dan").getAbsence().getReason()).isEqualTo(AbsenceReason.ABSENCE_REASON_NO_FACE);
        BooksSnapshot after = books.snapshot();
        assertThat(after.received()).isEqualTo(before.received() + 4);
        assertThat(after.published()).isEqualTo(before.published() + 3);
        assertThat(after.absent()).isEqualTo(before.absent() + 1);
    }

    @Test
    void aFormCarriesPictureAndLayout() throws Exception {
        // Given
        ByteArrayOutputStream form = new ByteArrayOutputStream();
        form.write(ascii("--X\r\nContent-Disposition: form-data; name=\"layout\"\r\n\r\n" + GALLERY.layout("", "bob")
                + "\r\n--X\r\nContent-Disposition: form-data; name=\"picture\"; filename=\"g.jpg\"\r\n"
                + "Content-Type: image/jpeg\r\n\r\n"));
        form.write(GALLERY.jpeg());
        form.write(ascii("\r\n--X--\r\n"));

        // When
        HttpResponse<String> answer =
                post(form.toByteArray(), Map.of("Content-Type", "multipart/form-data; boundary=X"));

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        assertThat(records()).containsOnlyKeys("m/bob");
        assertThat(books.snapshot().received()).isEqualTo(before.received() + 1);
    }

    static Stream<Arguments> refused() {
        Mosaic beyond = new Mosaic(3, 2);
        return Stream.of(
                Arguments.of(RefusalReason.BAD_LAYOUT, "ada", GALLERY.jpeg()),
                Arguments.of(RefusalReason.BAD_ID, GALLERY.layout("ada", "b b"), GALLERY.jpeg()),
                Arguments.of(RefusalReason.DUPLICATE_PARTICIPANT, GALLERY.layout("ada", "ada"), GALLERY.jpeg()),
                Arguments.of(RefusalReason.TILE_OUTSIDE_PICTURE, beyond.layout("ada", "bob", "cyd"), GALLERY.jpeg()),
                Arguments.of(RefusalReason.TOO_MANY_TILES, "[" + "{},".repeat(100) + "{}]", GALLERY.jpeg()),
                Arguments.of(RefusalReason.CORRUPT_IMAGE, GALLERY.layout("ada"), Pictures.truncated()),
                Arguments.of(RefusalReason.NOT_AN_IMAGE, GALLERY.layout("ada"), Pictures.gif()),
                Arguments.of(RefusalReason.IMAGE_TOO_LARGE, GALLERY.layout("ada"), Pictures.hugeJpeg()));
    }

    @ParameterizedTest
    @MethodSource("refused")
    void aRefusedCompositeIsOneRefusalAndNothingIsPublished(RefusalReason reason, String layout, byte[] picture)
            throws Exception {
        // When
        HttpResponse<String> answer = post(picture, Map.of("Rapt-Layout", layout));

        // Then
        String told = reason == RefusalReason.NOT_AN_IMAGE ? "media-type-mismatch" : reason.reason();
        problem(answer, reason.status(), told);
        BooksSnapshot after = books.snapshot();
        assertThat(after.received()).isEqualTo(before.received() + 1);
        RefusalReason counted = RefusalReason.of(told).orElseThrow();
        assertThat(after.rejected().get(counted)).isEqualTo(before.rejected().get(counted) + 1);
        assertThat(log.read()).isEmpty();
    }

    @Test
    void theSameCompositeAgainIsTheSameFrames() throws Exception {
        // Given
        Map<String, String> layout = Map.of("Rapt-Layout", GALLERY.layout("ada", "bob"));
        HttpResponse<String> first = post(GALLERY.jpeg(), layout);

        // When
        HttpResponse<String> second = post(GALLERY.jpeg(), layout);

        // Then
        assertThat(first.statusCode()).isEqualTo(202);
        assertThat(second.statusCode()).isEqualTo(202);
        assertThat(log.read())
                .extracting(record -> record.value().getFrame())
                .hasSize(4)
                .containsOnly(frame("ada"), frame("bob"));
    }

    @Test
    void withoutALayoutPeopleAreFoundAndFollowed() throws Exception {
        // Given
        byte[] two = new Mosaic(2, 2).show(ADA, BOB, NOBODY, NOBODY).jpeg();
        byte[] three = new Mosaic(2, 2).show(ADA, NOBODY, CYD, NOBODY).jpeg();

        // When Bob goes and Cyd comes
        JsonNode first = found(postAt("walk", now, two));
        JsonNode second = found(postAt("walk", now + 1000, three));

        // Then
        assertThat(first.findValuesAsText("participantId")).containsExactlyInAnyOrder("p1", "p2");
        assertThat(first.findValuesAsText("status")).containsOnly("published");
        Map<String, JsonNode> after = byId(second);
        String ada = nameAt(first, 0, 0);
        assertThat(after).containsOnlyKeys("p1", "p2", "p3");
        assertThat(nameAt(second, 0, 0)).isEqualTo(ada);
        assertThat(nameAt(second, 0, 1)).isEqualTo("p3");
        JsonNode bob = after.get(ada.equals("p1") ? "p2" : "p1");
        assertThat(bob.path("status").asText()).isEqualTo("absent");
        assertThat(bob.path("reason").asText()).isEqualTo("no-face");
        assertThat(log.read())
                .extracting(ConsumerRecord::key)
                .containsExactlyInAnyOrder("walk/p1", "walk/p2", "walk/p1", "walk/p2", "walk/p3");
        BooksSnapshot books = this.books.snapshot();
        assertThat(books.received()).isEqualTo(before.received() + 5);
        assertThat(books.published()).isEqualTo(before.published() + 4);
        assertThat(books.absent()).isEqualTo(before.absent() + 1);
    }

    @Test
    void aGalleryThatIsLaidOutAnewBeginsAnEpoch() throws Exception {
        // Given
        JsonNode before = found(
                postAt("anew", now, new Mosaic(2, 2).show(ADA, BOB, CYD, NOBODY).jpeg()));
        assertThat(before.findValuesAsText("participantId")).containsExactlyInAnyOrder("p1", "p2", "p3");

        // When
        JsonNode after = found(postAt(
                "anew", now + 1000, new Mosaic(3, 2).show(NOBODY, CYD, ADA, BOB).jpeg()));

        // Then
        assertThat(after.findValuesAsText("participantId")).containsExactlyInAnyOrder("p1.1", "p2.1", "p3.1");
    }

    @Test
    void aCompositeWithoutAnybodyIsAnsweredAndSkipped() throws Exception {
        JsonNode answer =
                found(postAt("empty", now, new Mosaic(1, 1).show(NOBODY).jpeg()));
        assertThat(answer.path("participants")).isEmpty();
        assertThat(books.snapshot().skipped().get(SkipReason.NOBODY))
                .isEqualTo(before.skipped().get(SkipReason.NOBODY) + 1);
        assertThat(log.read()).isEmpty();
    }

    private JsonNode found(HttpResponse<String> answer) throws Exception {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return json(answer.body());
    }

    private static Map<String, JsonNode> byId(JsonNode answer) {
        Map<String, JsonNode> participants = new HashMap<>();
        answer.path("participants")
                .forEach(each -> participants.put(each.path("participantId").asText(), each));
        return participants;
    }

    /** Who has a face in a tile. */
    private static String nameAt(JsonNode answer, int column, int row) {
        for (JsonNode each : answer.path("participants")) {
            JsonNode box = each.path("faces").path(0).path("box");
            if (!box.isMissingNode()
                    && (int) (box.path("x").asDouble() / Mosaic.WIDTH) == column
                    && (int) (box.path("y").asDouble() / Mosaic.HEIGHT) == row) {
                return each.path("participantId").asText();
            }
        }
        throw new AssertionError("Nobody in that tile: " + answer);
    }

    private HttpResponse<String> postAt(String meeting, long capturedAt, byte[] picture) throws Exception {
        return detector.post(
                "/v1/meetings/" + meeting + "/frames",
                picture,
                Map.of("Content-Type", "image/jpeg", "Rapt-Captured-At", Long.toString(capturedAt)));
    }

    private FrameId frame(String participantId) {
        return FrameId.newBuilder()
                .setMeetingId("m")
                .setParticipantId(participantId)
                .setCapturedAtMs(now)
                .build();
    }

    private HttpResponse<String> post(byte[] body, Map<String, String> more) throws Exception {
        Map<String, String> headers =
                new HashMap<>(Map.of("Content-Type", "image/jpeg", "Rapt-Captured-At", Long.toString(now)));
        headers.putAll(more);
        return detector.post("/v1/meetings/m/frames", body, headers);
    }

    private Map<String, FaceCrop> records() {
        return log.read().stream().collect(Collectors.toMap(ConsumerRecord::key, ConsumerRecord::value));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
