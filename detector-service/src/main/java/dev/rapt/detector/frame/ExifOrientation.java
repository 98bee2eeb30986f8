package dev.rapt.detector.frame;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Reads one tag of EXIF 2.3: the orientation in IFD0. Whatever cannot be read is "as stored". */
final class ExifOrientation {
    private static final int AS_STORED = 1;
    private static final int ORIENTATION = 0x0112;
    private static final int SHORT = 3;

    private ExifOrientation() {}

    /** The orientation, 1 to 8, in the payload of an APP1 segment at [start, end). */
    static int of(byte[] bytes, int start, int end) {
        // "Exif", two zero bytes, then a TIFF header that says the byte order and where IFD0 begins
        if (end - start < 14
                || bytes[start] != 'E'
                || bytes[start + 1] != 'x'
                || bytes[start + 2] != 'i'
                || bytes[start + 3] != 'f') {
            return AS_STORED;
        }
        ByteBuffer tiff = ByteBuffer.wrap(bytes, start + 6, end - start - 6).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > tiff.limit() - 2) {
            return AS_STORED;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int entry = directory + 2; entries > 0 && entry <= tiff.limit() - 12; entry += 12, entries--) {
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION && tiff.getShort(entry + 2) == SHORT) {
                int value = tiff.getShort(entry + 8);
                return value >= 1 && value <= 8 ? value : AS_STORED;
            }
        }
        return AS_STORED;
    }
}
