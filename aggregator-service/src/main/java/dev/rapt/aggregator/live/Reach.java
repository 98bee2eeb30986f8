package dev.rapt.aggregator.live;

import dev.rapt.aggregator.timeline.Bucket;
import java.time.Instant;

/** How far back of a changed step others may have changed with it; those after it may, too. */
final class Reach {

    /** Whether somebody is away shows 3 s later, whether eyes are closed some seconds later: docs/timelines.md. */
    private static final int BACK = 2;

    private Reach() {}

    /** The number of the step that holds a moment. */
    static long stepOf(Instant moment) {
        return Math.floorDiv(moment.toEpochMilli(), Bucket.LENGTH.toMillis());
    }

    /** The first step that may differ after a change in this one. */
    static long from(LiveRows rows, long changed) {
        long step = Math.max(rows.first(), Math.min(changed, rows.end() - 1));
        if (!rows.isLearntBefore(step)) {
            return rows.first();
        }
        // The steps of a gap are new when its end is
        long before = step - 1;
        while (before > rows.first() && !rows.hasFrames(before)) {
            before--;
        }
        return Math.max(rows.first(), before - BACK);
    }
}
