package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page by keyboard, by ear, in the dark, and on a phone. */
class EverybodyIT extends DashboardTest {

    /** Whatever can be operated or looked at and has no name. */
    private static final String NAMELESS =
            """
            () => [...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"], [role=img], section')]
                .filter(e => e.checkVisibility())
                .filter(e => !(e.getAttribute('aria-label')
                    || (e.getAttribute('aria-labelledby') && document.getElementById(e.getAttribute('aria-labelledby'))?.textContent)
                    || (e.labels && [...e.labels].some(label => label.textContent.trim()))
                    || e.textContent.trim()))
                .map(e => e.outerHTML.slice(0, 120))
            """;

    @ParameterizedTest
    @ValueSource(strings = {"", "#/meetings/standup", "#/picture"})
    void givesEverythingThatCanBeOperatedAName(String address) throws Exception {
        open(address, small());
        if (address.contains("meetings")) {
            awaitTimeline();
            visit.until("document.querySelectorAll('.chart-spark canvas').length > 0");
        } else {
            visit.page.locator("h1").waitFor();
        }

        assertThat(visit.page.evaluate(NAMELESS)).isEqualTo(List.of());
        assertThat(visit.count("h1")).isEqualTo(1);
        assertThat(visit.page.evaluate("document.documentElement.lang")).isEqualTo("en");
        assertThat(visit.page.evaluate("() => { const ids = [...document.querySelectorAll('[id]')].map(e => e.id);"
                        + " return ids.filter((id, i) => ids.indexOf(id) !== i); }"))
                .as("ids given twice")
                .isEqualTo(List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "#/meetings/standup", "#/meetings/standup?view=lines&measure=displayed", "#/picture"})
    void fitsAPhone(String address) throws Exception {
        open(address, 360, 740, ColorScheme.LIGHT, small());
        if (address.contains("meetings")) {
            awaitTimeline();
        } else {
            visit.page.locator("h1").waitFor();
        }
        visit.page.waitForTimeout(300);

        assertThat(((Number) visit.page.evaluate("document.documentElement.scrollWidth")).intValue())
                .isLessThanOrEqualTo(360);
        if (address.equals("#/meetings/standup")) {
            picture("phone");
        }
    }

    @Test
    void isOperatedByKeyboard() throws Exception {
        // Given
        open("#/meetings/standup", small());
        awaitTimeline();

        // When one goes from the top with the tab key only
        visit.page.keyboard().press("Tab");
        assertThat(visit.page.evaluate("document.activeElement.id")).isEqualTo("skip");
        visit.page.keyboard().press("Enter");
        assertThat(visit.page.evaluate("document.activeElement.id")).isEqualTo("main");
        tabTo("document.activeElement.id === 'measure'");
        visit.page.keyboard().press("f");

        // Then the measure changes
        visit.until("document.querySelector('#measure').value === 'facing'");
        // And the view, the time and a person
        tabTo("document.activeElement.value === 'heat'");
        visit.page.keyboard().press("ArrowRight");
        visit.page.locator(".chart-lines canvas").waitFor();
        tabTo("document.activeElement.dataset.end === 'from'");
        visit.page.keyboard().press("PageUp");
        visit.until("location.hash.includes('from=')");
        tabTo("document.activeElement.classList.contains('card-name')");
        visit.page.keyboard().press("Space");
        visit.until("document.querySelector('#who').value === 'ada'");
        assertThat(visit.page.evaluate("document.activeElement.getAttribute('aria-pressed')"))
                .isEqualTo("true");
    }

    @Test
    void speaksOnlyWhenTheStateChanges() throws Exception {
        // Given what a screen reader would read out by itself is watched
        FakeMeeting meeting = small();
        open("#/meetings/standup", meeting);
        awaitTimeline();
        visit.page.evaluate(
                "() => { window.said = 0; for (const e of document.querySelectorAll('[role=status], [role=alert], [aria-live], output'))"
                        + " new MutationObserver(() => window.said++).observe(e, {childList: true, characterData: true, subtree: true}); }");

        // When the meeting goes on
        for (int i = 0; i < 6; i++) {
            api.grow(meeting, i % 2);
            visit.page.waitForTimeout(200);
        }
        visit.until("document.querySelector('.chart-place').dataset.steps === '126'");

        // Then nothing was
        assertThat(visit.page.evaluate("window.said")).isEqualTo(0);
    }

    @Test
    void isDarkWhereTheSystemOrTheViewerSaysSo() throws Exception {
        // Given a system that likes it dark
        open("#/meetings/standup", 1400, 1000, ColorScheme.DARK, small());
        awaitTimeline();
        assertThat(ground()).isEqualTo("rgb(16, 22, 28)");
        picture("dark");

        // When the viewer wants it light
        visit.page.locator("#theme").selectOption("light");

        // Then it is, and stays so
        assertThat(ground()).isEqualTo("rgb(244, 246, 248)");
        visit.page.reload();
        awaitTimeline();
        assertThat(ground()).isEqualTo("rgb(244, 246, 248)");
        assertThat(visit.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void hasEnoughContrast(String theme) throws Exception {
        open("#/meetings/standup", 1400, 1000, ColorScheme.valueOf(theme.toUpperCase(java.util.Locale.ROOT)), small());
        awaitTimeline();
        visit.until("document.querySelectorAll('.card').length === 4");

        assertThat(visit.page.evaluate(Contrast.TOO_LOW)).isEqualTo(List.of());
    }

    private Object ground() {
        return visit.page.evaluate("getComputedStyle(document.body).backgroundColor");
    }

    private void tabTo(String reached) {
        Page page = visit.page;
        for (int i = 0; i < 60; i++) {
            page.keyboard().press("Tab");
            if (Boolean.TRUE.equals(page.evaluate(reached))) {
                return;
            }
        }
        throw new AssertionError("The tab key doesn't reach " + reached);
    }
}
