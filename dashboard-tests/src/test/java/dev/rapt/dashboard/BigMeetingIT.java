package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A hundred participants and two hours: how much is asked for and drawn, whatever the machine's speed. */
class BigMeetingIT extends DashboardTest {

    private static final int STEPS = 1440;

    @Test
    void drawsTwoHoursOfAHundredWithoutAskingForMoreThanThePixelsShow() throws Exception {
        // Given
        FakeMeeting meeting = large();

        // When
        open("#/meetings/congress", meeting);
        awaitTimeline();

        // Then steps are as long as some pixels, not five seconds each
        assertThat(Integer.parseInt(visit.page.locator(".chart-place").getAttribute("data-steps")))
                .isBetween(60, 300);
        // And some dozens of cards with canvases where they are seen
        visit.until("document.querySelectorAll('.card').length === 24");
        assertThat(visit.count("*")).isLessThan(1_500);
        assertThat(visit.count("canvas")).isLessThan(30);
        // And one answer holds everybody's columns: at first the timeline's, and the last five minutes for the cards
        assertThat(asked("/timelines?")).isLessThanOrEqualTo(3);
        assertThat(asked("/participants/")).isZero();
        assertThat(visit.complaints()).isEmpty();
        picture("hundred");
    }

    @Test
    void readsOnlyTheEndAsTheMeetingGrows() throws Exception {
        // Given
        FakeMeeting meeting = large();
        open("#/meetings/congress", meeting);
        awaitTimeline();
        visit.until("document.querySelectorAll('.card').length === 24");
        String before = visit.page.locator(".chart-place").getAttribute("data-to");
        int asked = asked("/timelines?");
        int drawn = drawn();

        // When two steps of thirty seconds pass
        for (int i = 0; i < 12; i++) {
            api.grow(meeting, i % 4);
        }

        // Then only the end was read: none of the new questions reaches back more than some steps
        visit.until("Number(document.querySelector('.chart-place').dataset.to) > " + before);
        assertThat(api.asked().stream()
                        .filter(path -> path.contains("/timelines?"))
                        .skip(asked))
                .isNotEmpty()
                .allSatisfy(path -> assertThat(secondsOf(path)).isLessThanOrEqualTo(300));
        // And it was drawn for what was read, not for each of the twelve events
        assertThat(drawn() - drawn).isBetween(1, 4);
        assertThat(visit.count("*")).isLessThan(1_500);
    }

    @Test
    void findsSomebodyAmongAHundred() throws Exception {
        // Given
        open("#/meetings/congress", large());
        awaitTimeline();

        // When
        visit.page.getByLabel("Find").fill("person 77");

        // Then cards and heat map show that one
        visit.until("document.querySelectorAll('.card').length === 1");
        visit.until("document.querySelector('.chart-heat').getAttribute('aria-label').includes('1 participant')");

        // And all of them can be shown, with canvases only where they are seen
        visit.page.getByLabel("Find").fill("");
        visit.page.getByText("Show all 100").click();
        visit.until("document.querySelectorAll('.card').length === 100");
        assertThat(visit.count("canvas")).isLessThan(40);
    }

    private static FakeMeeting large() {
        long now = Instant.now().getEpochSecond() / 30 * 30;
        return new FakeMeeting("congress", 100, STEPS, Instant.ofEpochSecond(now - STEPS * 5));
    }

    private int drawn() {
        return Integer.parseInt(visit.page.locator(".chart-heat").getAttribute("data-drawn"));
    }

    private int asked(String part) {
        return (int) api.asked().stream().filter(path -> path.contains(part)).count();
    }

    private static long secondsOf(String path) {
        String from = path.replaceAll(".*[?&]from=([^&]+).*", "$1").replace("%3A", ":");
        String to = path.replaceAll(".*[?&]to=([^&]+).*", "$1").replace("%3A", ":");
        return Instant.parse(to).getEpochSecond() - Instant.parse(from).getEpochSecond();
    }
}
