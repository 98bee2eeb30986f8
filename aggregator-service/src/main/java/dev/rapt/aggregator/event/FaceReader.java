package dev.rapt.aggregator.event;

import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Measured;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.ScoredFace;
import java.util.List;
import java.util.Map;

/** Reads the part of a score that speaks of a face. */
final class FaceReader {

    private static final int EXPRESSIONS = 7;
    /** Single precision rounds a softmax; what is further off than this is no distribution. */
    private static final double TOLERANCE = 1e-3;

    private static final Map<Expression, Label> LABELS = Map.of(
            Expression.EXPRESSION_ANGRY, Label.ANGRY,
            Expression.EXPRESSION_DISGUST, Label.DISGUST,
            Expression.EXPRESSION_FEAR, Label.FEAR,
            Expression.EXPRESSION_HAPPY, Label.HAPPY,
            Expression.EXPRESSION_SAD, Label.SAD,
            Expression.EXPRESSION_SURPRISE, Label.SURPRISE,
            Expression.EXPRESSION_NEUTRAL, Label.NEUTRAL,
            Expression.EXPRESSION_IT_DEPENDS, Label.IT_DEPENDS);

    private FaceReader() {}

    static Measured read(ScoredFace face) throws FaultException {
        FaultException.unless(LABELS.containsKey(face.getDominant()), Fault.BAD_LABEL);
        return new Measured(
                probabilitiesOf(face.getProbabilitiesList()),
                figuresOf(face.getFigures()),
                LABELS.get(face.getDominant()));
    }

    private static List<Double> probabilitiesOf(List<Float> given) throws FaultException {
        FaultException.unless(given.size() == EXPRESSIONS, Fault.BAD_PROBABILITIES);
        double sum = 0;
        for (float p : given) {
            FaultException.unless(p >= 0 && p <= 1 + TOLERANCE, Fault.BAD_PROBABILITIES);
            sum += p;
        }
        FaultException.unless(Math.abs(sum - 1) <= TOLERANCE, Fault.BAD_PROBABILITIES);
        return given.stream().map(p -> Math.min(1, p.doubleValue())).toList();
    }

    private static List<Double> figuresOf(FaceFigures given) throws FaultException {
        List<Double> figures = List.of(
                (double) given.getConfidence(), (double) given.getMouthOpenness(), (double) given.getEyeOpenness());
        FaultException.unless(figures.stream().allMatch(f -> f >= 0 && f <= Measured.MAX_FIGURE), Fault.BAD_FIGURES);
        return figures;
    }
}
