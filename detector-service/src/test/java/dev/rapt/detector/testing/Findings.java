package dev.rapt.detector.testing;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FaceFlaw;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.FrameReading;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.crop.FaceQuality;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.FaceMeasures;
import dev.rapt.detector.face.FaceTrack;
import dev.rapt.detector.face.HeadPose;
import dev.rapt.detector.face.Landmarks;
import dev.rapt.detector.face.Point;
import dev.rapt.detector.face.Shades;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Findings for tests that read no picture. */
public final class Findings {

    public static final Box BOX = new Box(1, 2, 30, 40);

    public static final FaceTrack TRACK = new FaceTrack(
            BOX, BOX, new Point(10, 15), new Point(20, 15), Shades.NONE, 640, 360, Instant.EPOCH, Instant.EPOCH, true);

    private Findings() {}

    /** What a reader makes of a frame that it shows these. */
    public static FrameReading reading(FrameFindings findings) {
        return new FrameReading(
                findings, findings.primary().isPresent() ? Optional.of(TRACK) : Optional.empty(), false);
    }

    public static FrameFindings face() {
        return new FrameFindings(640, 360, List.of(seen(BOX)), OptionalInt.of(0), Optional.empty());
    }

    /** A face that is turned away too far for an expression. */
    public static FrameFindings turned() {
        SeenFace face = seen(BOX, Optional.of(FaceFlaw.TURNED));
        return new FrameFindings(640, 360, List.of(face), OptionalInt.of(0), Optional.empty());
    }

    public static FrameFindings absent(AbsenceReason reason) {
        return new FrameFindings(640, 360, List.of(), OptionalInt.empty(), Optional.of(reason));
    }

    public static SeenFace seen(Box box) {
        return seen(box, Optional.empty());
    }

    public static SeenFace seen(Box box, Optional<FaceFlaw> flaw) {
        return new SeenFace(
                box,
                .9f,
                new FaceMeasures(.1f, .25f, .375f),
                new HeadPose(12, -7, 3),
                new FaceQuality(45, 1.25f, 120),
                landmarks(),
                crop(48, 48),
                flaw);
    }

    /** Points all over a rectangle from (10, 20) to (110, 220). */
    public static Landmarks landmarks() {
        float[] xy = new float[2 * Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            xy[2 * i] = 10 + 100f * i / (Landmarks.COUNT - 1);
            xy[2 * i + 1] = 20 + 200f * (i * 7 % Landmarks.COUNT) / (Landmarks.COUNT - 1);
        }
        return new Landmarks(xy);
    }

    public static GreyCrop crop(int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        return new GreyCrop(width, height, pixels);
    }
}
