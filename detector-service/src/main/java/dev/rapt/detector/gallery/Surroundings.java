package dev.rapt.detector.gallery;

import dev.rapt.detector.face.Box;

/**
 * Colours at places around a face, the face itself left out: what a tile shows besides its person. That is how a tile is
 * told from another one that took its place; whose face it is, nobody looks at.
 */
public final class Surroundings {

    private static final int COLUMNS = 16;
    private static final int ROWS = 12;
    static final int COUNT = COLUMNS * ROWS;

    // In sides of the face's box, from its upper left corner
    private static final double LEFT = -0.9;
    private static final double RIGHT = 1.9;
    private static final double TOP = -0.7;
    private static final double BOTTOM = 1.3;
    private static final double FACE_MARGIN = 0.15;

    /** Of 255: more than compression and a camera's exposure change from one picture to the next. */
    private static final int OTHER_COLOUR = 28;

    private final byte[] samples;
    private final boolean[] known;

    Surroundings(byte[] samples, boolean[] known) {
        this.samples = samples;
        this.known = known;
    }

    /** The share of places that have another colour now, in [0, 1]; 0 when there is nothing to compare. */
    public double changed(Surroundings now) {
        int both = 0;
        int changed = 0;
        for (int i = 0; i < COUNT; i++) {
            if (known[i] && now.known[i]) {
                both++;
                changed += difference(now, i) > OTHER_COLOUR ? 1 : 0;
            }
        }
        return both == 0 ? 0 : (double) changed / both;
    }

    double luminance() {
        double sum = 0;
        int count = 0;
        for (int i = 0; i < COUNT; i++) {
            if (known[i]) {
                count++;
                sum += 0.114 * (samples[3 * i] & 255)
                        + 0.587 * (samples[3 * i + 1] & 255)
                        + 0.299 * (samples[3 * i + 2] & 255);
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private int difference(Surroundings now, int i) {
        int most = 0;
        for (int channel = 3 * i; channel < 3 * i + 3; channel++) {
            most = Math.max(most, Math.abs((samples[channel] & 255) - (now.samples[channel] & 255)));
        }
        return most;
    }

    static double x(Box face, int i) {
        return face.x() + face.width() * across(i);
    }

    static double y(Box face, int i) {
        return face.y() + face.height() * down(i);
    }

    /** Whether the place lies outside of the face. */
    static boolean outside(int i) {
        return !inside(across(i)) || !inside(down(i));
    }

    private static boolean inside(double at) {
        return at > -FACE_MARGIN && at < 1 + FACE_MARGIN;
    }

    private static double across(int i) {
        return LEFT + (RIGHT - LEFT) * (i % COLUMNS + .5) / COLUMNS;
    }

    private static double down(int i) {
        return TOP + (BOTTOM - TOP) * (i / COLUMNS + .5) / ROWS;
    }
}
