package dev.rapt.aggregator.report;

/**
 * What a room as a group did in a step. Nothing is told of fewer people than may be told of, so that it never tells of one.
 *
 * @param people of how many anything is known in it: measured or away
 * @param facingSeconds seconds of all of them turned where each usually turns; 0 unless it is known of enough people
 * @param attentionSeconds those, seconds turned elsewhere and seconds away; 0 likewise
 */
public record RoomStep(int people, long facingSeconds, long attentionSeconds) {
    public RoomStep {
        if (facingSeconds < 0 || facingSeconds > attentionSeconds) {
            throw new IllegalArgumentException("Facing seconds are part of all");
        }
    }

    /** Whether it is known, of enough people, how much of it they were attentive. */
    public boolean isAttentionKnown() {
        return attentionSeconds > 0;
    }
}
