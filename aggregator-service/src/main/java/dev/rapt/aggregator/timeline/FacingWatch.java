package dev.rapt.aggregator.timeline;

import dev.rapt.aggregator.attention.Facing;
import dev.rapt.display.FacingSmoother;
import java.util.Optional;

/** Whether one person is displayed as facing, second by second in order: smoothed, so that a glance doesn't flip it. */
final class FacingWatch {

    private static final long SECOND_MILLIS = 1_000;

    private final FacingSmoother smoother = new FacingSmoother();

    /** What is displayed in the next second: nothing unless a face was there whose pose is judged. */
    Optional<Boolean> second(Second second) {
        return second.facing() == Facing.UNKNOWN
                ? Optional.empty()
                : Optional.of(
                        smoother.next(second.epochSecond() * SECOND_MILLIS, second.facing() == Facing.FACING ? 1 : 0));
    }
}
