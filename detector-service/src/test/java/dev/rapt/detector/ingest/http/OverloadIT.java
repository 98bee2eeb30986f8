package dev.rapt.detector.ingest.http;

import static dev.rapt.detector.testing.Detector.frames;
import static dev.rapt.detector.testing.Detector.problem;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.HeldReader;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.SmallLimits;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafkaResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@QuarkusTestResource(SmallLimits.class)
class OverloadIT {

    private static final byte[] PEOPLE = Pictures.people();
    private static final byte[] NOBODY = Pictures.nobody();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    @Inject
    HeldReader reader;

    @Test
    void whenItIsFullFramesAreRefusedAndTakenAgainAfterwards() throws Exception {
        // Given a participant whose frames are held up until the detector is full
        Detector detector = new Detector(port);
        detector.awaitReady();
        BooksSnapshot before = books.snapshot();
        ExecutorService senders = Executors.newCachedThreadPool();
        List<Future<HttpResponse<String>>> taken = new ArrayList<>();
        HttpResponse<String> refused;
        try (HeldReader.Hold slow = reader.hold(PEOPLE);
                StreamClient stream = new StreamClient(port, "overload")) {
            taken.add(senders.submit(() -> detector.postJpeg(frames("overload", "slow"), PEOPLE)));
            slow.awaitBegin();
            for (int i = 1; i < SmallLimits.MAX_FRAMES; i++) {
                taken.add(senders.submit(() -> detector.postJpeg(frames("overload", "slow"), NOBODY)));
            }
            while (books.snapshot().inFlight() < SmallLimits.MAX_FRAMES) {
                Thread.sleep(10);
            }

            // When one more comes by either way
            refused = detector.postJpeg(frames("overload", "other"), NOBODY);
            stream.send(StreamFrames.of("other", System.currentTimeMillis(), OptionalLong.empty(), NOBODY));

            // Then
            assertThat(stream.next().path("reason").asText()).isEqualTo("overloaded");
        }
        problem(refused, 429, "overloaded");
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        for (Future<HttpResponse<String>> answer : taken) {
            assertThat(answer.get().statusCode()).isEqualTo(202);
        }
        assertThat(detector.postJpeg(frames("overload", "other"), NOBODY).statusCode())
                .isEqualTo(202);
        BooksSnapshot after = books.snapshot();
        assertThat(after.rejected().get(RefusalReason.OVERLOADED))
                .isEqualTo(before.rejected().get(RefusalReason.OVERLOADED) + 2);
        assertThat(after.accountedFor()).isEqualTo(after.received());
        senders.shutdown();
    }
}
