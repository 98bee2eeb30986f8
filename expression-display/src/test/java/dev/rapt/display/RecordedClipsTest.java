package dev.rapt.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.display.Recording.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two promises on recorded figures of real faces, whatever moment a bot begins at: no blinking on a calm face, no
 * lag when a mouth opens.
 */
class RecordedClipsTest {

    private record Stretch(double from, double to) {
        boolean holds(Shown shown) {
            double second = shown.sample().atMillis() / 1000.0;
            return second >= from && second <= to;
        }
    }

    /** Seconds in which the faces rest, found by eye. */
    private static final Map<String, List<Stretch>> CALM = Map.of(
            "cap12",
            List.of(new Stretch(0, 2.6), new Stretch(19.5, 50)),
            "cap13",
            List.of(new Stretch(20, 26), new Stretch(27.6, 31)),
            "franck",
            List.of(
                    new Stretch(21, 30),
                    new Stretch(32, 44),
                    new Stretch(60, 72.5),
                    new Stretch(121.5, 133),
                    new Stretch(136, 148.5),
                    new Stretch(187, 199)));

    private static final int MOST_CHANGES_A_MINUTE = 4;
    private static final double MOUTH_OPEN = .2;

    @ParameterizedTest
    @CsvSource({
        "cap12, 500",
        "cap13, 500",
        "franck, 500",
        "cap12, 1000",
        "cap13, 1000",
        "franck, 1000",
        "cap12, 200",
        "cap13, 200",
        "franck, 200"
    })
    void aCalmFaceDoesNotBlink(String clip, int everyMillis) {
        Recording recording = Recording.of(clip);
        for (int phase = 0; phase < everyMillis; phase += 100) {
            // When
            List<Shown> shown = recording.replay(new ExpressionSmoother(), everyMillis, phase);

            // Then
            assertThat(changesAMinute(shown, CALM.get(clip), Shown::displayed))
                    .as("from %d ms on", phase)
                    .isLessThanOrEqualTo(MOST_CHANGES_A_MINUTE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap12", "cap13", "franck"})
    void theModelAloneDoesBlink(String clip) {
        // The promise above isn't kept by the frames' own labels: without that the test could not fail
        List<Shown> shown = Recording.of(clip).replay(new ExpressionSmoother(), 500, 100);
        assertThat(changesAMinute(shown, CALM.get(clip), Shown::raw)).isGreaterThan(MOST_CHANGES_A_MINUTE);
    }

    @ParameterizedTest
    @CsvSource({"11.0, 12.5", "13.0, 15.0", "16.2, 17.0"})
    void anOpeningMouthShowsAtOnce(double from, double to) {
        Recording recording = Recording.of("cap12");
        for (int phase = 0; phase < 500; phase += 100) {
            List<Shown> shown = recording.replay(new ExpressionSmoother(), 500, phase);

            // Given the first frame of the stretch with an open mouth
            Stretch stretch = new Stretch(from, to);
            Optional<Shown> opened = shown.stream()
                    .filter(stretch::holds)
                    .filter(s -> s.sample().mouthOpenness() > MOUTH_OPEN)
                    .findFirst();
            if (opened.isEmpty()) {
                continue;
            }
            long openedAt = opened.get().sample().atMillis();

            // Then the label that was shown before it is gone within a second and a half
            Optional<Shown> followed = shown.stream()
                    .filter(s -> s.sample().atMillis() >= openedAt)
                    .filter(s -> s.displayed() != DisplayedLabel.NEUTRAL)
                    .findFirst();
            assertThat(followed).as("from %d ms on", phase).isPresent();
            assertThat(followed.get().sample().atMillis() - openedAt)
                    .as("from %d ms on", phase)
                    .isLessThanOrEqualTo(1500);
        }
    }

    @ParameterizedTest
    @CsvSource({"11.0, 12.5", "13.0, 15.0"})
    void aMouthThatStaysOpenIsShownAsSurprise(double from, double to) {
        for (int phase = 0; phase < 500; phase += 100) {
            List<Shown> shown = Recording.of("cap12").replay(new ExpressionSmoother(), 500, phase);
            List<Shown> open = shown.stream()
                    .filter(new Stretch(from, to)::holds)
                    .filter(s -> s.sample().mouthOpenness() > MOUTH_OPEN)
                    .toList();
            assertThat(open)
                    .as("from %d ms on", phase)
                    .filteredOn(s -> s.displayed() == DisplayedLabel.SURPRISE)
                    .first()
                    .satisfies(s -> assertThat(
                                    s.sample().atMillis() - open.get(0).sample().atMillis())
                            .isLessThanOrEqualTo(1500));
        }
    }

    private static double changesAMinute(
            List<Shown> shown, List<Stretch> stretches, Function<Shown, DisplayedLabel> label) {
        double minutes = 0;
        long changes = 0;
        for (Stretch stretch : stretches) {
            List<DisplayedLabel> labels =
                    shown.stream().filter(stretch::holds).map(label).toList();
            changes += IntStream.range(1, labels.size())
                    .filter(i -> labels.get(i) != labels.get(i - 1))
                    .count();
            minutes += (stretch.to() - stretch.from()) / 60;
        }
        return changes / minutes;
    }
}
