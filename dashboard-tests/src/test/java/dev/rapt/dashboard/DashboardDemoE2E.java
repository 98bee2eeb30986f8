package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import dev.rapt.media.SampleMedia;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page that the packaged aggregator serves, in a real browser, while the demo replays its meeting. */
class DashboardDemoE2E extends DashboardTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PEOPLE = List.of("cap12_edit", "cap13_edit2", "franck");

    private final HttpClient http = HttpClient.newHttpClient();
    private Demo demo;
    private Cable cable;

    @BeforeAll
    void start() throws Exception {
        demo = Demo.start();
        cable = new Cable(demo.port());
    }

    @AfterAll
    void stop() throws Exception {
        cable.close();
        demo.close();
    }

    @Test
    void aMeetingAppearsItsTimelineGrowsAndTheConnectionIsCutAndHeals() throws Exception {
        // Given the demo replays
        visit = browser.visit(cable.base(), 1400, 1000, ColorScheme.LIGHT);
        visit.page.navigate(cable.base());

        // Then its meeting appears, live, with who is in it
        String row = "[data-meeting='" + demo.meeting() + "']";
        visit.page.locator(row).waitFor();
        visit.until("document.querySelector(\"" + row + " .badge\").textContent === 'Live'");
        visit.until("document.querySelector(\"" + row + " .who\").textContent === '3 participants: "
                + String.join(", ", PEOPLE) + "'");

        // And when it is opened, everybody has a card
        visit.page.locator(row + " h2 a").click();
        awaitTimeline();
        visit.until("document.querySelectorAll('.card[data-state=measured]').length === 3");
        visit.until("document.querySelector('#live').textContent === 'Live'");
        assertThat(visit.page.locator(".card-name").allInnerTexts()).containsExactlyElementsOf(PEOPLE);

        // And the timeline grows
        growsFrom(end());

        // And the pie is the API's, of all and of a person
        awaitSharesOfApi("");
        visit.page.locator(".card-name").first().click();
        awaitSharesOfApi("participants/" + encoded(visit.page.locator("#who").inputValue()) + "/");

        // When the connection is cut
        cable.cut();
        visit.until(
                "document.querySelector('#banner:not([hidden])')?.textContent.startsWith('Disconnected, trying again.')");
        assertThat(visit.count(".card")).isEqualTo(3);
        String end = end();

        // Then it heals, and shows what came meanwhile
        cable.mend();
        visit.until(
                "document.querySelector('#banner').hidden && document.querySelector('#live').textContent === 'Live'");
        growsFrom(end);
        visit.page.locator("#who").selectOption("");
        visit.page.locator("#measure").selectOption("displayed");
        awaitTimeline();
        picture("dashboard");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void aPictureIsTried() throws Exception {
        visit = browser.visit(cable.base(), 1400, 1000, ColorScheme.LIGHT);
        visit.page.navigate(cable.base() + "#/picture");
        byte[] photo = SampleMedia.photo(SampleMedia.photos().get(0));

        visit.page.setInputFiles("#picture", new FilePayload("people.jpg", "image/jpeg", photo));

        // Then boxes, scores and pies are those of the API
        JsonNode faces = JSON.readTree(http.send(
                                HttpRequest.newBuilder(URI.create(cable.base() + "v1/analyze"))
                                        .header("Content-Type", "image/jpeg")
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(photo))
                                        .build(),
                                BodyHandlers.ofString())
                        .body())
                .path("faces");
        assertThat(faces).isNotEmpty();
        visit.until("document.querySelectorAll('.face').length === " + faces.size());
        for (int i = 0; i < faces.size(); i++) {
            String face = ".face[data-face='" + (i + 1) + "']";
            assertThat(Double.parseDouble(visit.page
                            .locator(face + " [data-label=happy] data")
                            .getAttribute("value")))
                    .isEqualTo(faces.get(i).path("expressions").path("happy").asDouble());
            assertThat(Double.parseDouble(visit.page.locator(".box rect").nth(i).getAttribute("x")))
                    .isEqualTo(faces.get(i).path("box").path("x").asDouble());
        }
        picture("picture");
        assertThat(visit.complaints()).isEmpty();
    }

    private String end() {
        return visit.page.locator(".chart-place").getAttribute("data-to");
    }

    private void growsFrom(String end) {
        visit.until("Number(document.querySelector('.chart-place').dataset.to) > " + end);
    }

    /** The meeting goes on, so page and API agree at some moment, not at every one. */
    private void awaitSharesOfApi(String who) throws Exception {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (true) {
            JsonNode shares = get("v1/meetings/" + encoded(demo.meeting()) + "/" + who + "summary")
                    .path("displayedShares");
            boolean equal = FakeMeeting.LABELS.stream().allMatch(label -> {
                Object shown = visit.page.evaluate(
                        "document.querySelector('.panel-breakdown [data-label=" + label + "] data')?.value");
                return shown != null
                        && Double.parseDouble(shown.toString())
                                == shares.path(label).asDouble();
            });
            if (equal) {
                return;
            }
            assertThat(System.nanoTime())
                    .as("the pie never was the API's: %s", shares)
                    .isLessThan(deadline);
            visit.page.waitForTimeout(100);
        }
    }

    private JsonNode get(String path) throws IOException, InterruptedException {
        return JSON.readTree(http.send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + demo.port() + "/" + path))
                                .build(),
                        BodyHandlers.ofString())
                .body());
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
