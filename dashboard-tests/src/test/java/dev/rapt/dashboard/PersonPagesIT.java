package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages for those who are measured: the notice, and with a personal link their own part. */
class PersonPagesIT extends DashboardTest {

    private static final String MINE = "me.html#" + FakePerson.TOKEN;

    @Test
    void theNoticeSaysWhatIsMeasuredInTheReadersLanguage() throws Exception {
        // Given
        open("notice.html?meeting=standup", small());
        visit.until("document.querySelector('#now')?.dataset.state === 'measuring'");

        // Then
        assertThat(visit.text(".notice")).contains("Faces are measured", "You can say no.");
        assertThat(visit.text("#now")).contains("Pictures are being measured");
        assertThat(visit.text("#facts")).startsWith("4 people now, since");

        // When
        visit.page.locator("#language").selectOption("de");

        // Then
        visit.until("document.querySelector('.notice').lang === 'de'");
        assertThat(visit.text(".notice")).contains("Gesichter werden vermessen");
        assertThat(visit.complaints()).isEmpty();
        picture("notice");
    }

    @Test
    void aPersonSeesAndDownloadsTheirPartAndTheTokenIsInNoAddress() throws Exception {
        // Given
        open(MINE, small());
        visit.page.locator("#consent").waitFor();

        // Then
        assertThat(visit.text("main")).contains("ada", "7 days", "1200", "Visible expression, an estimate");
        picture("me");

        // When
        Download download = visit.page.waitForDownload(
                () -> visit.page.locator("[data-format=csv]").click());

        // Then
        assertThat(download.suggestedFilename()).isEqualTo("rapt-my-data.csv");
        assertThat(Files.readString(download.path())).isEqualTo("a,b\n");
        assertThat(api.asked()).isNotEmpty().noneMatch(path -> path.contains(FakePerson.TOKEN.substring(12)));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void byKeyboardAPersonSaysNoAndThenYesToTheNoticeThatWasShown() throws Exception {
        // Given
        open(MINE, small());
        visit.page.locator("#consent").waitFor();
        assertThat(visit.text("#consent")).startsWith("No. You have said nothing");

        // When
        visit.page.locator("#no").focus();
        visit.page.keyboard().press("Enter");

        // Then
        visit.until("document.querySelector('#status').textContent.startsWith('Recorded: you are not measured')");
        assertThat(api.person().consent()).contains(Map.entry("given", false));
        assertThat(visit.page.evaluate("document.activeElement.id")).isEqualTo("no");

        // When
        visit.page.locator("#yes").focus();
        visit.page.keyboard().press("Space");

        // Then
        visit.until("document.querySelector('#consent').dataset.measured === 'true'");
        assertThat(api.person().consent())
                .contains(
                        Map.entry("given", true),
                        Map.entry("noticeVersion", "2026-11"),
                        Map.entry("noticeLanguage", "en"));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void deletingIsAskedTwiceAndIsTheEndOfTheLink() throws Exception {
        // Given
        open(MINE, small());
        visit.page.locator("#delete").click();
        assertThat(visit.page.evaluate("document.activeElement.id")).isEqualTo("really");
        assertThat(api.person().isDeleted()).isFalse();

        // When
        visit.page.keyboard().press("Enter");

        // Then
        visit.until("document.querySelector('#status').textContent.startsWith('Deleted.')");
        assertThat(api.person().isDeleted()).isTrue();
        visit.page.reload();
        visit.until("document.querySelector('#status')?.textContent.startsWith('This link opens nothing')");
    }

    @ParameterizedTest
    @ValueSource(strings = {"notice.html?meeting=standup", MINE})
    void fitsAPhoneInTheDarkAndNamesEverything(String address) throws Exception {
        open(address, 360, 740, ColorScheme.DARK, small().ofAttention());
        visit.until("document.querySelector('.notice p') !== null");

        assertThat(((Number) visit.page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(360);
        assertThat(visit.page.evaluate("getComputedStyle(document.body).backgroundColor"))
                .isEqualTo("rgb(16, 22, 28)");
        assertThat(visit.count("h1")).isEqualTo(1);
        assertThat(visit.page.evaluate(
                        "[...document.querySelectorAll('button, select, section')].filter(e => e.checkVisibility()"
                                + " && !e.getAttribute('aria-label') && !e.textContent.trim()).length"))
                .isEqualTo(0);
        assertThat(visit.text("main")).doesNotContain("happy", "Visible expression");
        assertThat(visit.complaints()).isEmpty();
    }
}
