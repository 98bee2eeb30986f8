package dev.rapt.detector.live.http;

import static dev.rapt.detector.testing.Detector.frames;
import static dev.rapt.detector.testing.Detector.problem;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.contracts.ProtobufSerde;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.ScoredFace;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.live.LivePictures;
import dev.rapt.detector.live.draw.Scene;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meeting.MeetingLog;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.testing.Audited;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.LiveOn;
import dev.rapt.detector.testing.Overheard;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(value = EmbeddedKafkaResource.class, restrictToAnnotatedClass = true)
@QuarkusTestResource(value = LiveOn.class, restrictToAnnotatedClass = true)
@Timeout(120)
class LiveIT {

    private static final byte[] PEOPLE = Pictures.people();
    private static final String BEARER = "Bearer " + LiveOn.TOKEN;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @InjectKafka
    EmbeddedKafka kafka;

    @Inject
    LivePictures pictures;

    @Inject
    MeetingLog log;

    @Inject
    MeetingStates states;

    private final HttpClient http = HttpClient.newHttpClient();
    private Detector detector;

    @BeforeEach
    void begin() throws Exception {
        detector = new Detector(port);
        detector.awaitReady();
    }

    @Test
    void showsTheLastFrameToThoseWithTheToken() throws Exception {
        // Given
        detector.postJpeg(frames("look", "ada"), PEOPLE);

        // When
        HttpResponse<byte[]> answer = look("look");

        // Then
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("image/jpeg");
        assertThat(answer.headers().firstValue("cache-control")).hasValue("no-store");
        BufferedImage shown = ImageIO.read(new ByteArrayInputStream(answer.body()));
        assertThat(shown.getWidth()).isEqualTo(1280);
        assertThat(shown.getHeight()).isEqualTo(720);
    }

    @Test
    void noPictureGetsIntoALogOrAMetric() throws Exception {
        try (Overheard said = new Overheard()) {
            // When
            detector.postJpeg(frames("privacy", "ada"), PEOPLE);
            byte[] shown = look("privacy").body();
            said.add(refusal(lookPath("privacy"), "Bearer wrong").body());
            said.add(detector.get("/q/metrics").body());
            states.erase("privacy", "test").toCompletableFuture().join();
            said.add(refusal(lookPath("privacy"), BEARER).body());

            // Then
            assertThat(said.said()).contains("rapt_live_draw_seconds_count", "rapt_live_bytes");
            said.assertUnsaid(PEOPLE);
            said.assertUnsaid(shown);
            assertThat(said.said()).doesNotContain(LiveOn.TOKEN);
        }
    }

    @Test
    void showsNothingToOthers() throws Exception {
        detector.postJpeg(frames("rights", "ada"), PEOPLE);

        problem(refusal("/v1/meetings/rights/frame.jpg"), 401, "token-missing");
        problem(refusal("/v1/meetings/rights/frames.mjpeg"), 401, "token-missing");
        problem(refusal("/v1/meetings/rights/frame.jpg", "Basic abc"), 401, "token-missing");
        problem(refusal("/v1/meetings/rights/frame.jpg", "Bearer wrong"), 403, "token-wrong");
        problem(refusal("/v1/meetings/rights/frames.mjpeg", "Bearer wrong"), 403, "token-wrong");
        problem(refusal("/v1/meetings/rights/frame.jpg", BEARER + "x"), 403, "token-wrong");
    }

    @Test
    void whoeverLooksIsWrittenDownBefore() throws Exception {
        // Given
        detector.postJpeg(frames("audited", "ada"), PEOPLE);

        // When
        look("audited");
        refusal(lookPath("audited"), "Bearer wrong");
        http.send(request("/v1/meetings/audited/frames.mjpeg", BEARER), HttpResponse.BodyHandlers.ofInputStream())
                .body()
                .close();

        // Then
        assertThat(Audited.of(kafka, "audited"))
                .containsExactly(
                        "look live-token 200 GET /v1/meetings/{meetingId}/frame.jpg",
                        "look unauthenticated 403 GET /v1/meetings/{meetingId}/frame.jpg",
                        "look live-token 200 GET /v1/meetings/{meetingId}/frames.mjpeg");
    }

    @Test
    void aMeetingThatIsNotHereIsMisdirected() throws Exception {
        problem(refusal(lookPath("elsewhere"), BEARER), 421, "meeting-not-here");
        problem(refusal("/v1/meetings/elsewhere/frames.mjpeg", BEARER), 421, "meeting-not-here");
        problem(refusal(lookPath("a%20b"), BEARER), 400, "bad-id");
    }

    @Test
    void writesNamesLabelsAndSpeakersAsTheyComeFromKafka() throws Exception {
        // Given what was said before the meeting was on screen
        long now = System.currentTimeMillis();
        say("m", "ada", now - 60_000, new MeetingEvent.Joined("Ada Lovelace"));
        say("m", "bob", now - 60_000, new MeetingEvent.Joined("Bob"));
        detector.post(frames("m", "ada"), PEOPLE, Map.of("Content-Type", "image/jpeg", "Rapt-Captured-At", "" + now));
        await(() -> tiles("m").anyMatch(tile -> tile.name().equals("Ada Lovelace")));

        // When
        score("m", "ada", now, Expression.EXPRESSION_HAPPY);
        say("m", "ada", now, new MeetingEvent.SpeechOn(true));
        say("m", "bob", now, new MeetingEvent.WebcamOff());

        // Then
        await(() -> tiles("m").anyMatch(Scene.Tile::speaking));
        await(() ->
                tiles("m").flatMap(LiveIT::faces).anyMatch(face -> face.label().equals("happy")));
        await(() -> tiles("m").anyMatch(tile -> tile.content().equals(new Scene.Dark("camera off"))));
        assertThat(tiles("m").map(Scene.Tile::name)).containsExactly("Ada Lovelace", "Bob");
        say("m", "ada", now + 1_000, new MeetingEvent.SpeechOff());
        await(() -> tiles("m").noneMatch(Scene.Tile::speaking));
    }

