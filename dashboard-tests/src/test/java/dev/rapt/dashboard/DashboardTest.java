package dev.rapt.dashboard;

import com.microsoft.playwright.options.ColorScheme;
import dev.rapt.dashboard.Browser.Visit;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the tests of the page share: a browser, and a fresh API and page for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(NeedsBrowser.class)
abstract class DashboardTest {

    /** Ten minutes, a while ago, of four people. */
    static final Instant FIRST = Instant.parse("2026-03-02T09:00:00Z");

    Browser browser;
    FakeApi api;
    Visit visit;

    @RegisterExtension
    static final SharedBrowser SHARED = new SharedBrowser();

    @BeforeAll
    void takeBrowser() {
        browser = SHARED.browser();
    }

    @AfterEach
    void leave() {
        if (visit != null) {
            visit.close();
            visit = null;
        }
        if (api != null) {
            api.close();
            api = null;
        }
    }

    static FakeMeeting small() {
        return new FakeMeeting("standup", 4, 120, FIRST);
    }

    /** Four people whose meeting runs, and has for so many steps. */
    static FakeMeeting running(int steps) {
        long now = Instant.now().getEpochSecond() / FakeMeeting.STEP_SECONDS * FakeMeeting.STEP_SECONDS;
        return new FakeMeeting(
                "standup", 4, steps, Instant.ofEpochSecond(now - (long) steps * FakeMeeting.STEP_SECONDS));
    }

    /** Opens the page's address, such as {@code #/meetings/standup}, on a desk's screen. */
    Visit open(String address, FakeMeeting... meetings) throws IOException {
        return open(address, 1400, 1000, ColorScheme.LIGHT, meetings);
    }

    Visit open(String address, int width, int height, ColorScheme scheme, FakeMeeting... meetings) throws IOException {
        if (api == null) {
            api = new FakeApi(meetings);
        }
        visit = browser.visit(api.base(), width, height, scheme);
        visit.page.navigate(api.base() + address);
        return visit;
    }

    /** Waits for the timeline of a meeting's page. */
    void awaitTimeline() {
        visit.until("document.querySelector('.chart-place:not([aria-busy]) canvas') !== null");
    }

    /** Writes what is seen, where {@code -Drapt.dashboard.screenshots=DIR} asks for pictures. */
    void picture(String name) {
        String folder = System.getProperty("rapt.dashboard.screenshots");
        if (folder != null) {
            // Charts are drawn with the next frame
            visit.page.waitForTimeout(400);
            visit.page.screenshot(
                    new com.microsoft.playwright.Page.ScreenshotOptions().setPath(Path.of(folder, name + ".png")));
        }
    }
}
