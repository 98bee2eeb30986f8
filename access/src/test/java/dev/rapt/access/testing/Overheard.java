package dev.rapt.access.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Everything that is logged, searched for tokens. */
public final class Overheard implements AutoCloseable {

    private final StringBuffer said = new StringBuffer();
    private final Handler ear = new Ear();
    private final Logger root = Logger.getLogger("");
    private final List<Logger> own = List.of(
            Logger.getLogger("dev.rapt"), Logger.getLogger("io.quarkus.vertx"), Logger.getLogger("io.smallrye.jwt"));

    public Overheard() {
        root.addHandler(ear);
        own.forEach(logger -> logger.setLevel(Level.ALL));
    }

    /** Checks that none of the tokens was logged. */
    public void assertNoToken() {
        assertThat(said.toString())
                .doesNotContain(
                        TestTokens.INGEST,
                        TestTokens.VIEWER,
                        TestTokens.ADMIN,
                        TestTokens.EXPIRED,
                        TestTokens.WRONG,
                        TestTokens.NARROW,
                        TestTokens.SLOW)
                // Of any signed token
                .doesNotContain("eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIs");
    }

    @Override
    public void close() {
        root.removeHandler(ear);
        own.forEach(logger -> logger.setLevel(null));
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
