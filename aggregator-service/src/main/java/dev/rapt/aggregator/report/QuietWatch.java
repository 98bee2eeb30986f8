package dev.rapt.aggregator.report;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Watches a room's attention, step after step, and tells when it has sunk below its own usual level. It looks back only,
 * so what it tells while the meeting goes on is what it tells afterwards. Not safe for several threads.
 *
 * <p>Attention is the share of the facing seconds in all seconds in which somebody was facing, turned elsewhere or away,
 * over the last minute. Its level is the median of the minutes' values over the last ten minutes in which it hadn't sunk.
 */
public final class QuietWatch {

    /**
     * When attention has sunk.
     *
     * @param smoothing over how much time attention is taken
     * @param level over how much time its usual level is taken; half of it must be known
     * @param drop how far below the level it has sunk; it is over once half of that is made up
     * @param lasting for how long it must have sunk
     */
    public record Rules(Duration smoothing, Duration level, double drop, Duration lasting) {

        int steps(Duration time) {
            return Math.max(1, (int) (time.toMillis() / STEP.toMillis()));
        }
    }

    /** How long the watch's steps are. */
    private static final Duration STEP = FiveSeconds.STEP.length();

    /**
     * A stretch in which attention had sunk.
     *
     * @param from its first step, counted from 0
     * @param to the step after its last
     * @param level the usual level before it
     * @param lowest the lowest that attention came to
     * @param isOpen whether it was still sunk at the end of what is known
     */
    public record Quiet(int from, int to, double level, double lowest, boolean isOpen) {}

    private final Rules rules;
    private final Deque<RoomStep> minute = new ArrayDeque<>();
    private final Deque<Double> usual = new ArrayDeque<>();
    private final List<Quiet> quiets = new ArrayList<>();
    private Optional<Quiet> sunk = Optional.empty();
    private int step;

    public QuietWatch(Rules rules) {
        this.rules = rules;
    }

    /** The next step. A step that tells too little of the room is one of which nothing is known. */
    public void accept(RoomStep next) {
        minute.addLast(next);
        if (minute.size() > rules.steps(rules.smoothing())) {
            minute.removeFirst();
        }
        double now = attention();
        if (Double.isNaN(now)) {
            close();
        } else if (sunk.isPresent()) {
            goOn(now, sunk.get());
        } else {
            begin(now);
        }
        step++;
    }

    /** What has been told so far: the stretches that have lasted long enough, the last of which may be open. */
    public List<Quiet> quiets() {
        List<Quiet> all = new ArrayList<>(quiets);
        sunk.filter(this::isLasting).ifPresent(all::add);
        return all;
    }

    /** Attention over the last minute, as of the last step; NaN when too little is known. */
    private double attention() {
        List<RoomStep> known =
                minute.stream().filter(RoomStep::isAttentionKnown).toList();
        if (2 * known.size() < rules.steps(rules.smoothing())) {
            return Double.NaN;
        }
        long facing = known.stream().mapToLong(RoomStep::facingSeconds).sum();
        long all = known.stream().mapToLong(RoomStep::attentionSeconds).sum();
        return (double) facing / all;
    }

    private void begin(double now) {
        double level = 2 * usual.size() < rules.steps(rules.level())
                ? Double.NaN
                : Robust.median(usual.stream().mapToDouble(Double::doubleValue).toArray());
        if (now <= level - rules.drop()) {
            sunk = Optional.of(new Quiet(step, step + 1, level, now, true));
        } else {
            remember(now);
        }
    }

    private void goOn(double now, Quiet quiet) {
        if (now > quiet.level() - rules.drop() / 2) {
            close();
            remember(now);
        } else {
            sunk = Optional.of(new Quiet(quiet.from(), step + 1, quiet.level(), Math.min(quiet.lowest(), now), true));
        }
    }

    private void remember(double now) {
        usual.addLast(now);
        if (usual.size() > rules.steps(rules.level())) {
            usual.removeFirst();
        }
    }

    private void close() {
        sunk.filter(this::isLasting)
                .ifPresent(
                        quiet -> quiets.add(new Quiet(quiet.from(), quiet.to(), quiet.level(), quiet.lowest(), false)));
        sunk = Optional.empty();
    }

    private boolean isLasting(Quiet quiet) {
        return quiet.to() - quiet.from() >= rules.steps(rules.lasting());
    }
}
