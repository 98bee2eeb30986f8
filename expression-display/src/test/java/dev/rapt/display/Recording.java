package dev.rapt.display;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What the detector and the expression model make of a clip, ten times a second. */
record Recording(String clip, List<Sample> samples) {

    record Sample(long atMillis, double mouthOpenness, double[] probabilities) {}

    /** What is shown for a sample: by the model alone, and by the smoother. */
    record Shown(Sample sample, DisplayedLabel raw, DisplayedLabel displayed) {}

    static Recording of(String clip) {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(Recording.class.getResourceAsStream(clip + ".csv"), StandardCharsets.UTF_8))) {
            return new Recording(
                    clip,
                    reader.lines()
                            .filter(line -> !line.startsWith("#"))
                            .map(Recording::sample)
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample sample(String line) {
        double[] values =
                Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
        return new Sample((long) values[0], values[1], Arrays.copyOfRange(values, 2, values.length));
    }

    /** What a viewer sees when a bot sends a frame every so often, beginning so late. */
    List<Shown> replay(ExpressionSmoother smoother, long everyMillis, long phaseMillis) {
        List<Shown> shown = new ArrayList<>();
        for (Sample sample : samples) {
            if (sample.atMillis() % everyMillis == phaseMillis) {
                shown.add(new Shown(
                        sample, raw(sample.probabilities()), smoother.next(sample.atMillis(), sample.probabilities())));
            }
        }
        return shown;
    }

    /** The rule of the model card: the most probable expression if it leads by .22. */
    private static DisplayedLabel raw(double[] probabilities) {
        double[] sorted = probabilities.clone();
        Arrays.sort(sorted);
        if (sorted[6] - sorted[5] < .22) {
            return DisplayedLabel.IT_DEPENDS;
        }
        int best = 0;
        while (probabilities[best] < sorted[6]) {
            best++;
        }
        return DisplayedLabel.of(best);
    }
}
