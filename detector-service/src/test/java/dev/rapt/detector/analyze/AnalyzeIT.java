package dev.rapt.detector.analyze;

import static dev.rapt.detector.testing.Detector.json;
import static dev.rapt.detector.testing.Detector.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.FakeClassifier;
import dev.rapt.detector.testing.FakeClassifierResource;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@QuarkusTestResource(FakeClassifierResource.class)
class AnalyzeIT {

    private static final String PATH = "/v1/analyze";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    FakeClassifier classifier;

    private Detector detector;
    private BooksSnapshot before;

    @BeforeEach
    void begin() throws Exception {
        detector = new Detector(port);
        detector.awaitReady();
        before = books.snapshot();
    }

    @AfterEach
    void picturesAreNoFrames() {
        classifier.status(200);
        assertThat(books.snapshot()).isEqualTo(before);
    }

    @Test
    void everyFaceOfAPhotoIsScored() throws Exception {
        HttpResponse<String> answer = detector.postJpeg(PATH, Pictures.people());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode picture = json(answer.body());
        assertThat(picture.path("width").asInt()).isPositive();
        assertThat(picture.path("faces").size()).isGreaterThanOrEqualTo(3);
        JsonNode face = picture.path("faces").get(0);
        assertThat(face.path("box").path("width").asDouble()).isPositive();
        assertThat(face.path("dominant").asText()).isEqualTo("happy");
        assertThat(face.path("expressions").size()).isEqualTo(7);
        assertThat(face.has("flaw")).isTrue();
        assertThat(face.path("flaw").isNull()).isTrue();
        assertThat(picture.path("model").path("name").asText()).isEqualTo("fake");
    }

    @Test
    void aPictureWithoutFacesNeedsNoClassifier() throws Exception {
        classifier.status(500);

        JsonNode picture = json(detector.postJpeg(PATH, Pictures.nobody()).body());

        assertThat(picture.path("faces").isEmpty()).isTrue();
        assertThat(picture.path("model").isNull()).isTrue();
    }

    @Test
    void aClassifierThatFailsIsToldAsUnavailable() throws Exception {
        classifier.status(503);

        HttpResponse<String> answer = detector.postJpeg(PATH, Pictures.people());

        problem(answer, 503, "classifier-unavailable");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void badPicturesAreRefusedByName() throws Exception {
        problem(detector.postJpeg(PATH, new byte[0]), 400, "empty-body");
        problem(detector.postJpeg(PATH, Pictures.truncated()), 422, "corrupt-image");
        problem(detector.postJpeg(PATH, new byte[50 << 20]), 413, "body-too-large");
        problem(detector.post(PATH, Pictures.hugePng(), Map.of("Content-Type", "image/png")), 413, "image-too-large");
        problem(
                detector.post(PATH, Pictures.gif(), Map.of("Content-Type", "image/gif")),
                415,
                "unsupported-media-type");
    }
}
