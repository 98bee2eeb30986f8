package dev.rapt.aggregator.event;

import dev.rapt.aggregator.timeline.Estimate;
import dev.rapt.aggregator.timeline.HeadPose;
import dev.rapt.aggregator.timeline.Label;
import dev.rapt.aggregator.timeline.Measured;
import dev.rapt.aggregator.timeline.Quality;
import dev.rapt.contracts.v1.Expression;
import dev.rapt.contracts.v1.FaceFigures;
import dev.rapt.contracts.v1.FaceQuality;
import dev.rapt.contracts.v1.ScoredFace;
import dev.rapt.contracts.v1.SeenFace;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        Estimate estimate = new Estimate(probabilitiesOf(face.getProbabilitiesList()), LABELS.get(face.getDominant()));
        return read(face.getFigures(), Optional.of(estimate));
    }

    static Measured read(SeenFace face) throws FaultException {
        return read(face.getFigures(), Optional.empty());
    }

    private static Measured read(FaceFigures figures, Optional<Estimate> estimate) throws FaultException {
        return new Measured(figuresOf(figures), poseOf(figures), qualityOf(figures), estimate);
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
        List<Float> eyes = List.of(given.getRightEyeOpenness(), given.getLeftEyeOpenness());
        FaultException.unless(figures.stream().allMatch(FaceReader::isFigure), Fault.BAD_FIGURES);
        FaultException.unless(eyes.stream().allMatch(FaceReader::isFigure), Fault.BAD_FIGURES);
        return figures;
    }

    private static boolean isFigure(double value) {
        return value >= 0 && value <= Measured.MAX_FIGURE;
    }

    private static Optional<HeadPose> poseOf(FaceFigures given) throws FaultException {
        if (!given.hasPose()) {
            return Optional.empty();
        }
        dev.rapt.contracts.v1.HeadPose pose = given.getPose();
        FaultException.unless(
                HeadPose.isAngle(pose.getYaw())
                        && HeadPose.isAngle(pose.getPitch())
                        && HeadPose.isAngle(pose.getRoll()),
                Fault.BAD_POSE);
        return Optional.of(new HeadPose(pose.getYaw(), pose.getPitch(), pose.getRoll()));
    }

    private static Optional<Quality> qualityOf(FaceFigures given) throws FaultException {
        if (!given.hasQuality()) {
            return Optional.empty();
        }
        FaceQuality quality = given.getQuality();
        List<Double> traits = List.of(
                (double) quality.getEyeDistance(), (double) quality.getSharpness(), (double) quality.getBrightness());
        FaultException.unless(traits.stream().allMatch(t -> t >= 0 && t <= Quality.MAX_VALUE), Fault.BAD_QUALITY);
        return Optional.of(new Quality(traits));
    }
}
