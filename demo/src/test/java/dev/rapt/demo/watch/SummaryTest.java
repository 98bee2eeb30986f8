package dev.rapt.demo.watch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

    @TempDir
    Path folder;

    @Test
    void isWrittenAsPromised() throws Exception {
        // Given
        Path file = folder.resolve("deeper/out.json");

        // When
        summary(10, 7, 8, 8, 0).write(file);

        // Then
        JsonNode json = new ObjectMapper().readTree(file.toFile());
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        assertThat(names)
                .containsExactly(
                        "meetingId",
                        "framesSent",
                        "published",
                        "absent",
                        "rejected",
                        "skipped",
                        "failed",
                        "scored",
                        "counted",
                        "deadLetters",
                        "captureToTimelineMillis",
                        "participants");
        assertThat(json.at("/captureToTimelineMillis/p95").asDouble()).isEqualTo(2);
        assertThat(json.at("/participants/0").toString())
                .isEqualTo("{\"id\":\"franck\",\"frames\":8,\"dominant\":\"happy\",\"shares\":{\"happy\":0.5}}");
    }

    @Test
    void theBooksBalanceOnlyWhenEveryFrameIsAccountedFor() {
        assertThat(summary(10, 7, 8, 8, 0).balanced()).isTrue();
        assertThat(summary(11, 7, 8, 8, 0).balanced()).isFalse();
        assertThat(summary(10, 7, 7, 8, 0).balanced()).isFalse();
        assertThat(summary(10, 7, 8, 9, 0).balanced()).isFalse();
        assertThat(summary(10, 7, 8, 8, 1).balanced()).isFalse();
    }

    private static Summary summary(long sent, long published, long scored, long counted, long deadLetters) {
        return new Summary(
                "m",
                sent,
                published,
                1,
                0,
                1,
                1,
                scored,
                counted,
                deadLetters,
                new Percentiles(1.0, 2.0, 3.0),
                List.of(new Summary.Participant("franck", 8, "happy", Map.of("happy", .5))));
    }
}
