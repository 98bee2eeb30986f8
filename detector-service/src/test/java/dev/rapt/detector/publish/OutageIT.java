package dev.rapt.detector.publish;

import static dev.rapt.detector.testing.Detector.frames;
import static dev.rapt.detector.testing.Detector.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.FailureReason;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@Tag("long")
class OutageIT {

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    @InjectKafka
    EmbeddedKafka kafka;

    @Test
    void anOutageIsToldInTimeAndTheSameFrameIsTakenAfterwards() throws Exception {
        // Given a service that has reached Kafka
        Detector detector = new Detector(port);
        detector.awaitReady();
        Map<String, String> headers =
                Map.of("Content-Type", "image/jpeg", "Rapt-Captured-At", Long.toString(System.currentTimeMillis()));
        BooksSnapshot before = books.snapshot();

        // When Kafka is gone
        HttpResponse<String> answer;
        long waited;
        kafka.stop();
        try {
            long began = System.nanoTime();
            answer = detector.post(frames("outage", "ada"), Pictures.nobody(), headers);
            waited = System.nanoTime() - began;
        } finally {
            kafka.start();
        }

        // Then
        assertThat(problem(answer, 503, "kafka-unavailable").path("detail").asText())
                .contains("safe to send again unchanged");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        // Five seconds for Kafka; the rest is the machine's
        assertThat(Duration.ofNanos(waited)).isLessThan(Duration.ofSeconds(15));
        BooksSnapshot after = books.snapshot();
        assertThat(after.failed().get(FailureReason.KAFKA_UNAVAILABLE))
                .isEqualTo(before.failed().get(FailureReason.KAFKA_UNAVAILABLE) + 1);
        assertThat(after.accountedFor()).isEqualTo(after.received());

        // When it is back
        HttpResponse<String> again = detector.post(frames("outage", "ada"), Pictures.nobody(), headers);
        for (int attempt = 0; attempt < 10 && again.statusCode() == 503; attempt++) {
            again = detector.post(frames("outage", "ada"), Pictures.nobody(), headers);
        }

        // Then
        assertThat(again.statusCode()).as(again.body()).isEqualTo(202);
    }
}
