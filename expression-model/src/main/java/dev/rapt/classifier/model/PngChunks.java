package dev.rapt.classifier.model;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** Whether a PNG is all there: Java's decoder is content with fewer bytes than were sent and checks no checksum. */
final class PngChunks {

    private static final int SIGNATURE = 8;
    private static final int AROUND_DATA = 12;
    private static final int END = 0x49454e44;

    private PngChunks() {}

    /** Every chunk up to IEND is in the bytes, and its checksum is right. */
    static boolean areWhole(byte[] png) {
        ByteBuffer buffer = ByteBuffer.wrap(png);
        int at = SIGNATURE;
        while (png.length - at >= AROUND_DATA) {
            int length = buffer.getInt(at);
            if (length < 0 || length > png.length - at - AROUND_DATA) {
                return false;
            }
            CRC32 crc = new CRC32();
            crc.update(png, at + 4, 4 + length);
            if ((int) crc.getValue() != buffer.getInt(at + 8 + length)) {
                return false;
            }
            if (buffer.getInt(at + 4) == END) {
                return true;
            }
            at += AROUND_DATA + length;
        }
        return false;
    }
}
