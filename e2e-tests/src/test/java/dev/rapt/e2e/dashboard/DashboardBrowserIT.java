package dev.rapt.e2e.dashboard;

import static dev.rapt.e2e.dashboard.DashboardCheck.card;
import static dev.rapt.e2e.dashboard.DashboardCheck.encoded;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.e2e.dashboard.DashboardServer.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** The packaged page in a real browser, over an API whose answers are known. */
@EnabledIf(
        value = "dev.rapt.e2e.dashboard.DashboardVisit#possible",
        disabledReason = "no chromium or google-chrome is on the PATH, and RAPT_CHROMIUM names none")
class DashboardBrowserIT {

    private static final String BANNER = "document.querySelector('#banner:not([hidden])')?.textContent";

    private static Chromium chromium;
    private DashboardServer server;
    private BrowserPage page;

    @BeforeAll
    static void startBrowser() throws Exception {
        chromium = Chromium.start(Chromium.find().orElseThrow());
    }

    @AfterAll
    static void stopBrowser() throws Exception {
        chromium.close();
    }

    @BeforeEach
    void openPage() throws Exception {
        server = new DashboardServer();
        page = chromium.newPage().as(1400, 900, "Asia/Kolkata");
    }

    @AfterEach
    void closePage() {
        page.close();
        server.close();
    }

    @Test
    void showsTheLatestMeetingWithTheNumbersOfTheApi() {
        // Given an address that names no meeting
        page.open(server.base());

        // When the page has settled for the latest one
        page.waitFor("location.hash.includes('" + encoded(SampleMeeting.ID) + "')");

        // Then it shows what the API says, and asks nobody else
        DashboardCheck check = new DashboardCheck(page, server.base(), SampleMeeting.ID);
        check.participantsAppear();
        check.numbersAreThoseOfTheApi();
        check.chartsHaveData();
        check.nothingElseWasAskedFor();
        assertThat(page.complaints()).isEmpty();
        assertThat(page.text("#meeting-facts")).contains("360 frames", "14:30:00 to 14:30:59", "GMT+5:30");
        assertThat(page.text(".foot")).contains("not of what a person feels", "has not been validated");
    }

    @Test
    void leavesGapsWhereNothingWasMeasured() {
        // When
        DashboardCheck.whole(page, server.base(), SampleMeeting.ID);

        // Then the lines break at each gap, and the two kinds of gap are told apart
        assertThat(strokes(SampleMeeting.LEAVES)).isEqualTo(2);
        assertThat(strokes(SampleMeeting.CAMERA_OFF)).isEqualTo(2);
        assertThat(gaps(SampleMeeting.LEAVES)).isEqualTo("away 15 s");
        assertThat(gaps(SampleMeeting.CAMERA_OFF)).isEqualTo("unmeasured 20 s");
        assertThat(gaps(SampleMeeting.NEVER_MEASURED)).isEqualTo("unmeasured 60 s");

        // And of whom nothing was measured, no number is made up
        assertThat(page.text(card(SampleMeeting.NEVER_MEASURED) + " .doughnut")).isEqualTo("–not measured yet");
        assertThat(page.text(card(SampleMeeting.NEVER_MEASURED) + " .presence")).isEqualTo("Unmeasured");
    }

    @Test
    void tellsInWordsWhereSomebodyFaced() {
        // When
        DashboardCheck.whole(page, server.base(), SampleMeeting.ID);

        // Then
        assertThat(page.text(card(SampleMeeting.LEAVES) + " .attention"))
                .contains(
                        "estimate",
                        "Facing 36 s",
                        "Turned elsewhere 9 s",
                        "Away 15 s",
                        "Eyes closed 0 s of the 27 s in which it can be told",
                        "Facing in 80 % of the time with a known direction",
                        "provisional until 60 s are measured: 45 s so far")
                .doesNotContain("Unmeasured");
        assertThat(page.text(card(SampleMeeting.CAMERA_OFF) + " .attention")).contains("Unmeasured 20 s");

        // And of whom nothing was measured, nothing is said but that
        assertThat(page.text(card(SampleMeeting.NEVER_MEASURED) + " .attention"))
                .contains("Unmeasured 1 min 00 s", "Eyes closed: not known", "No head pose was measured")
                .doesNotContain("Facing");
    }

