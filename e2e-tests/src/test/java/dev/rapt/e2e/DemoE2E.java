package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The demo's own command, as the README gives it. */
class DemoE2E {

    @Test
    void replaysARealMeetingAndItsBooksBalance() throws Exception {
        Path summary = Path.of("target", "demo-summary.json").toAbsolutePath();
        Files.deleteIfExists(summary);

        RunningDemo demo = RunningDemo.start("--headless", "--seconds", "15", "--summary", summary.toString());
        int exit = demo.awaitEnd(Duration.ofMinutes(4));

        assertThat(exit).as(demo.printed()).isZero();
        JsonNode books = new ObjectMapper().readTree(summary.toFile());
        long framesSent = books.path("framesSent").asLong();
        long accepted = books.path("published").asLong() + books.path("absent").asLong();
        assertThat(framesSent).isBetween(3 * 15 * 2 - 12L, 3 * 15 * 2 + 12L);
        assertThat(accepted
                        + books.path("rejected").asLong()
                        + books.path("skipped").asLong()
                        + books.path("failed").asLong())
                .isEqualTo(framesSent);
        assertThat(books.path("scored").asLong()).isEqualTo(accepted);
        assertThat(books.path("counted").asLong()).isEqualTo(accepted);
        assertThat(books.path("deadLetters").asLong()).isZero();
        assertThat(books.path("captureToTimelineMillis").path("p95").asDouble()).isPositive();
        assertThat(books.path("participants")).hasSize(3);
        for (JsonNode participant : books.path("participants")) {
            assertThat(participant.path("frames").asLong()).isPositive();
            assertThat(participant.path("shares")).hasSize(7);
        }
        demo.close();
    }

    @Test
    void saysInOneLineThatAPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            int base = taken.getLocalPort();
            ProcessBuilder builder = new ProcessBuilder("bin/demo", "--headless", "--port-base", Integer.toString(base))
                    .directory(Path.of("..").toFile())
                    .redirectErrorStream(true);
            builder.environment().put("RAPT_DEMO_BUILD", "never");
            Process demo = builder.start();
            String printed = new String(demo.getInputStream().readAllBytes());

            assertThat(demo.waitFor()).isNotZero();
            assertThat(printed).contains(Integer.toString(base)).contains("--port-base");
            assertThat(printed.strip().lines()).hasSize(1);
        }
    }
}
