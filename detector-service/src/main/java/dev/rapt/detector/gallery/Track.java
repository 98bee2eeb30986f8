package dev.rapt.detector.gallery;

import dev.rapt.detector.face.Box;

/** Where somebody was seen last, and what surrounded them. */
record Track(int number, Box face, Surroundings surroundings, long seenAt) {

    /** Within a face's breadth: neighbours in a gallery are farther apart, and nobody moves farther between two pictures. */
    private static final double REACH = 1.0;

    /** A person who leans forward or back; tiles of another layout are at least this much larger or smaller. */
    private static final double SIZE_RATIO = 1.5;

    /** A person moves in front of what surrounds them, and covers and uncovers some of it. */
    private static final double SAME_PLACE = 0.5;

    /** In breadths, and as a ratio: farther than nearly everybody moves between two pictures. */
    private static final double FAR = 0.4;

    private static final double FAR_RATIO = 1.2;

    Track as(int other) {
        return new Track(other, face, surroundings, seenAt);
    }

    /** Whether the later one may be the same person, by place and size alone. */
    boolean reaches(Track later) {
        return distance(later) <= REACH && sizeRatio(later) <= SIZE_RATIO;
    }

    /** Whether what surrounds the face stayed where it was, or moved along with it. */
    boolean isSamePlace(Track later, Backdrop now) {
        return surroundings.changed(later.surroundings) <= SAME_PLACE
                || surroundings.changed(now.around(face)) <= SAME_PLACE;
    }

    /** How unlike two places of a face are: 0 for the same. */
    double cost(Track later) {
        return distance(later) + Math.log(sizeRatio(later)) + (1 - face.overlap(later.face));
    }

    boolean isFarFrom(Track later) {
        return distance(later) > FAR || sizeRatio(later) > FAR_RATIO;
    }

    /** Whether a later face is where this one was. */
    boolean isInTheWayOf(Track later) {
        return face.overlap(later.face) > 0.1f;
    }

    private double distance(Track later) {
        double across = later.face.centreX() - face.centreX();
        double down = later.face.centreY() - face.centreY();
        return Math.hypot(across, down) / Math.max(1, Math.max(face.height(), later.face.height()));
    }

    private double sizeRatio(Track later) {
        double ratio = Math.max(1, later.face.height()) / Math.max(1, face.height());
        return Math.max(ratio, 1 / ratio);
    }
}
