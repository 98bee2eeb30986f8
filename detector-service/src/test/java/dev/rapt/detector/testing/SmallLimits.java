package dev.rapt.detector.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A detector that is full soon. */
public final class SmallLimits implements QuarkusTestResourceLifecycleManager {

    public static final int MAX_FRAMES = 20;

    @Override
    public Map<String, String> start() {
        return Map.of("rapt.detector.in-flight.max-frames", Integer.toString(MAX_FRAMES));
    }

    @Override
    public void stop() {}
}
