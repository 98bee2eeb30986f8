package dev.rapt.aggregator.attention;

import java.time.Duration;
import java.util.Objects;

/**
 * The constants of every judgement of attention; docs/attention.md says what each is for.
 *
 * @param cone how far around a known pose is facing
 * @param learning how the calm pose is learnt and how it may change
 * @param further when another pose counts as facing too
 * @param lids when eyes are closed and when nobody can tell
 */
public record AttentionRules(Cone cone, Learning learning, Further further, Lids lids) {
    public AttentionRules {
        Objects.requireNonNull(cone, "cone");
        Objects.requireNonNull(learning, "learning");
        Objects.requireNonNull(further, "further");
        Objects.requireNonNull(lids, "lids");
    }

    /**
     * How the calm pose is learnt and how it may change.
     *
     * @param seconds seconds with a pose until it is learnt
     * @param adaptation facing seconds after which a new posture has come in to about two thirds
     * @param drift how far it may ever come away from what was learnt, in degrees
     */
    public record Learning(int seconds, int adaptation, double drift) {
        public Learning {
            require(seconds > 0 && adaptation > 0 && drift >= 0, "a second or more of learning");
        }
    }

    /**
     * When another pose counts as facing too.
     *
     * @param most how many there may be beside the calm one
     * @param visits how often a person has to come back to it
     * @param visitSeconds how long one must last to count as a visit
     * @param seconds how long all of them must last together
     * @param returnSeconds how long a person must be facing between two of them
     * @param aside how far to either side of what was learnt, in degrees
     * @param below how far below: less than a phone in the lap
     * @param above how far above
     * @param spread how far a steady head moves, in degrees
     * @param camera how near to the camera's axis is towards the camera, in degrees
     * @param nearer by how much it must be nearer than what was learnt, in degrees
     */
    public record Further(
            int most,
            int visits,
            int visitSeconds,
            int seconds,
            int returnSeconds,
            double aside,
            double below,
            double above,
            double spread,
            double camera,
            double nearer) {
        public Further {
            require(most >= 0 && visits > 0 && visitSeconds > 0 && seconds > 0 && returnSeconds > 0, "a visit or more");
            require(aside >= 0 && below >= 0 && above >= 0 && spread > 0 && camera >= 0 && nearer >= 0, "angles");
        }
    }

    /**
     * When eyes are closed and when nobody can tell.
     *
     * @param closed below this share of their own usual openness
     * @param closedFor for at least this long, over two frames or more
     * @param plausible below this openness no baseline is believed
     * @param adapting how far from the learnt openness, as a share of it, a frame still moves the baseline
     * @param down so many degrees below the pose that is known, the lids cover the eyes
     * @param turn so many degrees from the camera, one eye can't be seen well
     * @param happy from this mean probability on, a smile may narrow the eyes
     * @param mouth from this mean openness on, a laugh may, where no expression was estimated
     * @param slowest at a longer usual interval between frames nobody can tell
     */
    public record Lids(
            double closed,
            Duration closedFor,
            double plausible,
            double adapting,
            double down,
            double turn,
            double happy,
            double mouth,
            Duration slowest) {
        public Lids {
            require(closed > 0 && closed < 1 && plausible >= 0 && adapting >= 0 && adapting < 1, "shares in [0, 1)");
            require(!closedFor.isNegative() && !slowest.isNegative(), "durations of zero or more");
        }
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("The rules of attention have " + what);
        }
    }
}
