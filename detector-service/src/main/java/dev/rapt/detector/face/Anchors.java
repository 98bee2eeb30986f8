package dev.rapt.detector.face;

import java.util.ArrayList;
import java.util.List;

/**
 * Turns a detector's raw output into candidates. The network regresses, in network pixels and from each anchor: centre,
 * sides and six points, of which the eyes are the first two (MediaPipe's face_detection).
 */
final class Anchors {
    static final int VALUES = 16;
    private static final float LOGIT_LIMIT = 100;

    private final AnchorLayout layout;
    private final float leastLogit;

    Anchors(AnchorLayout layout, float leastScore) {
        this.layout = layout;
        leastLogit = (float) -Math.log(1 / leastScore - 1);
    }

    /**
     * @param scores one logit an anchor
     * @param values sixteen values an anchor
     */
    List<Candidate> candidates(float[] scores, float[] values, Letterbox letterbox) {
        List<Candidate> candidates = new ArrayList<>();
        for (int anchor = 0; anchor < layout.count(); anchor++) {
            // Also false for NaN
            if (scores[anchor] >= leastLogit && values[anchor * VALUES + 2] > 0 && values[anchor * VALUES + 3] > 0) {
                candidates.add(candidate(anchor, scores[anchor], values, letterbox));
            }
        }
        return candidates;
    }

    private Candidate candidate(int anchor, float logit, float[] values, Letterbox letterbox) {
        float x = layout.x(anchor);
        float y = layout.y(anchor);
        int at = anchor * VALUES;
        return new Candidate(
                letterbox.toPicture(x + values[at], y + values[at + 1], values[at + 2], values[at + 3]),
                sigmoid(logit),
                letterbox.toPicture(x + values[at + 4], y + values[at + 5]),
                letterbox.toPicture(x + values[at + 6], y + values[at + 7]));
    }

    static float sigmoid(float logit) {
        float clipped = Math.max(-LOGIT_LIMIT, Math.min(LOGIT_LIMIT, logit));
        return (float) (1 / (1 + Math.exp(-clipped)));
    }
}
