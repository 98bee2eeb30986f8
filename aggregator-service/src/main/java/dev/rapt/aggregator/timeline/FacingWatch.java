package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.Facing;
import dev.rapt.display.FacingSmoother;
import java.util.Optional;

/** Whether one person is displayed as facing, second by second in order: smoothed, so that a glance doesn't flip it. */
final class FacingWatch {

    private static final long SECOND_MILLIS = 1_000;

    private final FacingSmoother smoother;

    FacingWatch() {
        this(new FacingSmoother());
    }

    private FacingWatch(FacingSmoother smoother) {
        this.smoother = smoother;
    }

    /** One that goes on on its own from here. */
    FacingWatch copy() {
        return new FacingWatch(smoother.copy());
    }

    /** What is displayed in the next second: nothing unless a face was there whose pose is judged. */
    Optional<Boolean> second(Second second) {
        return second.facing() == Facing.UNKNOWN
                ? Optional.empty()
                : Optional.of(
                        smoother.next(second.epochSecond() * SECOND_MILLIS, second.facing() == Facing.FACING ? 1 : 0));
    }
}
