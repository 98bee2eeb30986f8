package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.dashboard.FakeApi.Mood;
import org.junit.jupiter.api.Test;

/** The page while the server behind it is away, starting, a standby, or broken. */
class UnwellServerIT extends DashboardTest {

    private static final String BANNER = "document.querySelector('#banner:not([hidden])')?.textContent";

    @Test
    void saysThatItIsDisconnectedKeepsWhatItHasAndHeals() throws Exception {
        // Given
        FakeMeeting meeting = running(24);
        open("#/meetings/standup", meeting);
        awaitTimeline();
        visit.until("document.querySelector('#live').textContent === 'Live'");

        // When
        api.feel(Mood.GONE);

        // Then it says so, and what it has stands
        visit.until(BANNER + "?.startsWith('Disconnected, trying again. What you see is from')");
        assertThat(visit.text("#live")).isEqualTo("Disconnected");
        assertThat(visit.count(".card")).isEqualTo(4);
        assertThat(visit.count(".chart-heat canvas")).isPositive();
        picture("disconnected");

        // And when the server is back, it shows what has come meanwhile
        meeting.grow();
        meeting.grow();
        api.feel(Mood.WELL);
        visit.until("document.querySelector('#banner').hidden");
        visit.until("document.querySelector('.chart-place').dataset.steps === '26'");
        assertThat(visit.text("#live")).isEqualTo("Live");
    }

    @Test
    void asksForTheFiguresWhileTheStreamIsCut() throws Exception {
        // Given
        FakeMeeting meeting = running(24);
        open("#/meetings/standup", meeting);
        awaitTimeline();
        visit.until("document.querySelector('#live').textContent === 'Live'");

        // When only the stream is cut, and the meeting goes on
        api.feel(Mood.NO_STREAM);
        api.grow(meeting, 0);

        // Then
        visit.until(BANNER + "?.startsWith('The live stream is cut, trying again.')");
        visit.until("document.querySelector('.chart-place').dataset.steps === '25'");
        visit.until("document.querySelector('[data-participant=ada] .card-index').textContent === '%.2f'"
                .formatted(FakeMeeting.index(0, 24)));

        // And it heals
        api.feel(Mood.WELL);
        visit.until("document.querySelector('#banner').hidden");
        assertThat(visit.text("#live")).isEqualTo("Live");
    }

    @Test
    void saysThatAStandbyAnswers() throws Exception {
        // Given
        api = new FakeApi(small());
        api.feel(Mood.STALE);

        // When
        open("#/meetings/standup");

        // Then
        awaitTimeline();
        assertThat(visit.text("#stale")).contains("a standby's copy and may be some seconds old");
        picture("stale");
        api.feel(Mood.WELL);
        visit.until("document.querySelector('#stale').hidden");
    }

    @Test
    void saysWhatIsWrongInside() throws Exception {
        api = new FakeApi(small());
        api.feel(Mood.BROKEN);

        open("#/meetings/standup");

        visit.until(BANNER + " === 'The server refused: The log of the service says more; trying again.'");
        assertThat(visit.text("main")).contains("Loading the meeting");
        api.feel(Mood.WELL);
        awaitTimeline();
    }
}
