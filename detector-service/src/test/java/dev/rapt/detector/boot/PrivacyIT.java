package dev.rapt.detector.boot;

import static dev.rapt.detector.testing.Detector.frames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Overheard;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** No byte of a picture gets into a log or a problem, whatever happens to it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class PrivacyIT {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @InjectKafka
    EmbeddedKafka kafka;

    private final Overheard said = new Overheard();

    @AfterEach
    void stopListening() {
        said.close();
    }

    @Test
    void noPictureGetsIntoALogOrAnAnswer() throws Exception {
        // Given
        Detector detector = new Detector(port);
        detector.awaitReady();
        List<byte[]> pictures = List.of(
                Pictures.people(), Pictures.nobody(), Pictures.truncated(), Pictures.corrupt(), Pictures.hugePng());

        // When they come by every way, with Kafka and without it
        for (byte[] picture : pictures) {
            said.add(detector.postJpeg(frames("privacy", "ada"), picture).body());
            said.add(detector.post(frames("privacy", "a b".replace(" ", "%20")), picture, Map.of("Rapt-Sequence", "x"))
                    .body());
            said.add(detector.postJpeg("/v1/analyze", picture).body());
        }
        try (StreamClient stream = new StreamClient(port, "privacy")) {
            for (byte[] picture : pictures) {
                stream.send(StreamFrames.of("ada", System.currentTimeMillis(), OptionalLong.empty(), picture));
                said.add(stream.next());
                stream.send(picture);
                said.add(stream.next());
                stream.sendText(new String(picture, 0, 100, StandardCharsets.ISO_8859_1));
                said.add(stream.next());
            }
        }
        kafka.stop();
        try {
            said.add(detector.postJpeg(frames("privacy", "ada"), Pictures.people())
                    .body());
        } finally {
            kafka.start();
        }

        // Then the logs were heard, and no piece of a picture is among them
        assertThat(said.said()).contains("Kafka doesn't acknowledge");
        for (byte[] picture : pictures) {
            said.assertUnsaid(picture);
        }
    }
}
