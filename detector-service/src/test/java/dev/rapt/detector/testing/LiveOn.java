package dev.rapt.detector.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A detector with live pictures. */
public final class LiveOn implements QuarkusTestResourceLifecycleManager {

    public static final String TOKEN = "a-token-for-tests";
    public static final int MAX_VIEWERS = 3;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "rapt.detector.live.enabled",
                "true",
                "rapt.detector.live.token",
                TOKEN,
                "rapt.detector.live.expiry",
                "PT5S",
                "rapt.detector.live.interval",
                "PT0.1S",
                "rapt.detector.live.max-viewers",
                Integer.toString(MAX_VIEWERS));
    }

    @Override
    public void stop() {}
}
