package dev.rapt.e2e.dashboard;

import static dev.rapt.e2e.dashboard.BrowserPage.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Holds a page against the API behind it: works for a fixture as for a running demo, whose numbers grow while it looks.
 */
final class DashboardCheck {

    /** The eight displayed labels. */
    static final List<String> LABELS =
            List.of("neutral", "happy", "surprise", "sad", "fear", "disgust", "angry", "it-depends");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final BrowserPage page;
    private final URI base;
    private final String meeting;

    /** The page is open at this base, or on the way there. */
    DashboardCheck(BrowserPage page, URI base, String meeting) {
        this.page = page;
        this.base = base;
        this.meeting = meeting;
    }

    /** Opens the base address with this meeting and checks all there is to check. */
    static void whole(BrowserPage page, URI base, String meeting) {
        page.open(base.resolve("/#meeting=" + encoded(meeting)));
        DashboardCheck check = new DashboardCheck(page, base, meeting);
        check.participantsAppear();
        check.numbersAreThoseOfTheApi();
        check.chartsHaveData();
        check.nothingElseWasAskedFor();
        assertThat(page.complaints()).as("errors in the browser").isEmpty();
    }

    void participantsAppear() {
        JsonNode participants =
                get("/v1/meetings/" + encoded(meeting) + "/participants").get("participants");
        assertThat(participants).as("participants of %s", meeting).isNotEmpty();
        page.waitFor("document.querySelectorAll('.card:not([aria-busy])').length === " + participants.size());
        assertThat(page.text("#meeting-title")).isEqualTo(meeting);
        for (JsonNode participant : participants) {
            String id = participant.get("id").asText();
            String name = participant.path("name").asText(id);
            assertThat(page.text(card(id) + " h3")).isEqualTo(name);
            assertThat(page.text(card(id) + " .named")).isEqualTo(name.equals(id) ? "" : id);
        }
    }

    /** Frames, breakdown and dominant expression of everybody, each at some moment equal to what the API says. */
    void numbersAreThoseOfTheApi() {
        for (JsonNode participant :
                get("/v1/meetings/" + encoded(meeting) + "/participants").get("participants")) {
            String id = participant.get("id").asText();
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            AssertionError differs;
            do {
                differs = difference(id);
                BrowserPage.pause();
            } while (differs != null && System.nanoTime() < deadline);
            if (differs != null) {
                throw differs;
            }
        }
    }

    private AssertionError difference(String id) {
        JsonNode summary = get("/v1/meetings/" + encoded(meeting) + "/participants/" + encoded(id) + "/summary");
        try {
            String card = card(id);
            assertThat(page.evaluate("+document.querySelector(" + quoted(card + " data.frames") + ").value")
                            .asLong())
                    .as("frames of %s", id)
                    .isEqualTo(summary.get("frames").asLong());
            JsonNode labels = summary.get("displayedShares");
            assertThat(page.text(card + " .dominant-overall"))
                    .as("label displayed longest of %s", id)
                    .isEqualTo(word(longest(labels)));
            assertThat(page.count(card + " .shares li")).isEqualTo(labels.isNull() ? 0 : LABELS.size());
            if (!labels.isNull()) {
                LABELS.forEach(label -> sameShare(card, label, labels.get(label).asDouble()));
            }
            return null;
        } catch (AssertionError differs) {
            return differs;
        }
    }

    private static JsonNode longest(JsonNode shares) {
        if (shares.isNull()) {
            return shares;
        }
        String longest = LABELS.get(0);
        for (String label : LABELS) {
            if (shares.get(label).asDouble() > shares.get(longest).asDouble()) {
                longest = label;
            }
        }
        return TextNode.valueOf(longest);
    }

    private void sameShare(String card, String label, double share) {
        String data = card + " .shares [data-label=\"" + label + "\"] data";
        assertThat(page.evaluate("+document.querySelector(" + quoted(data) + ").value")
                        .asDouble())
                .as("share of %s", label)
                .isEqualTo(share);
        String written = share > 0 && share < 0.005 ? "< 1 %" : Math.round(share * 100) + " %";
        assertThat(page.text(data)).as("written share of %s", label).isEqualTo(written);
    }

    /** Who was measured has a ring that closes and seven lines; who wasn't has neither. */
    void chartsHaveData() {
        for (JsonNode participant :
                get("/v1/meetings/" + encoded(meeting) + "/participants").get("participants")) {
            String card = card(participant.get("id").asText());
            boolean measured = participant.get("measuredFrames").asLong() > 0;
            assertThat(page.count(card + " .slice") > 0).as("pie in %s", card).isEqualTo(measured);
            assertThat(page.count(card + " .timeline")).isEqualTo(1);
            int drawn = page.evaluate("[...document.querySelectorAll(" + quoted(card + " .line")
                            + ")].filter(line => line.getTotalLength() > 1).length")
                    .asInt();
            assertThat(drawn).as("lines in %s", card).isEqualTo(measured ? 7 : 0);
        }
    }

    /** The page works without any network but its own origin. */
    void nothingElseWasAskedFor() {
        assertThat(page.requests()).as("requests to other origins").isNotEmpty().allSatisfy(request -> assertThat(
                        request.getAuthority())
                .isEqualTo(base.getAuthority()));
    }

    static String card(String participant) {
        return ".card[data-participant=\"" + participant + "\"]";
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8);
    }

    private static String word(JsonNode label) {
        if (label == null || label.isNull()) {
            return "–";
        }
        String name = label.asText().replace("it-depends", "it depends");
        return Character.toUpperCase(name.charAt(0)) + name.substring(1);
    }

    private JsonNode get(String path) {
        try {
            HttpResponse<String> answer =
                    http.send(HttpRequest.newBuilder(base.resolve(path)).build(), BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            return JSON.readTree(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
