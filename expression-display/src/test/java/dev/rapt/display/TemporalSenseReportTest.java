package dev.rapt.display;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.display.Recording.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Prints the table of docs/performance.md's section on temporal sense from the recorded clips. */
@Tag("long")
class TemporalSenseReportTest {

    private record Way(String name, Function<Shown, DisplayedLabel> label, DisplaySettings settings) {}

    private static final List<Way> WAYS = List.of(
            new Way("the frames' own labels", Shown::raw, DisplaySettings.DEFAULT),
            new Way("displayed, without priors", Shown::displayed, DisplaySettings.DEFAULT.withPriors(Priors.NONE)),
            new Way("displayed", Shown::displayed, DisplaySettings.DEFAULT));

    @Test
    void prints() {
        List<String> lines = new ArrayList<>();
        for (int every : new int[] {1000, 500, 200}) {
            for (Way way : WAYS) {
                StringBuilder line = new StringBuilder(String.format("| %.0f | %s |", 1000.0 / every, way.name()));
                for (String clip : List.of("cap12", "cap13", "franck")) {
                    line.append(row(clip, every, way));
                }
                lines.add(line.toString());
            }
        }
        lines.forEach(System.out::println);
        assertThat(lines).hasSize(9);
    }

    /** Changes a minute: the worst beginning on the calm stretches, and the mean over the whole clip. */
    private static String row(String clip, int every, Way way) {
        double worst = 0;
        double all = 0;
        int phases = every / 100;
        for (int phase = 0; phase < every; phase += 100) {
            List<Shown> shown = Recording.of(clip).replay(new ExpressionSmoother(way.settings()), every, phase);
            worst = Math.max(worst, CalmStretches.changesAMinute(shown, clip, way.label()));
            List<DisplayedLabel> labels = shown.stream().map(way.label()).toList();
            long changes = IntStream.range(1, labels.size())
                    .filter(i -> labels.get(i) != labels.get(i - 1))
                    .count();
            all += changes * 60_000.0 / (labels.size() * every) / phases;
        }
        return String.format(Locale.ROOT, " %.1f / %.1f |", worst, all);
    }
}