    @Test
    void tellsInWordsWhoSpeaks() {
        // When
        DashboardCheck.whole(page, server.base(), SampleMeeting.ID);

        // Then
        assertThat(page.text("#meeting-speaker")).isEqualTo("Speaking: Anna B., since 14:30:40, as zoom-rtms says.");
        assertThat(page.text(card(SampleMeeting.LEAVES) + " .speaking")).isEqualTo("25 %");
        assertThat(page.text(card(SampleMeeting.CAMERA_OFF) + " .speaking")).isEqualTo("at most 50 %");
        assertThat(page.text(card(SampleMeeting.NEVER_MEASURED) + " .speaking")).isEqualTo("not known");
    }

    @Test
    void tellsTheSameInTablesAndByKeyboard() {
        // Given
        DashboardCheck.whole(page, server.base(), SampleMeeting.ID);
        String card = card(SampleMeeting.LEAVES);

        // When the tables are opened and the timeline is walked through
        page.evaluate("document.querySelector('" + card + " .as-tables').click()");
        page.evaluate("document.querySelector('" + card + " .plot').focus()");
        page.evaluate("document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'Home'}))");

        // Then
        assertThat(page.count(card + " table:nth-of-type(1) tbody tr")).isEqualTo(8 + 12);
        assertThat(page.text(card + " .tables")).contains("31.3 %", "50.3 %", "Away");
        assertThat(page.evaluate("document.activeElement.getAttribute('aria-valuetext')")
                        .asText())
                .isEqualTo("14:30:00 to 14:30:05 happy 50 % neutral 30 % surprise 4 % 10 frames");
    }

    @Test
    void saysWhenTheConnectionIsLostAndRecovers() {
        // Given
        DashboardCheck.whole(page, server.base(), SampleMeeting.ID);

        // When
        server.feel(Mood.GONE);

        // Then it says so, and from when what still stands there is
        page.waitFor(BANNER + "?.startsWith('Connection lost, retrying in')");
        assertThat(page.text("#banner")).contains("What you see is from");
        assertThat(page.text("#live")).isEqualTo("Connection lost");
        assertThat(page.count(".card")).isEqualTo(3);

        // And when the server is back
        server.feel(Mood.WELL);
        page.waitFor("document.querySelector('#banner').hidden");
        assertThat(page.text("#live")).startsWith("No new frames since");
    }

    @Test
    void saysWhenTheServiceIsNotReady() {
        // Given
        server.feel(Mood.NOT_READY);

        // When
        page.open(server.base());

        // Then
        page.waitFor(BANNER + "?.startsWith('The timelines are not ready to be read yet')");
        server.feel(Mood.WELL);
        page.waitFor("document.querySelectorAll('.card:not([aria-busy])').length === 3");
    }

    @Test
    void helpsWhereThereIsNoMeeting() {
        // Given
        server.feel(Mood.EMPTY);

        // When
        page.open(server.base());

        // Then
        page.waitFor("document.querySelector('#empty:not([hidden])')");
        assertThat(page.text("#empty")).contains("No meeting yet", "bin/demo", server.base() + "v1/meetings/");
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void showsTextThatLooksLikeMarkupAsText() {
        // Given an address that somebody made up
        String hostile = "<img src=x onerror=alert(1)>";

        // When
        page.open(server.base().resolve("/#meeting=" + encoded(hostile)));

        // Then
        page.waitFor("document.querySelector('#empty:not([hidden])')");
        assertThat(page.text("#empty")).contains(hostile);
        assertThat(page.count("img")).isZero();
        assertThat(page.complaints()).isEmpty();
    }

    @Test
    void neverAsksTwiceAtOnce() {
        // Given a server slower than the page's rhythm
        server.feel(Mood.SLOW);

        // When three cycles have begun
        page.open(server.base());
        page.waitFor("document.querySelectorAll('.card:not([aria-busy])').length === 3");
        int before = server.lists();
        page.waitFor("performance.getEntriesByType('resource').filter(r => r.name.endsWith('/v1/meetings')).length > "
                + (before + 1));

        // Then
        assertThat(server.mostListsAtOnce()).isEqualTo(1);
    }

    private int strokes(String participant) {
        return page.evaluate("document.querySelector('" + card(participant)
                        + " .line[data-label=happy]').getAttribute('d').split('M').length - 1")
                .asInt();
    }

    /** The gaps' kinds and lengths, from their places on the page. */
    private String gaps(String participant) {
        return page.evaluate("[...document.querySelectorAll('" + card(participant) + " .gap')].map(gap => {"
                        + "const base = gap.closest('svg').querySelector('.base').getBBox();"
                        + "const width = gap.querySelector('rect').getBBox().width;"
                        + "return `${gap.dataset.state} ${Math.round(60 * width / base.width)} s`}).join(', ')")
                .asText();
    }
}
