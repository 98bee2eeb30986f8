package dev.rapt.detector.face;

import java.time.Instant;
import java.util.Objects;

/**
 * What is remembered of a participant's face from one frame to the next, so that it can be found again without a full
 * detection. A cache of plain figures: without it, a frame gets a full pass.
 *
 * @param box of the face
 * @param hull around the upper half of its landmarks
 * @param shades of the face at its landmarks
 * @param width of the frame in pixels as displayed; all places refer to it
 * @param height of the frame in pixels as displayed
 * @param capturedAt when the frame was taken
 * @param fullPassAt when the frame was taken in which a full detection found the face last
 * @param trackable whether it was there in the last frame, and alone in the last full pass
 */
public record FaceTrack(
        Box box,
        Box hull,
        Point rightEye,
        Point leftEye,
        Shades shades,
        int width,
        int height,
        Instant capturedAt,
        Instant fullPassAt,
        boolean trackable) {

    public FaceTrack {
        Objects.requireNonNull(box);
        Objects.requireNonNull(hull);
        Objects.requireNonNull(rightEye);
        Objects.requireNonNull(leftEye);
        Objects.requireNonNull(shades);
        Objects.requireNonNull(capturedAt);
        Objects.requireNonNull(fullPassAt);
    }

    /** The beginning of a track: what a full pass found. */
    public static FaceTrack found(FaceSighting face, int width, int height, Instant capturedAt, boolean alone) {
        return of(face, width, height, capturedAt, capturedAt, alone);
    }

    /** The same face, tracked for one more frame. */
    public FaceTrack tracked(FaceSighting face, Instant at) {
        return of(face, width, height, at, fullPassAt, trackable);
    }

    /** The place is remembered, to choose among several faces by, but there is nothing to be tracked. */
    public FaceTrack lost() {
        return new FaceTrack(box, hull, rightEye, leftEye, shades, width, height, capturedAt, fullPassAt, false);
    }

    /** Where the face was, as a detector would say it. */
    Candidate place() {
        return new Candidate(box, 1, rightEye, leftEye);
    }

    /** A square around the face; its middle lies in the frame. */
    Region surroundings(float sides) {
        int side = Math.max(1, Math.round(sides * box.longSide()));
        int x = (int) Math.max(0, Math.min(width - 1, box.centreX()));
        int y = (int) Math.max(0, Math.min(height - 1, box.centreY()));
        return new Region(x - side / 2, y - side / 2, side, side);
    }

    /** The box, as it lay and as large as it was relative to the landmarks: the one that a full detection would give. */
    Box carriedTo(Landmarks now) {
        Box next = now.upperHull();
        float scale = next.longSide() / Math.max(1, hull.longSide());
        float nextWidth = box.width() * scale;
        float nextHeight = box.height() * scale;
        float x = next.centreX() + (box.centreX() - hull.centreX()) * scale;
        float y = next.centreY() + (box.centreY() - hull.centreY()) * scale;
        return new Box(x - nextWidth / 2, y - nextHeight / 2, nextWidth, nextHeight);
    }

    private static FaceTrack of(
            FaceSighting face, int width, int height, Instant at, Instant fullPassAt, boolean trackable) {
        Landmarks landmarks = face.landmarks();
        return new FaceTrack(
                face.box(),
                landmarks.upperHull(),
                landmarks.rightEye(),
                landmarks.leftEye(),
                face.shades(),
                width,
                height,
                at,
                fullPassAt,
                trackable);
    }
}
