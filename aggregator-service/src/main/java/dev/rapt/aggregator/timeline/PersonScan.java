package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.AttentionPass;
import dev.rapt.aggregator.attention.AttentionRules;
import dev.rapt.aggregator.attention.Baseline;
import dev.rapt.aggregator.attention.EyeVerdict;
import dev.rapt.aggregator.attention.Eyes;
import dev.rapt.aggregator.attention.FaceSecond;
import dev.rapt.aggregator.attention.Facing;
import dev.rapt.aggregator.attention.Judgement;
import dev.rapt.aggregator.attention.Learner;
import dev.rapt.aggregator.attention.Learnt;
import dev.rapt.aggregator.attention.VerdictCopies;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/**
 * The one place where a person's buckets are gone through in order and every second is judged: first as far as it takes
 * to learn the person's baseline, then from the beginning to the end. All buckets of the person are needed, whichever
 * range is asked for, because a baseline comes from the first of them; so every range and resolution agrees. What else
 * depends on the order of seconds listens here.
 */
public final class PersonScan {

    /** Longer than a face is ever held over missing frames. */
    private static final Duration HOLD = UsualInterval.MOST.multipliedBy(Presence.INTERVALS);

    /** A person's buckets, in order of their starts, as often as needed. */
    public interface Source {
        /** Reads them from the first on; the iterator is only good inside the call. */
        <T> T read(Function<Iterator<Bucket>, T> reader);
    }

    /** Is told what there is, in order of time. */
    public interface Listener {
        /** The next bucket; its seconds follow, and before them those that had to wait for it. */
        default void bucket(Bucket bucket) {}

        /**
         * The next second; from the first bucket on each is told, up to some seconds after the last bucket, except for
         * the middle of a long hole. All others are unmeasured.
         */
        void second(Second second);
    }

    private record Waiting(
            long epochSecond, Seconds.State state, Optional<Slot> slot, Facing facing, Optional<EyeVerdict> eyes) {
        Waiting with(VerdictCopies copies) {
            return new Waiting(epochSecond, state, slot, facing, eyes.map(copies::of));
        }

        boolean isSettled() {
            return eyes.map(EyeVerdict::isSettled).orElse(true);
        }

        Second settled() {
            return new Second(
                    epochSecond, state, slot, facing, eyes.map(EyeVerdict::eyes).orElse(Eyes.UNKNOWN));
        }
    }

    private final AttentionPass attention;
    private final Listener listener;
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final Presence presence;
    private Optional<Judgement> held = Optional.empty();
    private Bucket current;

    /**
     * A pass that begins with this bucket.
     *
     * @param learnt what all of the person's buckets teach
     * @param first the person's first bucket, which is taken by this
     */
    PersonScan(AttentionRules rules, Learnt learnt, Bucket first, Listener listener) {
        this.attention = new AttentionPass(rules, learnt);
        this.listener = listener;
        this.presence = new Presence(first.start().getEpochSecond(), this::second);
        accept(first);
    }

    private PersonScan(PersonScan other, Listener listener) {
        VerdictCopies copies = new VerdictCopies();
        this.attention = other.attention.copy(copies);
        this.listener = listener;
        other.waiting.forEach(each -> waiting.add(each.with(copies)));
        this.presence = other.presence.copy(this::second);
        this.held = other.held.map(judgement -> new Judgement(judgement.facing(), copies.of(judgement.eyes())));
        this.current = other.current;
    }

    /** Goes through all buckets and tells the listener; returns the baseline as it stands at the end. */
    public static Baseline scan(AttentionRules rules, Source source, Listener listener) {
        Learnt learnt =
                source.read(buckets -> learn(new Learner(rules), buckets).learnt());
        return source.read(buckets -> judge(rules, learnt, buckets, listener));
    }

    /** Teaches what these buckets show, until there is nothing left to learn; returns the learner. */
    static Learner learn(Learner learner, Iterator<Bucket> buckets) {
        while (buckets.hasNext() && !learner.isDone()) {
            Bucket bucket = buckets.next();
            for (int second = 0; second < Bucket.SLOTS; second++) {
                FaceSeconds.of(bucket, second).ifPresent(learner::add);
            }
        }
        return learner;
    }

    private static Baseline judge(AttentionRules rules, Learnt learnt, Iterator<Bucket> buckets, Listener listener) {
        if (!buckets.hasNext()) {
            return new AttentionPass(rules, learnt).baseline();
        }
        PersonScan scan = new PersonScan(rules, learnt, buckets.next(), listener);
        buckets.forEachRemaining(scan::accept);
        return scan.finish();
    }

    /** A pass that goes on on its own from here and tells another of what comes. */
    PersonScan copy(Listener other) {
        return new PersonScan(this, other);
    }

    /** Takes the next bucket, in order of their starts. */
    void accept(Bucket bucket) {
        current = bucket;
        listener.bucket(bucket);
        presence.accept(bucket);
        tellSettled();
    }

    /** Ends the pass, as if nothing came after; returns the baseline as it stands. */
    Baseline finish() {
        Instant end = current.end().plus(HOLD);
        presence.finish(end);
        attention.noFace();
        tellSettled();
        return attention.baseline();
    }

    /** The first second of which the listener hasn't been told for good. */
    long firstUntold() {
        return waiting.isEmpty() ? presence.firstUntold() : waiting.peek().epochSecond();
    }

    private void second(long epochSecond, Seconds.State state) {
        if (state != Seconds.State.MEASURED) {
            attention.noFace();
            held = Optional.empty();
            waiting.add(new Waiting(epochSecond, state, Optional.empty(), Facing.UNKNOWN, Optional.empty()));
            return;
        }
        Optional<FaceSecond> face = faceAt(epochSecond);
        Optional<Slot> slot = face.map(f -> current.slots().get(indexOf(epochSecond)));
        if (face.isPresent()) {
            held = Optional.of(attention.face(face.get(), Duration.ofMillis(presence.usualMillis())));
        }
        Facing facing = held.map(Judgement::facing).orElse(Facing.UNKNOWN);
        waiting.add(new Waiting(epochSecond, state, slot, facing, held.map(Judgement::eyes)));
    }

    private Optional<FaceSecond> faceAt(long epochSecond) {
        int index = indexOf(epochSecond);
        return index >= 0 && index < Bucket.SLOTS ? FaceSeconds.of(current, index) : Optional.empty();
    }

    private int indexOf(long epochSecond) {
        return (int) Math.max(
                -1, Math.min(Bucket.SLOTS, epochSecond - current.start().getEpochSecond()));
    }

    private void tellSettled() {
        while (!waiting.isEmpty() && waiting.peek().isSettled()) {
            listener.second(waiting.poll().settled());
        }
    }
}
