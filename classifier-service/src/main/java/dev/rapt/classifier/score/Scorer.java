package dev.rapt.classifier.score;

import dev.rapt.classifier.model.DominanceRule;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.classifier.model.ModelException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Turns a batch of records into what becomes of them, one for one and in order. All faces of a batch go through the
 * network in one call, or in as few as the largest batch allows. When a call fails, its faces are tried one by one, so
 * that a single one that the network can't take is given up alone.
 */
public final class Scorer {

    private final CropScoring scoring;
    private final DominanceRule dominance;
    private final ModelName model;
    private final int maxBatch;

    public Scorer(CropScoring scoring, DominanceRule dominance, ModelName model, int maxBatch) {
        this.scoring = scoring;
        this.dominance = dominance;
        this.model = model;
        this.maxBatch = maxBatch;
    }

    /** What becomes of each record. */
    public List<Outcome> score(List<Received> batch) {
        List<Outcome> outcomes = new ArrayList<>(batch.size());
        int next = 0;
        List<Optional<ExpressionScores>> scores = scoresOf(batch);
        for (Received received : batch) {
            if (received instanceof Received.Face face) {
                outcomes.add(outcome(face, scores.get(next++)));
            } else if (received instanceof Received.Unscored unscored) {
                outcomes.add(new Outcome.Passed(unscored));
            } else if (received instanceof Received.Dropped dropped) {
                outcomes.add(new Outcome.Dropped(dropped.why()));
            } else if (received instanceof Received.Unusable unusable) {
                outcomes.add(new Outcome.GivenUp(unusable));
            }
        }
        return outcomes;
    }

    private Outcome outcome(Received.Face face, Optional<ExpressionScores> scores) {
        return scores.<Outcome>map(s -> new Outcome.Scored(face, s, dominance.labelOf(s), model))
                .orElseGet(() -> new Outcome.GivenUp(new Received.Unusable(face.origin(), UnusableReason.UNSCORABLE)));
    }

    private List<Optional<ExpressionScores>> scoresOf(List<Received> batch) {
        List<GreyImage> crops = new ArrayList<>(batch.size());
        for (Received received : batch) {
            if (received instanceof Received.Face face) {
                crops.add(face.crop());
            }
        }
        List<Optional<ExpressionScores>> scores = new ArrayList<>(crops.size());
        for (int from = 0; from < crops.size(); from += maxBatch) {
            scores.addAll(scoreOneCall(crops.subList(from, Math.min(crops.size(), from + maxBatch))));
        }
        return scores;
    }

    private List<Optional<ExpressionScores>> scoreOneCall(List<GreyImage> crops) {
        try {
            return scoring.score(crops).stream().map(Optional::of).toList();
        } catch (ModelException e) {
            return crops.stream().map(this::scoreAlone).toList();
        }
    }

    private Optional<ExpressionScores> scoreAlone(GreyImage crop) {
        try {
            return Optional.of(scoring.score(List.of(crop)).get(0));
        } catch (ModelException e) {
            return Optional.empty();
        }
    }
}
