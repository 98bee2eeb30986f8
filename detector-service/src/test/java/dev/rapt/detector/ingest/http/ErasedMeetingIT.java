package dev.rapt.detector.ingest.http;

import static dev.rapt.detector.testing.Detector.frames;
import static dev.rapt.detector.testing.Detector.problem;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.detector.meeting.MeetingStates;
import dev.rapt.detector.testing.CropLog;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
class ErasedMeetingIT {

    private static final String REFUSED = "rapt_frames_rejected_total{reason=\"meeting-erased\"}";

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    MeetingStates states;

    @InjectKafka
    EmbeddedKafka kafka;

    @Test
    void whicheverWayAFrameOfAnErasedMeetingComesItIsRefusedAndCounted() throws Exception {
        // Given a meeting that goes on
        Detector detector = new Detector(port);
        detector.awaitReady();
        assertThat(detector.postJpeg(frames("revoked", "ada"), Pictures.nobody())
                        .statusCode())
                .isEqualTo(202);
        double refusedBefore = detector.metric(REFUSED);

        try (CropLog crops = CropLog.open(kafka.bootstrapServers());
                StreamClient stream = new StreamClient(port, "revoked")) {
            // When
            states.erase("revoked", "test")
                    .toCompletableFuture()
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();

            // Then
            problem(detector.postJpeg(frames("revoked", "ada"), Pictures.nobody()), 410, "meeting-erased");
            stream.send(StreamFrames.of("ada", System.currentTimeMillis(), OptionalLong.empty(), Pictures.nobody()));
            JsonNode ack = stream.next();
            assertThat(ack.path("status").asText()).isEqualTo("rejected");
            assertThat(ack.path("reason").asText()).isEqualTo("meeting-erased");
            assertThat(detector.metric(REFUSED)).isEqualTo(refusedBefore + 2);
            assertThat(crops.read()).isEmpty();
        }
        assertThat(detector.postJpeg(frames("another", "ada"), Pictures.nobody())
                        .statusCode())
                .isEqualTo(202);
    }
}
