package dev.rapt.aggregator.group;

import java.time.Duration;

/**
 * What the group view tells.
 *
 * @param least of how many people at least; 2 or more
 * @param rounding to which multiple figures are rounded, in millionths of one
 * @param step how long the steps are: a part of a minute in whole buckets
 * @param settle how long after a minute's end its frames are waited for, by the frames' own clock
 */
public record GroupRule(int least, int rounding, Duration step, Duration settle) {

    /** The stretch that is published at once. */
    public static final Duration MINUTE = Duration.ofMinutes(1);

    private static final int BUCKET_SECONDS = 5;
    private static final int MOST_ROUNDING = GroupFigure.MICROS / 2;

    public GroupRule {
        if (least < 2) {
            throw new IllegalArgumentException("A group is of two people or more, not " + least);
        }
        if (rounding < 1 || rounding > MOST_ROUNDING) {
            throw new IllegalArgumentException("Figures are rounded to more than nothing and to a half at most");
        }
        if (!isStep(step)) {
            throw new IllegalArgumentException("A step is 5, 10, 15, 20, 30 or 60 seconds, not " + step);
        }
        if (settle.isNegative()) {
            throw new IllegalArgumentException("A minute settles after its end");
        }
    }

    /** Whether steps may be that long. */
    static boolean isStep(Duration step) {
        return step.toMillis() > 0
                && step.getSeconds() % BUCKET_SECONDS == 0
                && step.getNano() == 0
                && MINUTE.toMillis() % step.toMillis() == 0;
    }

    /** How many steps a minute has. */
    int stepsInMinute() {
        return (int) (MINUTE.toMillis() / step.toMillis());
    }

    /** So many people as may be said: a multiple of the least number. */
    int people(int count) {
        return count / least * least;
    }
}
