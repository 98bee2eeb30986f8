package dev.rapt.detector.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A detector as it is shipped: it measures nobody in a meeting that nobody has declared. */
public final class DeclaredOnly implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of("rapt.detector.undeclared.accept", "false");
    }

    @Override
    public void stop() {}
}
