package dev.rapt.access.http;

import dev.rapt.access.AccessConfig;
import dev.rapt.access.OpenMode;
import java.util.regex.Pattern;

/** With which settings a service may start. */
final class StartRule {

    static final String NO_TOKENS =
            "Nobody could call this service: set RAPT_ACCESS_TOKENS_FILE (bin/token makes entries) or"
                    + " RAPT_ACCESS_JWT_ISSUER; or, on a machine of your own, RAPT_ACCESS_OPEN=loopback with"
                    + " QUARKUS_HTTP_HOST=127.0.0.1";

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[?::1]?");

    private StartRule() {}

    /**
     * Judges them.
     *
     * @param host that the service listens on
     * @throws IllegalStateException if it may not start; the message says what to set
     */
    static void judge(AccessConfig config, String host) {
        if (config.open() == OpenMode.LOOPBACK && !LOOPBACK.matcher(host).matches()) {
            throw new IllegalStateException(
                    "RAPT_ACCESS_OPEN=loopback lets everybody do everything, so the service must"
                            + " listen on a loopback address only: set QUARKUS_HTTP_HOST=127.0.0.1, it is " + host);
        }
        boolean tokens =
                config.tokensFile().isPresent() || config.jwt().issuer().isPresent();
        if (config.open().isOpen() && tokens) {
            throw new IllegalStateException("RAPT_ACCESS_OPEN=" + config.open().text()
                    + " would let everybody in without the tokens that are set: leave one of them out");
        }
    }
}
