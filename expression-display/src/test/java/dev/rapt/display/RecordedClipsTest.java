package dev.rapt.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.display.Recording.Shown;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The two promises on recorded figures of real faces, whatever moment a bot begins at: no blinking on a calm face, no
 * lag when a mouth opens.
 */
class RecordedClipsTest {

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
            assertThat(CalmStretches.changesAMinute(shown, clip, Shown::displayed))
                    .as("from %d ms on", phase)
                    .isLessThanOrEqualTo(MOST_CHANGES_A_MINUTE);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cap12", "cap13", "franck"})
    void theModelAloneDoesBlink(String clip) {
        // The promise above isn't kept by the frames' own labels: without that the test could not fail
        double most = 0;
        for (int phase = 0; phase < 500; phase += 100) {
            List<Shown> shown = Recording.of(clip).replay(new ExpressionSmoother(), 500, phase);
            most = Math.max(most, CalmStretches.changesAMinute(shown, clip, Shown::raw));
        }
        assertThat(most).isGreaterThan(MOST_CHANGES_A_MINUTE);
    }

    @ParameterizedTest
    @CsvSource({"11.0, 12.5", "13.0, 15.0", "16.2, 17.0"})
    void anOpeningMouthShowsAtOnce(double from, double to) {
        Recording recording = Recording.of("cap12");
        for (int phase = 0; phase < 500; phase += 100) {
            List<Shown> shown = recording.replay(new ExpressionSmoother(), 500, phase);

            // Given the first frame of the stretch with an open mouth
            CalmStretches.Stretch stretch = new CalmStretches.Stretch(from, to);
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
                    .filter(new CalmStretches.Stretch(from, to)::holds)
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
}
