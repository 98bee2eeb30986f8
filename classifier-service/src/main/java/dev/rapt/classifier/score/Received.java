package dev.rapt.classifier.score;

import dev.rapt.classifier.model.GreyImage;

/** What a record of face-crops turned out to be. */
public sealed interface Received {

    /** Where the record stands. */
    Origin origin();

    /** A face whose crop fits the model. */
    record Face(Origin origin, Frame frame, FaceFigures figures, GreyImage crop) implements Received {}

    /**
     * A frame without a face.
     *
     * @param reason the number of the reason as the detector wrote it, also one that this version doesn't know
     */
    record Absent(Origin origin, Frame frame, int reason) implements Received {}

    /** A record that can't be used. */
    record Unusable(Origin origin, UnusableReason reason) implements Received {}
}
