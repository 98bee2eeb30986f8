package dev.rapt.trainer.card;

import dev.rapt.classifier.model.Expression;
import dev.rapt.trainer.dataset.LabelledImage;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How many training pictures each class has. */
public record TrainingData(Map<Expression, Integer> counts) {
    public TrainingData {
        counts = Map.copyOf(counts);
    }

    /** Counts them. */
    public static TrainingData of(List<LabelledImage> images) {
        Map<Expression, Integer> counts = new EnumMap<>(Expression.class);
        images.forEach(image -> counts.merge(image.label(), 1, Integer::sum));
        return new TrainingData(counts);
    }

    /** All of them. */
    public int total() {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many have this label. */
    public int count(Expression label) {
        return counts.getOrDefault(label, 0);
    }
}