    @Test
    void anErasedMeetingVanishesAtOnce() throws Exception {
        // Given
        detector.postJpeg(frames("gone", "ada"), PEOPLE);
        assertThat(look("gone").statusCode()).isEqualTo(200);

        // When
        states.erase("gone", "test").toCompletableFuture().join();

        // Then
        problem(refusal(lookPath("gone"), BEARER), 421, "meeting-not-here");
        detector.postJpeg(frames("gone", "ada"), PEOPLE);
        problem(refusal(lookPath("gone"), BEARER), 421, "meeting-not-here");
    }

    @Test
    void streamsPicturesUntilNoneComeAnyMore() throws Exception {
        // Given
        detector.postJpeg(frames("stream", "ada"), PEOPLE);

        // When
        HttpResponse<InputStream> answer = http.send(
                request("/v1/meetings/stream/frames.mjpeg", BEARER), HttpResponse.BodyHandlers.ofInputStream());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("multipart/x-mixed-replace"));
        byte[] first = part(answer.body());
        detector.postJpeg(frames("stream", "bob"), PEOPLE);
        byte[] second = part(answer.body());

        // Then both decode, they differ, and the stream ends with the meeting
        assertThat(ImageIO.read(new ByteArrayInputStream(first)).getWidth()).isEqualTo(1280);
        assertThat(ImageIO.read(new ByteArrayInputStream(second)).getWidth()).isEqualTo(1280);
        assertThat(first).isNotEqualTo(second);
        answer.body().transferTo(java.io.OutputStream.nullOutputStream());
        await(() -> pictures.meetings().stream().noneMatch("stream"::equals));
    }

    @Test
    void viewersAreLimitedAndSeatsComeBack() throws Exception {
        // Given
        detector.postJpeg(frames("full", "ada"), PEOPLE);
        List<InputStream> viewers = new ArrayList<>();
        for (int i = 0; i < LiveOn.MAX_VIEWERS; i++) {
            viewers.add(http.send(
                            request("/v1/meetings/full/frames.mjpeg", BEARER),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body());
        }

        // When
        HttpResponse<String> refused = refusal(lookPath("full"), BEARER);
        viewers.get(0).close();

        // Then
        problem(refused, 429, "too-many-viewers");
        await(() -> {
            try {
                detector.postJpeg(frames("full", "ada"), PEOPLE);
                return look("full").statusCode() == 200;
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        for (InputStream viewer : viewers) {
            viewer.close();
        }
    }

    private Stream<Scene.Tile> tiles(String meetingId) {
        return pictures.view(meetingId).stream().flatMap(view -> view.scene().tiles().stream());
    }

    private static Stream<Scene.Face> faces(Scene.Tile tile) {
        return tile.content() instanceof Scene.Shot shot ? shot.faces().stream() : Stream.of();
    }

    private void say(String meetingId, String participantId, long at, MeetingEvent.What what) {
        log.publish(new MeetingEvent(new ParticipantKey(meetingId, participantId), at, at, "native", what))
                .toCompletableFuture()
                .join();
    }

    private void score(String meetingId, String participantId, long capturedAt, Expression expression) {
        ScoredFace.Builder face = ScoredFace.newBuilder().setDominant(expression);
        for (int i = 1; i <= 7; i++) {
            face.addProbabilities(i == expression.getNumber() ? .94f : .01f);
        }
        FaceScore score = FaceScore.newBuilder()
                .setFrame(FrameId.newBuilder()
                        .setMeetingId(meetingId)
                        .setParticipantId(participantId)
                        .setCapturedAtMs(capturedAt))
                .setScored(face)
                .build();
        try (KafkaProducer<String, FaceScore> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", kafka.bootstrapServers()),
                new StringSerializer(),
                ProtobufSerde.faceScores().serializer())) {
            producer.send(new ProducerRecord<>(Topics.FACE_SCORES, meetingId, score));
        }
    }

    /** The next picture of a stream. */
    private static byte[] part(InputStream stream) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n", Math.max(0, head.indexOf("Content-Length"))) < 0
                || head.indexOf("Content-Length") < 0) {
            int next = stream.read();
            assertThat(next).as("the stream goes on").isNotNegative();
            head.append((char) next);
        }
        String text = head.toString();
        assertThat(text.getBytes(ISO_8859_1)).isNotEmpty();
        assertThat(text).contains("--rapt-frame\r\n", "Content-Type: image/jpeg");
        int length = Integer.parseInt(text.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
        return stream.readNBytes(length);
    }

    private static String lookPath(String meetingId) {
        return "/v1/meetings/" + meetingId + "/frame.jpg";
    }

    private HttpResponse<byte[]> look(String meetingId) throws IOException, InterruptedException {
        return http.send(request(lookPath(meetingId), BEARER), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> refusal(String path, String... authorization)
            throws IOException, InterruptedException {
        return http.send(request(path, authorization), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String... authorization) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        for (String value : authorization) {
            request.header("Authorization", value);
        }
        return request.build();
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(50);
        }
    }
}
