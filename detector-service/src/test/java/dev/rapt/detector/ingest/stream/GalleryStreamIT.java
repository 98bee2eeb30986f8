package dev.rapt.detector.ingest.stream;

import static dev.rapt.detector.testing.Mosaic.Scene.ADA;
import static dev.rapt.detector.testing.Mosaic.Scene.BOB;
import static dev.rapt.detector.testing.Mosaic.Scene.CYD;
import static dev.rapt.detector.testing.Mosaic.Scene.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.rapt.detector.books.Books;
import dev.rapt.detector.books.BooksSnapshot;
import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.frame.NativeObjects;
import dev.rapt.detector.testing.CropLog;
import dev.rapt.detector.testing.Detector;
import dev.rapt.detector.testing.Mosaic;
import dev.rapt.detector.testing.Pictures;
import dev.rapt.detector.testing.StreamClient;
import dev.rapt.detector.testing.StreamFrames;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.WebSocketHandshakeException;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@QuarkusTestResource(EmbeddedKafkaResource.class)
@Timeout(120)
class GalleryStreamIT {

    private static final byte[] THREE =
            new Mosaic(2, 2).show(ADA, BOB, CYD, NOBODY).jpeg();
    private static final byte[] TWO =
            new Mosaic(2, 2).show(ADA, BOB, NOBODY, NOBODY).jpeg();

    @ConfigProperty(name = "quarkus.http.test-port")
    int port;

    @Inject
    Books books;

    @InjectKafka
    EmbeddedKafka kafka;

    private final long now = System.currentTimeMillis();
    private CropLog log;
    private BooksSnapshot before;

    @BeforeEach
    void begin() throws Exception {
        new Detector(port).awaitReady();
        log = CropLog.open(kafka.bootstrapServers());
        before = books.snapshot();
    }

    @AfterEach
    void theBooksAreRight() throws Exception {
        log.close();
        while (books.snapshot().inFlight() > 0) {
            Thread.sleep(10);
        }
        assertThat(books.snapshot().accountedFor()).isEqualTo(books.snapshot().received());
    }

    @Test
    void peopleAreFollowedOnAConnectionAndNamedAnewOnTheNext() {
        long native0 = NativeObjects.live();
        try (StreamClient client = new StreamClient(port, "lost", "gallery")) {
            // When
            JsonNode first = send(client, now, THREE);
            JsonNode second = send(client, now + 1000, TWO);

            // Then
            assertThat(first.path("type").asText()).isEqualTo("ack");
            assertThat(first.path("status").asText()).isEqualTo("recorded");
            assertThat(first.path("capturedAt").asLong()).isEqualTo(now);
            assertThat(names(first)).containsExactlyInAnyOrder("p1", "p2", "p3");
            assertThat(names(second)).containsExactlyInAnyOrder("p1", "p2", "p3");
            assertThat(second.path("participants")).hasSize(3);
            assertThat(second.path("participants").get(2).path("status").asText())
                    .isEqualTo("absent");
        }

        // When the connection was lost
        try (StreamClient again = new StreamClient(port, "lost", "gallery")) {
            // Then
            assertThat(names(send(again, now + 2000, THREE))).containsExactlyInAnyOrder("p1.1", "p2.1", "p3.1");
        }
        assertThat(log.read()).hasSize(9);
        assertThat(books.snapshot().published()).isEqualTo(before.published() + 8);
        assertThat(books.snapshot().absent()).isEqualTo(before.absent() + 1);
        assertThat(NativeObjects.live()).isEqualTo(native0);
    }

    @Test
    void twoConnectionsOfOneMeetingNeverShareAName() {
        try (StreamClient one = new StreamClient(port, "two", "gallery");
                StreamClient other = new StreamClient(port, "two", "gallery")) {
            one.send(composite(now, THREE));
            other.send(composite(now, TWO));
            Set<String> all = new HashSet<>(names(one.next()));
            all.addAll(names(other.next()));
            assertThat(all).hasSize(5);
        }
    }

    @Test
    void aNewerCompositeTakesThePlaceOfAWaitingOne() {
        try (StreamClient client = new StreamClient(port, "newest", "gallery")) {
            // When they come faster than they are read
            int sent = 8;
            for (int i = 0; i < sent; i++) {
                client.send(composite(now + i, THREE));
            }

            // Then
            int recorded = 0;
            int skipped = 0;
            for (int i = 0; i < sent; i++) {
                JsonNode ack = client.next();
                if (ack.path("status").asText().equals("skipped")) {
                    assertThat(ack.path("reason").asText()).isEqualTo("superseded");
                    skipped++;
                } else {
                    assertThat(ack.path("status").asText()).isEqualTo("recorded");
                    recorded++;
                }
            }
            assertThat(skipped).isPositive();
            // The last one at least; all others may have been replaced before anybody looked
            assertThat(recorded).isPositive();
            assertThat(books.snapshot().skipped().get(SkipReason.SUPERSEDED))
                    .isEqualTo(before.skipped().get(SkipReason.SUPERSEDED) + skipped);
            int told = log.read().stream()
                    .filter(record -> record.key().equals("newest/p1"))
                    .mapToInt(record -> record.value().getSkippedBefore())
                    .sum();
            assertThat(told).isEqualTo(skipped);
        }
    }

    @Test
    void badMessagesAreToldAndCountedAndTheStreamGoesOn() {
        try (StreamClient client = new StreamClient(port, "bad", "gallery")) {
            client.send(StreamFrames.of("ada", now, OptionalLong.empty(), TWO));
            assertThat(client.next().path("reason").asText()).isEqualTo("bad-frame-header");
            client.sendText("hello");
            assertThat(client.next().path("reason").asText()).isEqualTo("not-binary");
            JsonNode refused = send(client, now, Pictures.truncated());
            assertThat(refused.path("status").asText()).isEqualTo("rejected");
            assertThat(refused.path("reason").asText()).isEqualTo("corrupt-image");
            assertThat(send(client, now + 1, TWO).path("status").asText()).isEqualTo("recorded");
        }
        BooksSnapshot after = books.snapshot();
        assertThat(after.rejected().get(RefusalReason.BAD_FRAME_HEADER))
                .isEqualTo(before.rejected().get(RefusalReason.BAD_FRAME_HEADER) + 1);
        assertThat(after.rejected().get(RefusalReason.CORRUPT_IMAGE))
                .isEqualTo(before.rejected().get(RefusalReason.CORRUPT_IMAGE) + 1);
    }

    @Test
    void aStreamOfSomethingThatIsNoMeetingIsNotOpened() {
        assertThatThrownBy(() -> new StreamClient(port, "a%20b", "gallery"))
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(WebSocketHandshakeException.class);
    }

    private static JsonNode send(StreamClient client, long capturedAt, byte[] picture) {
        client.send(composite(capturedAt, picture));
        return client.next();
    }

    private static byte[] composite(long capturedAt, byte[] picture) {
        return StreamFrames.of("", capturedAt, OptionalLong.empty(), picture);
    }

    private static Set<String> names(JsonNode ack) {
        return new HashSet<>(ack.findValuesAsText("participantId"));
    }
}
