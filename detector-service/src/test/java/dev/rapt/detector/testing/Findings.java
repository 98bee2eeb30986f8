package dev.rapt.detector.testing;

import dev.rapt.detector.AbsenceReason;
import dev.rapt.detector.FrameFindings;
import dev.rapt.detector.SeenFace;
import dev.rapt.detector.crop.GreyCrop;
import dev.rapt.detector.face.Box;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Findings for tests that read no picture. */
public final class Findings {

    public static final Box BOX = new Box(1, 2, 30, 40);

    private Findings() {}

    public static FrameFindings face() {
        return new FrameFindings(640, 360, List.of(seen(BOX)), OptionalInt.of(0), Optional.empty());
    }

    public static FrameFindings absent(AbsenceReason reason) {
        return new FrameFindings(640, 360, List.of(), OptionalInt.empty(), Optional.of(reason));
    }

    public static SeenFace seen(Box box) {
        return new SeenFace(box, .9f, .1f, .3f, crop(48, 48));
    }

    public static GreyCrop crop(int width, int height) {
        byte[] pixels = new byte[width * height];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 7);
        }
        return new GreyCrop(width, height, pixels);
    }
}
