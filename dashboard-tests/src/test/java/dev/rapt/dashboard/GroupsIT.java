package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** A meeting in the group view: groups as lines, and nobody by name. */
class GroupsIT extends DashboardTest {

    @Test
    void showsGroupsAndNobody() throws Exception {
        // Given
        open("#/meetings/standup", small().ofAttention().inGroups());
        visit.until("document.querySelector('.panel-groups .chart-place:not([aria-busy]) canvas') !== null");

        // Then everybody and both groups are lines, and it says where too few people were
        assertThat(visit.text("#meeting-facts")).contains("Only groups are shown");
        assertThat(visit.text("#group-rule")).contains("5 people or more");
        assertThat(visit.text("#group-too-few"))
                .contains("Everybody: too few people in 3 of", "Back row: too few people all the time.");
        assertThat(visit.page.locator(".panel-groups .chart").getAttribute("aria-label"))
                .contains("everybody and 2 groups");
        assertThat(visit.page.locator("#group-measure option").allInnerTexts())
                .containsExactly("Attention", "Away", "Eyes open", "Engagement index");
        picture("groups");

        // And in the table, newest first
        visit.page.locator(".panel-groups button").click();
        assertThat(visit.page.locator(".panel-groups tbody tr").nth(0).innerText())
                .contains("not published yet");
        assertThat(visit.page.locator(".panel-groups tbody tr").nth(1).innerText())
                .contains("80", "too few");

        // And nobody is shown, or asked about
        assertThat(visit.count(".card")).isZero();
        assertThat(visit.page.locator(".meeting-body").isVisible()).isFalse();
        assertThat(visit.page.locator("body").innerText()).doesNotContain("Ada", "Bob", "Cleo");
        assertThat(api.asked())
                .noneMatch(path -> path.contains("/participants") || path.contains("/live") || path.contains("/total"));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void theListSaysThatOnlyGroupsAreShown() throws Exception {
        open("", small().inGroups());
        visit.page.locator(".meeting-row").waitFor();

        assertThat(visit.text(".meeting-row .who")).isEqualTo("Only groups are shown");
        assertThat(visit.text(".meeting-row .badge")).isEqualTo("Quiet");
        assertThat(api.asked()).noneMatch(path -> path.contains("/participants"));
        assertThat(visit.complaints()).isEmpty();
    }
}
