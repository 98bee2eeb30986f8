package dev.rapt.aggregator.attention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Learns a person's calm pose and usual eye openness from the first seconds that have a pose. For one thread. */
public final class Learner {

    private final AttentionRules rules;
    private final List<FaceSecond> seconds = new ArrayList<>();

    /** Learns by these rules. */
    public Learner(AttentionRules rules) {
        this.rules = rules;
    }

    /** One that goes on on its own from here. */
    public Learner copy() {
        Learner copy = new Learner(rules);
        copy.seconds.addAll(seconds);
        return copy;
    }

    /** How many seconds it has learnt from. */
    public int size() {
        return seconds.size();
    }

    /** Takes the next second with a face; one without a pose teaches nothing. */
    public void add(FaceSecond second) {
        if (!isDone() && second.pose().isPresent()) {
            seconds.add(second);
        }
    }

    /** Whether more seconds would change nothing. */
    public boolean isDone() {
        return seconds.size() == rules.learning().seconds();
    }

    /** What was learnt up to now. */
    public Learnt learnt() {
        PoseHistogram poses = new PoseHistogram();
        seconds.forEach(second -> poses.add(second.pose().orElseThrow()));
        Optional<Pose> calm = poses.mode();
        return new Learnt(isDone(), calm, calm.flatMap(this::openness));
    }

    private Optional<Double> openness(Pose calm) {
        EyeLegibility legibility = new EyeLegibility(rules.lids());
        OpennessHistogram openness = new OpennessHistogram();
        seconds.stream()
                .filter(second -> rules.cone().holds(calm, second.pose().orElseThrow()))
                .filter(second -> legibility.holds(second, calm))
                .flatMap(second -> second.eyes().stream())
                .forEach(sample -> openness.add(sample.openness(), 1));
        return openness.median().filter(median -> median >= rules.lids().plausible());
    }
}
