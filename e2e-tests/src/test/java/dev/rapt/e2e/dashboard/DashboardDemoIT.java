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
        disabledReason = "names no running demo")
class DashboardDemoIT {

    @Test
    void showsWhatTheDemoCounts() throws Exception {
        URI base = URI.create(System.getProperty("rapt.dashboard.url"));
        Path executable = Chromium.find().orElseThrow(() -> new AssertionError("There is no browser to look with"));
        try (Chromium chromium = Chromium.start(executable);
                BrowserPage page = chromium.newPage().as(1400, 900, "UTC")) {
            // When
            DashboardCheck.whole(page, base, System.getProperty("rapt.dashboard.meeting"));

            // Then
            String picture = System.getProperty("rapt.dashboard.screenshot", "target/dashboard.png");
            page.screenshot(Path.of(picture));
        }
    }
}
