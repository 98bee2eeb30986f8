package dev.rapt.detector.face;

import java.util.Objects;

/**
 * How light a face is at some of its landmarks: enough to tell whether they lie on the same face as a moment ago, which
 * the landmark model's presence doesn't tell. Where they have slipped off, an eye's darkness is looked for on a cheek. Not
 * enough to tell one face from another.
 *
 * @param greens mean green of the few pixels around each landmark, 0 to 255; shared, not copied, nobody writes to it
 */
public record Shades(byte[] greens) {
    /** Where a face has contrast: brows, eyes, nose and mouth, and the plain skin between and around them. */
    private static final int[] LANDMARKS = {
        70,
        105,
        107,
        336,
        334,
        300, // brows
        33,
        133,
        159,
        145,
        362,
        263,
        386,
        374, // eyes: corners and lids
        168,
        6,
        195,
        4,
        98,
        327,
        2, // nose: bridge, tip, wings, under it
        61,
        291,
        0,
        17,
        13,
        14, // mouth: corners, lips
        10,
        151,
        67,
        297,
        108,
        337, // forehead
        230,
        450,
        50,
        280,
        205,
        425,
        187,
        411, // under the eyes, cheeks
        199,
        152,
        172,
        397,
        136,
        365,
        127,
        356 // chin, jaw, temples
    };

    /** Pixels around a landmark on each side. */
    private static final int AROUND = 2;

    /** Of somebody of whom nothing is known; not like anything. */
    public static final Shades NONE = new Shades(new byte[0]);

    public Shades {
        Objects.requireNonNull(greens);
    }

    /**
     * @param pixels of a square picture, blue, green, red, rows from the top
     * @param points of the landmarks in pixels of it: x, y, depth
     */
    static Shades of(byte[] pixels, int side, float[] points) {
        byte[] greens = new byte[LANDMARKS.length];
        for (int i = 0; i < LANDMARKS.length; i++) {
            int x = clamp(points[3 * LANDMARKS[i]], side);
            int y = clamp(points[3 * LANDMARKS[i] + 1], side);
            int sum = 0;
            for (int row = y - AROUND; row <= y + AROUND; row++) {
                for (int column = x - AROUND; column <= x + AROUND; column++) {
                    sum += pixels[3 * (row * side + column) + 1] & 0xff;
                }
            }
            greens[i] = (byte) (sum / ((2 * AROUND + 1) * (2 * AROUND + 1)));
        }
        return new Shades(greens);
    }

    private static int clamp(float value, int side) {
        return Math.max(AROUND, Math.min(side - 1 - AROUND, (int) value));
    }

    /** Their correlation over the landmarks, -1 to 1; blind to light and contrast. 0 where nothing is known or all is even. */
    double like(Shades other) {
        if (greens.length != other.greens.length || greens.length == 0) {
            return 0;
        }
        double mean = mean();
        double otherMean = other.mean();
        double shared = 0;
        double own = 0;
        double others = 0;
        for (int i = 0; i < greens.length; i++) {
            double here = (greens[i] & 0xff) - mean;
            double there = (other.greens[i] & 0xff) - otherMean;
            shared += here * there;
            own += here * here;
            others += there * there;
        }
        return own * others == 0 ? 0 : shared / Math.sqrt(own * others);
    }

    private double mean() {
        int sum = 0;
        for (byte green : greens) {
            sum += green & 0xff;
        }
        return (double) sum / greens.length;
    }
}
