package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** A meeting's page over an API whose answers are known. */
class MeetingPageIT extends DashboardTest {

    private static final String ADA = "[data-participant=ada]";

    @Test
    void showsEverybodyAsTheyAreNow() throws Exception {
        // Given a meeting whose third participant has the camera off, and of whose fourth nothing was measured
        FakeMeeting meeting = running(120);

        // When
        open("#/meetings/standup", meeting);
        awaitTimeline();

        // Then
        visit.until("document.querySelectorAll('.card').length === 4");
        visit.until("document.querySelector('" + ADA + "').dataset.state === 'measured'");
        assertThat(visit.text(ADA)).contains("Ada B.", "Speaking", "%.2f".formatted(FakeMeeting.index(0, 119)));
        assertThat(visit.text("[data-participant='bob.b']")).doesNotContain("Speaking");
        assertThat(visit.text("[data-participant=cleo]")).contains("Camera off", "not measured");
        assertThat(visit.text("[data-participant=dan]"))
                .contains("Not measured")
                .doesNotContain("0.00");
        assertThat(visit.text("#meeting-speaker"))
                .startsWith("Speaking: Ada B., since ")
                .endsWith(", as zoom-rtms says.");
        assertThat(visit.complaints()).isEmpty();
        picture("meeting");
    }

    @Test
    void saysEstimateAndNotValidated() throws Exception {
        open("#/meetings/standup", small());
        awaitTimeline();

        assertThat(visit.text(".panel-breakdown"))
                .contains("estimate of visible expression", "Not validated as a measure of engagement");
        assertThat(visit.text(".foot"))
                .contains("Estimates of visible expression, not of what a person feels", "never low");
    }

    @Test
    void showsTheBreakdownOfAllAndOfAPerson() throws Exception {
        // Given
        FakeMeeting meeting = small();
        open("#/meetings/standup", meeting);
        awaitTimeline();
        assertSharesAre(meeting.summary(-1, 0, 120));

        // When somebody is chosen by their card
        visit.page.locator(".card-name").first().click();

        // Then the figures are theirs, and the address keeps it
        assertSharesAre(meeting.summary(0, 0, 120));
        assertThat(visit.page.url()).contains("who=ada");
        assertThat(visit.page.locator("#who").inputValue()).isEqualTo("ada");

        // And of whom nothing was measured, nothing is said to be zero
        visit.page.locator("#who").selectOption("dan");
        visit.until("document.querySelector('.shares').textContent.includes('Not measured')");
        assertThat(visit.page.locator(".chart-pie").getAttribute("aria-label")).endsWith("not measured");
    }

    @Test
    void computesTheBreakdownOfABrushedStretchAnew() throws Exception {
        // Given ten minutes
        FakeMeeting meeting = small();
        open("#/meetings/standup", meeting);
        awaitTimeline();

        // When the sliders are moved by keyboard: from 09:01:40 to 09:08:20
        visit.page.locator("input[data-end=from]").fill("20");
        visit.page.locator("input[data-end=to]").fill("100");

        // Then
        assertSharesAre(meeting.summary(-1, 20, 100));
        assertThat(visit.text("#breakdown-over")).isEqualTo("09:01:40 to 09:08:20");
        visit.until("document.querySelector('.chart-place').dataset.steps === '80'");
        assertThat(visit.page.url()).contains("from=2026-03-02T09%3A01%3A40");
    }

    @Test
    void brushesWithThePointer() throws Exception {
        // Given
        open("#/meetings/standup", small());
        awaitTimeline();
        visit.page.locator(".chart-overview canvas").waitFor();
        var strip = visit.page.locator(".chart-overview").boundingBox();

        // When the right handle is dragged to the middle
        visit.page.mouse().move(strip.x + strip.width - 14, strip.y + 30);
        visit.page.mouse().down();
        visit.page
                .mouse()
                .move(
                        strip.x + strip.width / 2,
                        strip.y + 30,
                        new com.microsoft.playwright.Mouse.MoveOptions().setSteps(6));
        visit.page.mouse().up();

        // Then the range ends about there
        visit.until("location.hash.includes('to=')");
        visit.until("Number(document.querySelector('.chart-place').dataset.steps) < 80");
        visit.until("document.querySelector('#breakdown-over').textContent.startsWith('09:00:00 to 09:0')");
    }

