package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.dashboard.FakeApi.Mood;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The list of meetings. */
class MeetingsListIT extends DashboardTest {

    @Test
    void listsTheLiveOnesFirstWithWhoIsInThem() throws Exception {
        // Given a meeting of March and one that runs now, which is shorter
        FakeMeeting live = new FakeMeeting("zoo", 3, 6, Instant.now().minusSeconds(30));

        // When
        open("", small(), live);

        // Then
        visit.page.locator(".meeting-row").nth(1).waitFor();
        assertThat(visit.page.locator(".meeting-row").first().getAttribute("data-meeting"))
                .isEqualTo("zoo");
        assertThat(visit.text("[data-meeting=zoo] .badge")).isEqualTo("Live");
        assertThat(visit.text("[data-meeting=standup] .badge")).isEqualTo("Quiet");
        visit.until(
                "document.querySelector('[data-meeting=standup] .who').textContent === '4 participants: Ada B., Bob, Cleo, Dan'");
        assertThat(visit.text("[data-meeting=standup]"))
                .contains("Biology of standup", "of standup", "2 Mar 2026, 09:00:00 to 09:09:59");
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void findsMeetingsByWhatTheirTitleSays() throws Exception {
        // Given
        open("", small(), new FakeMeeting("zoo", 3, 6, FIRST));
        visit.page.locator(".meeting-row").nth(1).waitFor();

        // When
        visit.page.getByLabel("Search").fill("of zoo");

        // Then the address keeps it
        visit.until("document.querySelectorAll('.meeting-row').length === 1");
        assertThat(visit.page.url()).endsWith("#/?q=of+zoo");
        // And a label is found as well
        visit.page.getByLabel("Search").fill("bio");
        visit.until("document.querySelectorAll('.meeting-row').length === 2");
        // And where nothing matches, it says so
        visit.page.getByLabel("Search").fill("nothing like it");
        visit.page.getByText("No meeting matches").waitFor();
    }

    @Test
    void opensAMeetingAndComesBack() throws Exception {
        // Given
        open("", small());

        // When
        visit.page.getByText("Biology of standup").click();

        // Then
        awaitTimeline();
        assertThat(visit.text("h1")).isEqualTo("Biology of standup");
        visit.page.goBack();
        visit.page.locator(".meeting-row").first().waitFor();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void tellsHowToSendAMeetingWhereThereIsNone() throws Exception {
        open("");

        visit.page.getByText("No meeting yet").waitFor();
        assertThat(visit.text(".note")).contains("bin/demo", api.base() + "v1/meetings/");
        assertThat(visit.complaints()).isEmpty();
        picture("empty");
    }

    @Test
    void namesTheInstancesThatDidNotAnswer() throws Exception {
        api = new FakeApi(small());
        api.miss("10.0.0.7:8082", "no answer in 2 s");

        open("");

        visit.page.getByText("Not all instances answered").waitFor();
        assertThat(visit.text("#banner")).contains("10.0.0.7:8082 (no answer in 2 s)");
    }

    @Test
    void showsTextThatLooksLikeMarkupAsText() throws Exception {
        // Given an address that somebody made up
        String hostile = "<img src=x onerror=alert(1)>";

        // When
        open("#/meetings/" + URLEncoder.encode(hostile, StandardCharsets.UTF_8).replace("+", "%20"), small());

        // Then
        visit.page.getByText("This meeting is not known").waitFor();
        assertThat(visit.text(".note")).contains(hostile);
        assertThat(visit.count("main img")).isZero();
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void saysThatItIsNotReadyAndShowsTheListOnceItIs() throws Exception {
        // Given
        api = new FakeApi(small());
        api.feel(Mood.NOT_READY);

        // When
        open("");

        // Then
        visit.page
                .getByText("The timelines are not ready to be read yet, trying again.")
                .waitFor();
        api.feel(Mood.WELL);
        visit.page.locator(".meeting-row").first().waitFor();
        assertThat(visit.page.locator("#banner").isHidden()).isTrue();
    }
}
