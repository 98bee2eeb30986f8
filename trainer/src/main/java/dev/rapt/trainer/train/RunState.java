package dev.rapt.trainer.train;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a run stands: what a checkpoint holds beside the weights.
 *
 * @param epoch the epoch under way, from 1
 * @param batch batches done of it
 * @param steps batches done in all
 * @param used computing time so far
 * @param lossSum sum of the loss over the pictures seen in this epoch
 * @param right how many of them the network had right
 * @param seen how many they are
 * @param history the epochs before
 */
record RunState(
        int epoch,
        int batch,
        long steps,
        Duration used,
        double lossSum,
        long right,
        long seen,
        List<EpochReport> history) {

    RunState {
        history = List.copyOf(history);
    }

    static RunState start() {
        return new RunState(1, 0, 0, Duration.ZERO, 0, 0, 0, List.of());
    }

    RunState afterBatch(double loss, int rightOnes, int size, Duration usedNow) {
        return new RunState(
                epoch, batch + 1, steps + 1, usedNow, lossSum + loss * size, right + rightOnes, seen + size, history);
    }

    RunState afterEpoch(EpochReport report, Duration usedNow) {
        List<EpochReport> longer = new ArrayList<>(history);
        longer.add(report);
        return new RunState(epoch + 1, 0, steps, usedNow, 0, 0, 0, longer);
    }

    double meanLoss() {
        return lossSum / Math.max(1, seen);
    }

    double accuracy() {
        return (double) right / Math.max(1, seen);
    }
}
