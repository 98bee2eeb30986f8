package dev.rapt.e2e.dashboard;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/** Looks at the dashboard of running services with a real browser; for the tests of other packages too. */
public final class DashboardVisit {

    private DashboardVisit() {}

    /** Whether this machine has a browser to look with. */
    public static boolean possible() {
        return Chromium.find().isPresent();
    }

    /**
     * Opens the page and holds it against the API behind it: everybody is there, each with the API's numbers, a pie and
     * a timeline; the browser complains of nothing, and nothing is asked of another origin.
     *
     * @param origin the public origin, such as {@code http://localhost:8082/}
     * @param meeting the meeting to look at; its frames may be flowing meanwhile
     * @param picture where a screenshot of 1400 × 900 is written
     * @throws AssertionError saying what isn't as it should be
     */
    public static void check(URI origin, String meeting, Path picture) throws IOException, InterruptedException {
        Path executable = Chromium.find().orElseThrow(() -> new AssertionError("There is no browser to look with"));
        try (Chromium chromium = Chromium.start(executable);
                BrowserPage page = chromium.newPage().as(1400, 900, "UTC")) {
            DashboardCheck.whole(page, origin, meeting);
            page.screenshot(picture);
        }
    }
}