    @Test
    void growsWithTheLiveStream() throws Exception {
        // Given a meeting that runs
        FakeMeeting meeting = running(24);
        open("#/meetings/standup", meeting);
        awaitTimeline();
        visit.until("document.querySelector('#live').textContent === 'Live'");
        visit.until("document.querySelector('.chart-place').dataset.steps === '24'");
        int asked = columnsAsked();

        // When it goes on, and Bob speaks
        api.grow(meeting, 1);
        api.grow(meeting, 1);

        // Then the timeline and the cards follow, with nothing asked for but the stream
        visit.until("document.querySelector('.chart-place').dataset.steps === '26'");
        visit.until("document.querySelector('[data-participant=\"bob.b\"]').dataset.speaks === ''");
        assertThat(visit.text("#meeting-speaker")).startsWith("Speaking: Bob");
        assertThat(visit.text(ADA + " .card-index")).isEqualTo("%.2f".formatted(FakeMeeting.index(0, 25)));
        assertThat(columnsAsked()).isEqualTo(asked);
    }

    @Test
    void drawsLinesAndLabelsToo() throws Exception {
        // Given
        open("#/meetings/standup", small());
        awaitTimeline();

        // When
        visit.page
                .getByText("Lines", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();
        visit.page.locator("#measure").selectOption("displayed");

        // Then
        visit.until(
                "document.querySelector('.chart-lines')?.getAttribute('aria-label').startsWith('Lines: displayed expression of 4')");
        visit.page.locator(".chart-lines canvas").waitFor();
        assertThat(visit.page.url()).contains("view=lines").contains("measure=displayed");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void addsMarkersAndTakesThemBack() throws Exception {
        // Given
        open("#/meetings/standup", small());
        awaitTimeline();

        // When
        visit.page.getByText("Add a marker").click();
        visit.page.getByLabel("Title").fill("Spot A");
        visit.page.getByLabel("Kind").selectOption("advert");
        visit.page.getByLabel("Start").fill("2026-03-02T09:02");
        visit.page
                .getByLabel("End", new com.microsoft.playwright.Page.GetByLabelOptions().setExact(true))
                .fill("2026-03-02T09:03");
        visit.page
                .getByText("Add", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true))
                .click();

        // Then
        visit.page.locator("[data-marker=m0]").waitFor();
        assertThat(visit.text("[data-marker=m0]")).contains("Spot A", "advert, 09:02:00 to 09:03:00");
        assertThat(api.markers().get(0))
                .contains(Map.entry("start", "2026-03-02T09:02:00.000Z"), Map.entry("kind", "advert"));
        picture("marker");

        // And it shows its stretch of time, and goes
        visit.page.locator("[data-marker=m0] button").first().click();
        visit.until("document.querySelector('#breakdown-over').textContent === '09:02:00 to 09:03:00'");
        visit.page.getByLabel("Remove the marker Spot A").click();
        visit.until("document.querySelectorAll('[data-marker]').length === 0");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void tellsTheSameInATable() throws Exception {
        // Given
        open("#/meetings/standup", small());
        awaitTimeline();

        // When
        visit.page.getByText("Show the timeline as a table").click();

        // Then the newest step is the first
        assertThat(visit.text(".table-place thead")).contains("Ada B.", "Bob", "Cleo", "Dan");
        assertThat(visit.text(".table-place tbody tr"))
                .startsWith("09:09:55")
                .contains("%.2f".formatted(FakeMeeting.index(0, 119)), "not measured");
    }

    private int columnsAsked() {
        return (int) api.asked().stream()
                .filter(path -> path.contains("/timelines?"))
                .count();
    }

    private void assertSharesAre(Map<String, Object> summary) {
        Map<?, ?> shares = (Map<?, ?>) summary.get("displayedShares");
        String happy = String.valueOf(shares.get("happy"));
        visit.until("document.querySelector('.shares [data-label=happy] data')?.value === '" + happy + "'");
        shares.forEach((label, share) -> assertThat(visit.page
                        .locator(".panel-breakdown .shares [data-label=" + label + "] data")
                        .getAttribute("value"))
                .as("share of %s", label)
                .satisfies(value -> assertThat(Double.parseDouble(value)).isEqualTo(((Number) share).doubleValue())));
    }
}
