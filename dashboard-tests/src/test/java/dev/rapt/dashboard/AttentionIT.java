package dev.rapt.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The page of a meeting of which only attention is measured: nothing on it tells of expressions. */
class AttentionIT extends DashboardTest {

    /** All that is written, drawn with a name, or told to who points at something. */
    private static final String EVERYTHING =
            "[...document.querySelectorAll('main, .foot strong')].filter(e => e.checkVisibility()).map(e => e.innerText).join(' ')"
                    + " + [...document.querySelectorAll('main [title], main [aria-label]')]"
                    + ".map(e => ' ' + (e.title ?? '') + ' ' + (e.getAttribute('aria-label') ?? '')).join('')"
                    + " + [...document.querySelectorAll('main option')].map(e => ' ' + e.textContent).join('')";

    private static final String EXPRESSION =
            "(?i)\\b(angry|disgust|fear|happy|sad|surprise|neutral|it depends|displayed|expressions?|expressiveness"
                    + "|valence|arousal|smil\\w*)\\b";

    @Test
    void saysSoAndShowsNothingElse() throws Exception {
        // Given the address of somebody who looked at expressions elsewhere
        open("#/meetings/standup?measure=displayed&view=lines", small().ofAttention());
        awaitTimeline();
        visit.until("document.querySelectorAll('.card').length === 4");

        // Then
        assertThat(visit.text("#meeting-signals")).contains("Only attention is measured in this meeting");
        assertThat(visit.text(".foot")).contains("Estimates of where faces are visibly turned");
        assertThat(visit.count(".chart-pie")).isZero();
        assertThat(visit.count(".x-happy")).isZero();
        assertThat(visit.page.locator("#measure option").allInnerTexts())
                .isEqualTo(List.of("Engagement index", "Facing", "Eyes open", "Speaking", "Coverage"));
        assertThat(visit.page.evaluate(EVERYTHING).toString()).doesNotContainPattern(EXPRESSION);
        assertThat(visit.text("[data-participant=ada]")).contains("Facing", "yes");
        picture("attention");

        // And nothing of them was asked for
        visit.page.locator("#measure").selectOption("facing");
        visit.until("location.hash.includes('measure=facing')");
        assertThat(api.asked()).noneMatch(path -> path.contains("displayed") || path.contains("valence"));
        assertThat(visit.complaints()).isEmpty();
    }

    @Test
    void aPageOfExpressionsWouldFailThat() throws Exception {
        open("#/meetings/standup", small());
        awaitTimeline();
        visit.until("document.querySelectorAll('.card').length === 4");

        assertThat(visit.page.evaluate(EVERYTHING).toString()).containsPattern(EXPRESSION);
        assertThat(visit.page.locator("#meeting-signals").isVisible()).isFalse();
    }
}
