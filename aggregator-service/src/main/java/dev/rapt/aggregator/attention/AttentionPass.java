package dev.rapt.aggregator.attention;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Judges one person's seconds in order, against what was learnt of the same person. The same seconds always get the same
 * judgements: it depends on nothing else, and computes only what is exact to the bit on every machine. For one thread.
 */
public final class AttentionPass {

    private final AttentionRules rules;
    private final boolean complete;
    private final Optional<CalmPose> calm;
    private final Optional<UsualOpenness> openness;
    private final EyeLegibility legibility;
    private final EyeWatch watch;
    private long posed;

    /** A pass over all seconds, those from which it was learnt among them. */
    public AttentionPass(AttentionRules rules, Learnt learnt) {
        this.rules = rules;
        this.complete = learnt.complete();
        this.calm = learnt.pose().map(pose -> new CalmPose(rules, pose));
        this.openness = learnt.eyeOpenness().map(usual -> new UsualOpenness(rules.lids(), usual));
        this.legibility = new EyeLegibility(rules.lids());
        this.watch = new EyeWatch(rules.lids().closedFor());
    }

    private AttentionPass(AttentionPass other, VerdictCopies copies) {
        this.rules = other.rules;
        this.complete = other.complete;
        this.calm = other.calm.map(CalmPose::copy);
        this.openness = other.openness.map(UsualOpenness::copy);
        this.legibility = other.legibility;
        this.watch = other.watch.copy(copies);
        this.posed = other.posed;
    }

    /** One that goes on on its own from here, with these copies of the verdicts that aren't settled yet. */
    public AttentionPass copy(VerdictCopies copies) {
        return new AttentionPass(this, copies);
    }

    /**
     * Takes the next second with a face.
     *
     * @param usualInterval the usual time between two frames
     */
    public Judgement face(FaceSecond second, Duration usualInterval) {
        if (second.pose().isEmpty() || calm.isEmpty()) {
            return new Judgement(Facing.UNKNOWN, unknown());
        }
        posed++;
        boolean adapt = posed > rules.learning().seconds();
        Optional<Pose> faced = calm.get().faced(second.pose().get(), adapt);
        // Turned elsewhere, lids and lashes look different from how they looked while their openness was learnt
        boolean legible = faced.filter(pose -> legibility.holds(second, pose)).isPresent();
        EyeVerdict eyes = legible ? eyes(second, usualInterval) : unknown();
        if (adapt && legible) {
            openness.ifPresent(usual -> usual.adapt(second));
        }
        return new Judgement(faced.isPresent() ? Facing.FACING : Facing.NOT_FACING, eyes);
    }

    /** Takes the next second, which shows no face, or the end. */
    public void noFace() {
        watch.interrupt();
    }

    /** What is compared with, as it stands. */
    public Baseline baseline() {
        return new Baseline(
                complete ? Baseline.State.LEARNT : Baseline.State.PROVISIONAL,
                posed,
                calm.map(CalmPose::now),
                openness.map(UsualOpenness::now),
                calm.map(CalmPose::further).orElse(List.of()));
    }

    private EyeVerdict eyes(FaceSecond second, Duration usualInterval) {
        boolean often = usualInterval.compareTo(rules.lids().slowest()) <= 0;
        return often && openness.isPresent()
                ? watch.watch(second.eyes(), openness.get().threshold())
                : unknown();
    }

    private EyeVerdict unknown() {
        watch.interrupt();
        return new EyeVerdict();
    }
}
