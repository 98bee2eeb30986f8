package dev.rapt.aggregator.attention;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Tells closed eyes from blinks: frames with closed eyes count when two or more follow each other over a second or
 * more. A shorter stretch counts as open. No blink is counted: a camera's two frames a second would miss most of them.
 */
final class EyeWatch {

    private final long closedForMillis;
    private final List<EyeVerdict> stretch = new ArrayList<>();
    private long stretchSince;
    private boolean stretchCounts;

    EyeWatch(Duration closedFor) {
        this(closedFor.toMillis());
    }

    private EyeWatch(long closedForMillis) {
        this.closedForMillis = closedForMillis;
    }

    /** One that goes on on its own from here. */
    EyeWatch copy(VerdictCopies copies) {
        EyeWatch copy = new EyeWatch(closedForMillis);
        stretch.forEach(verdict -> copy.stretch.add(copies.of(verdict)));
        copy.stretchSince = stretchSince;
        copy.stretchCounts = stretchCounts;
        return copy;
    }

    /** Takes the next second's frames; below the threshold eyes are closed. */
    EyeVerdict watch(List<EyeSample> samples, double threshold) {
        EyeVerdict verdict = new EyeVerdict();
        for (EyeSample sample : samples) {
            if (sample.openness() >= threshold) {
                interrupt();
                verdict.open();
            } else {
                closed(verdict, sample.atMillis());
            }
        }
        return verdict;
    }

    /** Nothing is known of the eyes from here on, or they are open: a stretch of closed ones ends. */
    void interrupt() {
        settle(false);
        stretchCounts = false;
    }

    private void closed(EyeVerdict verdict, long at) {
        if (stretchCounts) {
            verdict.closed();
            return;
        }
        if (stretch.isEmpty()) {
            stretchSince = at;
        }
        verdict.mayBeClosed();
        stretch.add(verdict);
        if (stretch.size() > 1 && at - stretchSince >= closedForMillis) {
            settle(true);
            stretchCounts = true;
        }
    }

    private void settle(boolean stayedClosed) {
        stretch.forEach(verdict -> verdict.settle(stayedClosed));
        stretch.clear();
    }
}
