package dev.rapt.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.demo.watch.Breakdown;
import dev.rapt.demo.watch.Counted;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LiveTableTest {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Test
    void aRowSaysWhoHowOftenWhatAndWhetherThere() {
        // When
        List<String> lines = LiveTable.lines(
                List.of(
                        new Breakdown("franck", 42, 40, 0.984, Map.of("happy", 1.0), "happy"),
                        new Breakdown("nobody", 3, 0, null, null, null)),
                List.of(
                        new Counted("franck", 42, Instant.EPOCH, "surprise"),
                        new Counted("nobody", 3, Instant.EPOCH, null)));

        // Then
        assertThat(lines.get(2)).contains("franck", "42", "surprise", "98 %");
        assertThat(lines.get(3)).containsPattern("nobody +3 +- +-");
    }

    @Test
    void aLiveTerminalDrawsTheBlockAnewBelowTheLines() {
        // Given
        Terminal terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), true);

        // When
        terminal.show(List.of("one", "two"));
        terminal.say("said");

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8).replace("\r", ""))
                .isEqualTo("one\ntwo\n\u001b[2A\u001b[Jsaid\none\ntwo\n");
    }

    @Test
    void aPlainOutputGetsNoControlCharacters() {
        // Given
        Terminal terminal = new Terminal(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);

        // When
        terminal.show(List.of("one"));
        terminal.say("said");

        // Then
        assertThat(bytes.toString(StandardCharsets.UTF_8)).isEqualTo("one\nsaid\n");
    }
}
