package dev.rapt.display;

import dev.rapt.display.Recording.Shown;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Where the faces of the clips rest. */
final class CalmStretches {

    record Stretch(double from, double to) {
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

    private CalmStretches() {}

    /** How often a label changes on a clip's calm stretches. */
    static double changesAMinute(List<Shown> shown, String clip, Function<Shown, DisplayedLabel> label) {
        double minutes = 0;
        long changes = 0;
        for (Stretch stretch : CALM.get(clip)) {
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
