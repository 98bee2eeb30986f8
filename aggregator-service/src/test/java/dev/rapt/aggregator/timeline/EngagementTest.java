package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.aggregator.timeline.Engagement.Component;
import dev.rapt.aggregator.timeline.Engagement.Part;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every number here was worked out by hand from docs/engagement.md. */
class EngagementTest {

    private final long[] row = new long[Columns.SIZE];

    private Step step(long seconds) {
        row[Columns.SECONDS] = seconds;
        return new Step(START, START.plusSeconds(seconds), row);
    }

    @Test
    void isTheWeightedMeanOfFacingAndEyes() {
        // Given seven seconds of a face, two away, one of which nothing is known
        row[Columns.MEASURED] = 7;
        row[Columns.AWAY] = 2;
        row[Columns.FACING] = 5;
        row[Columns.NOT_FACING] = 2;
        row[Columns.EYES_KNOWN] = 4;
        row[Columns.EYES_CLOSED] = 1;

        // When
        Engagement engagement = step(10).engagement(EngagementRule.DEFAULT);

        // Then 5/9, 3/4 and .7 · .555556 + .3 · .75
        assertThat(engagement.parts())
                .containsExactly(new Part(Component.FACING, .555556, .7), new Part(Component.EYES, .75, .3));
        assertThat(engagement.index()).hasValue(.613889);
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        // Given somebody whose eyes couldn't be judged
        row[Columns.MEASURED] = 10;
        row[Columns.FACING] = 4;
        row[Columns.NOT_FACING] = 6;

        // Then facing alone
        Engagement engagement = step(10).engagement(EngagementRule.DEFAULT);
        assertThat(engagement.parts()).containsExactly(new Part(Component.FACING, .4, .7));
        assertThat(engagement.index()).hasValue(.4);
    }

    @Test
    void whoIsAwayIsZeroAndWhoIsUnmeasuredIsNothing() {
        row[Columns.AWAY] = 10;
        assertThat(step(10).engagement(EngagementRule.DEFAULT).index()).hasValue(0);

        row[Columns.AWAY] = 0;
        assertThat(step(10).engagement(EngagementRule.DEFAULT).index()).isEmpty();
        assertThat(step(10).engagement(EngagementRule.DEFAULT).parts()).isEmpty();
    }

    @Test
    void isNothingBelowHalfTheCoverage() {
        row[Columns.MEASURED] = 5;
        row[Columns.FACING] = 5;
        assertThat(step(10).engagement(EngagementRule.DEFAULT).index()).hasValue(1);
        assertThat(step(11).engagement(EngagementRule.DEFAULT).index()).isEmpty();
        assertThat(step(11).engagement(EngagementRule.DEFAULT).parts()).hasSize(1);
    }

    @Test
    void countsWhatTheSettingsWeigh() {
        // Given speech and a face half of whose probability is neutral
        row[Columns.MEASURED] = 8;
        row[Columns.AWAY] = 2;
        row[Columns.SPOKEN] = 2_500;
        row[Columns.SPEECH_KNOWN] = 10_000;
        row[Columns.TUNED_SECONDS] = 8;
        row[Columns.TUNED + Expression.NEUTRAL.ordinal()] = 4_000_000_000L;
        EngagementRule rule = new EngagementRule(
                Map.of(Component.PRESENCE, 1., Component.SPEAKING, 2., Component.EXPRESSIVENESS, 1.), .5);

        // Then (.8 + 2 · .25 + .5) / 4
        assertThat(step(10).engagement(rule).parts())
                .extracting(Part::component)
                .containsExactly(Component.PRESENCE, Component.SPEAKING, Component.EXPRESSIVENESS);
        assertThat(step(10).engagement(rule).index()).hasValue(.45);
    }

    @Test
    void valenceAndArousalAreThoseOfTheWords() {
        // Given two seconds: three quarters happy, one quarter neutral
        row[Columns.TUNED_SECONDS] = 2;
        row[Columns.TUNED + Expression.HAPPY.ordinal()] = 1_500_000_000L;
        row[Columns.TUNED + Expression.NEUTRAL.ordinal()] = 500_000_000L;

        // Then .75 · .81, .75 · .51, 1 − .25
        assertThat(step(2).valence()).hasValue(.6075);
        assertThat(step(2).arousal()).hasValue(.3825);
        assertThat(step(2).expressiveness()).hasValue(.75);
    }

    @Test
    void unpleasantWordsAreBelowZero() {
        row[Columns.TUNED_SECONDS] = 3;
        row[Columns.TUNED + Expression.SAD.ordinal()] = 1_000_000_000L;
        row[Columns.TUNED + Expression.NEUTRAL.ordinal()] = 2_000_000_000L;

        // −.63 / 3 and −.27 / 3
        assertThat(step(3).valence()).hasValue(-.21);
        assertThat(step(3).arousal()).hasValue(-.09);
    }

    @Test
    void withoutAnExpressionThereIsNoAffect() {
        assertThat(step(5).valence()).isEmpty();
        assertThat(step(5).arousal()).isEmpty();
        assertThat(step(5).expressiveness()).isEmpty();
    }

    @Test
    void refusesWeightsThatWeighNothing() {
        assertThatThrownBy(() -> new EngagementRule(Map.of(), .5)).isInstanceOf(IllegalArgumentException.class);
        for (double bad : List.of(-1., Double.NaN, Double.POSITIVE_INFINITY)) {
            assertThatThrownBy(() -> new EngagementRule(Map.of(Component.EYES, bad), .5))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> new EngagementRule(Map.of(Component.EYES, 1.), 1.1))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
