package dev.rapt.aggregator.attention;

/** How open a person's eyes usually are: the median of what was learnt and, since then, of open eyes that come near it. */
final class UsualOpenness {

    /** What was learnt weighs as much as a minute at two frames a second. */
    private static final int WEIGHT = 120;

    private final AttentionRules.Lids rules;
    private final double learnt;
    private final OpennessHistogram frames;

    UsualOpenness(AttentionRules.Lids rules, double learnt) {
        this(rules, learnt, new OpennessHistogram());
        frames.add(learnt, WEIGHT);
    }

    private UsualOpenness(AttentionRules.Lids rules, double learnt, OpennessHistogram frames) {
        this.rules = rules;
        this.learnt = learnt;
        this.frames = frames;
    }

    /** One that goes on on its own from here. */
    UsualOpenness copy() {
        return new UsualOpenness(rules, learnt, frames.copy());
    }

    double now() {
        return frames.median().orElse(learnt);
    }

    /** Below it eyes are closed. */
    double threshold() {
        return rules.closed() * now();
    }

    /** Takes the frames of a facing second after the learning. */
    void adapt(FaceSecond second) {
        for (EyeSample sample : second.eyes()) {
            if (Math.abs(sample.openness() - learnt) <= rules.adapting() * learnt) {
                frames.add(sample.openness(), 1);
            }
        }
    }
}
