package dev.rapt.detector.boot;

import static dev.rapt.detector.testing.Detector.frames;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No byte of a picture gets into a log or a problem, whatever happens to it. */
@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class PrivacyIT {

    private static final int PIECE = 12;

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @InjectKafka
    EmbeddedKafka kafka;

    private final StringBuffer said = new StringBuffer();
    private final Handler ear = new Ear();
    private final Logger root = Logger.getLogger("");
    private final Logger own = Logger.getLogger("dev.rapt");

    @BeforeEach
    void listen() {
        root.addHandler(ear);
        own.setLevel(Level.ALL);
    }

    @AfterEach
    void stopListening() {
        root.removeHandler(ear);
        own.setLevel(null);
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
            said.append(detector.postJpeg(frames("privacy", "ada"), picture).body());
            said.append(
                    detector.post(frames("privacy", "a b".replace(" ", "%20")), picture, Map.of("Rapt-Sequence", "x"))
                            .body());
            said.append(detector.postJpeg("/v1/analyze", picture).body());
        }
        try (StreamClient stream = new StreamClient(port, "privacy")) {
            for (byte[] picture : pictures) {
                stream.send(StreamFrames.of("ada", System.currentTimeMillis(), OptionalLong.empty(), picture));
                said.append(stream.next());
                stream.send(picture);
                said.append(stream.next());
                stream.sendText(new String(picture, 0, 100, StandardCharsets.ISO_8859_1));
                said.append(stream.next());
            }
        }
        kafka.stop();
        try {
            said.append(detector.postJpeg(frames("privacy", "ada"), Pictures.people())
                    .body());
        } finally {
            kafka.start();
        }

        // Then the logs were heard, and no piece of a picture is among them
        assertThat(said).contains("Kafka doesn't acknowledge");
        for (byte[] picture : pictures) {
            for (int at : new int[] {0, 300, picture.length / 2, picture.length - PIECE}) {
                assertUnsaid(Arrays.copyOfRange(picture, at, at + PIECE));
            }
        }
    }

    private void assertUnsaid(byte[] piece) {
        String hex = HexFormat.of().formatHex(piece);
        String numbers = Arrays.toString(piece);
        assertThat(said)
                .doesNotContain(new String(piece, StandardCharsets.ISO_8859_1))
                .doesNotContainIgnoringCase(hex)
                .doesNotContain(numbers.substring(1, numbers.length() - 1));
        // Base64 in its three phases
        for (int phase = 0; phase < 3; phase++) {
            String encoded =
                    Base64.getEncoder().withoutPadding().encodeToString(Arrays.copyOfRange(piece, phase, phase + 9));
            assertThat(said).doesNotContain(encoded);
        }
    }

    private final class Ear extends Handler {
        @Override
        public void publish(LogRecord record) {
            said.append(record.getMessage()).append(' ').append(Arrays.toString(record.getParameters()));
            if (record.getThrown() != null) {
                StringWriter trace = new StringWriter();
                record.getThrown().printStackTrace(new PrintWriter(trace));
                said.append(trace);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
