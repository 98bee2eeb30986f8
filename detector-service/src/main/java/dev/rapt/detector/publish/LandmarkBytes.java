package dev.rapt.detector.publish;

import dev.rapt.detector.face.Box;
import dev.rapt.detector.face.Landmarks;

/** Landmarks as the contract packs them: two bytes a coordinate, high byte first, in shares of the bounds. */
final class LandmarkBytes {

    private static final int MOST = 0xffff;

    private LandmarkBytes() {}

    /** 468 × (x, y) within the landmarks' hull; no point is off by more than a 131,070th of its side. */
    static byte[] of(Landmarks landmarks) {
        Box bounds = landmarks.hull();
        byte[] bytes = new byte[2 * Short.BYTES * Landmarks.COUNT];
        for (int i = 0; i < Landmarks.COUNT; i++) {
            put(bytes, 2 * i, landmarks.xy()[2 * i] - bounds.x(), bounds.width());
            put(bytes, 2 * i + 1, landmarks.xy()[2 * i + 1] - bounds.y(), bounds.height());
        }
        return bytes;
    }

    private static void put(byte[] bytes, int number, float distance, float side) {
        int share = side > 0 ? Math.max(0, Math.min(MOST, Math.round(distance / side * MOST))) : 0;
        bytes[Short.BYTES * number] = (byte) (share >> 8);
        bytes[Short.BYTES * number + 1] = (byte) share;
    }
}
