package dev.rapt.classifier.score;

import dev.rapt.classifier.model.GreyImage;
import dev.rapt.meeting.Refusal;

/** What a record of face-crops turned out to be. */
public sealed interface Received {

    /** Where the record stands. */
    Origin origin();

    /** What can be used. */
    sealed interface Usable extends Received permits Face, Unscored {
        /** Whose picture of which moment. */
        Frame frame();
    }

    /** A face whose crop fits the model. */
    record Face(Origin origin, Frame frame, FaceFigures figures, GreyImage crop) implements Usable {}

    /** What needs no scoring and goes on as it came. */
    sealed interface Unscored extends Usable permits Absent, Seen {}

    /**
     * A face whose figures count and whose expression can't be seen.
     *
     * @param gap the number of the reason as the detector wrote it, also one that this version doesn't know
     */
    record Seen(Origin origin, Frame frame, FaceFigures figures, int gap) implements Unscored {}

    /**
     * A frame without a face.
     *
     * @param reason the number of the reason as the detector wrote it, also one that this version doesn't know
     */
    record Absent(Origin origin, Frame frame, int reason) implements Unscored {}

    /** A record of somebody who may not be measured any more. */
    record Dropped(Origin origin, Refusal why) implements Received {}

    /** A record that can't be used. */
    record Unusable(Origin origin, UnusableReason reason) implements Received {}
}
