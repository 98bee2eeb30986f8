package dev.rapt.aggregator.timeline;

import static dev.rapt.aggregator.timeline.Frames.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.query.Rules;
import dev.rapt.display.DisplaySettings;
import dev.rapt.display.DisplayedLabel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class LabelWatchTest {

    private static final List<Double> RESTING = List.of(.1, .02, .09, .02, .2, .02, .55);
    private static final List<Double> LIDS_LOWERED = List.of(.08, .02, .08, .01, .46, .01, .34);
    private static final List<Double> SMILING = List.of(.01, .02, .01, .89, .01, .02, .04);

    private final List<Observation> frames = new ArrayList<>();

    @Test
    void bothModulesMeanTheSameLabels() {
        assertThat(Arrays.stream(Label.values()).map(Label::text))
                .containsExactlyElementsOf(Arrays.stream(DisplayedLabel.values())
                        .map(DisplayedLabel::text)
                        .toList());
    }

    @Test
    void anOddSecondOfARestingFaceIsNotDisplayed() {
        // Given a face at rest whose lids are lowered for a second now and then, which the model reads as sad
        for (int second = 0; second < 60; second++) {
            face(
                    second,
                    second % 10 == 7 ? LIDS_LOWERED : RESTING,
                    second % 10 == 7 ? Label.IT_DEPENDS : Label.NEUTRAL);
        }

        // Then
        assertThat(whole().share(Label.NEUTRAL)).isEqualTo(1);
        assertThat(whole().all()).isEqualTo(60);
        assertThat(spans(5)).allSatisfy(span -> {
            assertThat(span.displayed().last()).contains(Label.NEUTRAL);
            assertThat(span.displayed().all()).isEqualTo(5);
        });
        assertThat(latest()).contains(Label.NEUTRAL);
    }

    @Test
    void aSmileIsDisplayedWhileItLasts() {
        for (int second = 0; second < 30; second++) {
            boolean smile = second >= 10 && second < 20;
            face(second, smile ? SMILING : RESTING, smile ? Label.HAPPY : Label.NEUTRAL);
        }
        assertThat(spans(10).stream().map(span -> span.displayed().last()))
                .containsExactly(Optional.of(Label.NEUTRAL), Optional.of(Label.HAPPY), Optional.of(Label.NEUTRAL));
        assertThat(whole().share(Label.HAPPY)).isBetween(.3, .34);
    }

    @Test
    void nothingIsDisplayedWithoutAnExpression() {
        // Given five seconds of a face, five of one that is turned away, five of nobody
        for (int second = 0; second < 5; second++) {
            face(second, SMILING, Label.HAPPY);
        }
        for (int second = 5; second < 10; second++) {
            frames.add(Frames.seen(1000L * second, 60, 0, .3));
        }
        for (int second = 10; second < 15; second++) {
            frames.add(Frames.absent(1000L * second, Absence.NO_FACE));
        }

        // Then
        assertThat(spans(5).stream().map(span -> span.displayed().all())).containsExactly(5L, 0L, 0L);
        assertThat(whole().last()).contains(Label.HAPPY);
        assertThat(latest()).isEmpty();
    }

    @Test
    void whatIsDisplayedDoesNotDependOnWhatIsAskedFor() {
        for (int second = 0; second < 60; second++) {
            face(second, List.of(RESTING, SMILING, LIDS_LOWERED).get(second * 7 % 3), Label.NEUTRAL);
        }
        List<Span> all = spans(5);
        Window part = new Window(START.plusSeconds(30), START.plusSeconds(45), new Resolution(Duration.ofSeconds(5)));
        assertThat(timeline(part)).isEqualTo(all.subList(6, 9));
    }

    private void face(int second, List<Double> probabilities, Label label) {
        Measured face = Frames.measured(label);
        frames.add(new Observation(
                START.plusMillis(1000L * second + 100),
                0,
                new Measured(
                        face.figures(), face.pose(), face.quality(), Optional.of(new Estimate(probabilities, label)))));
    }

    private List<Span> spans(int seconds) {
        Instant end = frames.get(frames.size() - 1).capturedAt();
        return timeline(Window.around(START, end, new Resolution(Duration.ofSeconds(seconds))));
    }

    private List<Span> timeline(Window window) {
        return Timeline.of(window, Rules.usual(), Frames.source(Frames.buckets(frames)))
                .spans();
    }

    private DisplayedSeconds whole() {
        Instant last = frames.get(frames.size() - 1).capturedAt();
        return WholeTime.of(START, last, Rules.usual(), Frames.source(Frames.buckets(frames)))
                .displayed();
    }

    private Optional<Label> latest() {
        TreeMap<Instant, Bucket> buckets = Frames.buckets(frames);
        Bucket newest = buckets.lastEntry().getValue();
        Participation all = new Participation(
                buckets.values().stream().map(Tally::of).reduce(Tally.ZERO, Tally::plus),
                buckets.firstEntry().getValue().capturedAt(0),
                newest.capturedAt(newest.frames() - 1),
                START);
        return new Digest(Rules.usual(), DisplaySettings.DEFAULT)
                .track(all, Frames.buckets(buckets))
                .displayed();
    }
}
