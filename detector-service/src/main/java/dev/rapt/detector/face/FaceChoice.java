package dev.rapt.detector.face;

import java.util.List;
import java.util.Optional;

/** Which of several faces stands for the participant. */
public final class FaceChoice {

    private FaceChoice() {}

    /**
     * Index of the box whose centre is nearest to the last one's, or of the largest when there is no last one.
     *
     * @throws IllegalArgumentException when there are no boxes
     */
    public static int among(List<Box> boxes, Optional<Box> last) {
        if (boxes.isEmpty()) {
            throw new IllegalArgumentException("no boxes to choose among");
        }
        int chosen = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < boxes.size(); i++) {
            Box box = boxes.get(i);
            double cost = last.map(l -> Math.hypot(box.centreX() - l.centreX(), box.centreY() - l.centreY()))
                    .orElse((double) -box.area());
            if (cost < least) {
                least = cost;
                chosen = i;
            }
        }
        return chosen;
    }
}
