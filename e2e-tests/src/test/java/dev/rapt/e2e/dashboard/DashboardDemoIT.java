package dev.rapt.e2e.dashboard;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * The page of a demo that is running: {@code -Drapt.dashboard.url=http://localhost:8082
 * -Drapt.dashboard.meeting=ID [-Drapt.dashboard.screenshot=FILE.png]}.
 */
@EnabledIfSystemProperty(
        named = "rapt.dashboard.url",
        matches = "https?://.*",
        disabledReason = "no running demo is named")
class DashboardDemoIT {

    @Test
    void showsWhatTheDemoCounts() throws Exception {
        DashboardVisit.check(
                URI.create(System.getProperty("rapt.dashboard.url")),
                System.getProperty("rapt.dashboard.meeting"),
                Path.of(System.getProperty("rapt.dashboard.screenshot", "target/dashboard.png")));
    }
}
