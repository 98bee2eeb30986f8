package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who needs a token shows it once, sees who they are, and can leave; nobody's token is where scripts can read it. */
class DoorIT extends DashboardTest {

    private static final String TOKEN = "rapt_a-token-of-a-viewer";

    @Test
    void asksForATokenAndShowsEverythingOnceItHasOne() throws Exception {
        // Given
        FakeMeeting meeting = running(24);
        api = new FakeApi(meeting);
        api.lock(TOKEN);

        // When
        open("#/meetings/standup");

        // Then nothing was asked for, and nothing is seen
        visit.until("document.querySelector('#token') !== null");
        assertThat(api.asked()).isEmpty();
        assertThat(visit.text("main")).contains("A token is needed").doesNotContain("standup");
        picture("door");

        // A wrong one doesn't help
        show("rapt_wrong");
        visit.until("document.querySelector('#door-said').textContent === \"The token is nobody's\"");

        // The right one does, for the figures and for the stream
        show(TOKEN);
        awaitTimeline();
        visit.until("document.querySelector('#live').textContent === 'Live'");
        assertThat(visit.text("#caller")).contains("ada");
        assertThat(
                        (String)
                                visit.page.evaluate(
                                        "document.cookie + JSON.stringify(localStorage) + JSON.stringify(sessionStorage) + location.href"))
                .doesNotContain(TOKEN);
        picture("door-open");

        // And leaving shuts it again
        visit.page.click("#leave");
        visit.until("document.querySelector('#token') !== null");
        assertThat(visit.count(".card")).isZero();
    }

    @Test
    void asksAgainWhenTheTokenIsTakenBack() throws Exception {
        api = new FakeApi(running(24));
        api.lock(TOKEN);
        open("");
        visit.until("document.querySelector('#token') !== null");
        show(TOKEN);
        visit.until("document.querySelector('.meeting-row') !== null");

        // When
        api.lock("rapt_another");

        // Then
        visit.until("document.querySelector('#token') !== null");
        assertThat(visit.count(".meeting-row")).isZero();
    }

    @Test
    void saysPlainlyThatAccessIsOpen() throws Exception {
        open("", running(24));

        visit.until("document.querySelector('#caller:not([hidden])')?.textContent === 'Access is open'");
    }

    private void show(String token) {
        visit.page.fill("#token", token);
        visit.page.press("#token", "Enter");
    }
}
