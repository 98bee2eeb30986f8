package dev.rapt.detector.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged, at any level, and what else is added, searched for pieces of pictures. */
public final class Overheard implements AutoCloseable {

    private static final int PIECE = 12;

    private final StringBuffer said = new StringBuffer();
    private final Handler ear = new Ear();
    private final Logger root = Logger.getLogger("");
    private final Logger own = Logger.getLogger("dev.rapt");

    public Overheard() {
        root.addHandler(ear);
        own.setLevel(Level.ALL);
    }

    /** Adds what was answered. */
    public void add(Object text) {
        said.append(text);
    }

    public String said() {
        return said.toString();
    }

    /** Checks that no piece of the picture was said, as it is, in hexadecimal, as numbers or in base64. */
    public void assertUnsaid(byte[] picture) {
        for (int at : new int[] {0, 300, picture.length / 2, picture.length - PIECE}) {
            assertPieceUnsaid(Arrays.copyOfRange(picture, at, at + PIECE));
        }
    }

    @Override
    public void close() {
        root.removeHandler(ear);
        own.setLevel(null);
    }

    private void assertPieceUnsaid(byte[] piece) {
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
