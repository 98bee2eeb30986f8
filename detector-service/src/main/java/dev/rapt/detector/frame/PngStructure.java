package dev.rapt.detector.frame;

import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/** The chunk structure of a PNG (ISO/IEC 15948), walked without decoding; byte order is big-endian throughout. */
final class PngStructure {
    private static final long SIGNATURE = 0x89504E470D0A1A0AL;
    private static final int IHDR = 0x49484452;
    private static final int PLTE = 0x504C5445;
    private static final int IDAT = 0x49444154;
    private static final int IEND = 0x49454E44;
    /** Length, type and checksum around a chunk's data. */
    private static final int FRAMING = 12;

    private static final int HEADER_DATA = 13;
    private static final int PALETTE_COLOUR = 3;

    private PngStructure() {}

    static boolean begins(byte[] bytes) {
        return bytes.length >= 8 && ByteBuffer.wrap(bytes).getLong() == SIGNATURE;
    }

    /** The declared sides, from the first chunk; bytes after it are not looked at. */
    static ImageHeader header(byte[] bytes) throws UnreadableImageException {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        if (bytes.length < 8 + FRAMING + HEADER_DATA) {
            throw corrupt("The PNG is truncated.");
        }
        if (png.getInt(8) != HEADER_DATA || png.getInt(12) != IHDR) {
            throw corrupt("The PNG does not begin with its header chunk.");
        }
        requireChecksum(png, 8, HEADER_DATA);
        int width = png.getInt(16);
        int height = png.getInt(20);
        if (width < 1 || height < 1 || !knownDepth(png.get(24), png.get(25))) {
            throw corrupt("The PNG's header contradicts itself.");
        }
        return new ImageHeader(ImageType.PNG, width, height, 1);
    }

    /** Passes when all chunks fit, carry the right checksum, and lead through picture data to the end chunk. */
    static void requireWhole(byte[] bytes) throws UnreadableImageException {
        ByteBuffer png = ByteBuffer.wrap(bytes);
        boolean palette = false;
        boolean data = false;
        int at = 8;
        while (true) {
            if (at > bytes.length - FRAMING) {
                throw corrupt("The PNG is truncated.");
            }
            int length = png.getInt(at);
            if (length < 0 || length > bytes.length - FRAMING - at) {
                throw corrupt("The PNG is truncated or has a chunk of an impossible length.");
            }
            requireChecksum(png, at, length);
            int type = png.getInt(at + 4);
            palette |= type == PLTE;
            data |= type == IDAT;
            at += FRAMING + length;
            if (type == IEND) {
                break;
            }
        }
        if (!data || png.get(25) == PALETTE_COLOUR && !palette) {
            throw corrupt("The PNG lacks its picture data or its palette.");
        }
    }

    private static void requireChecksum(ByteBuffer png, int at, int length) throws UnreadableImageException {
        CRC32 crc = new CRC32();
        crc.update(png.array(), at + 4, 4 + length);
        if ((int) crc.getValue() != png.getInt(at + 8 + length)) {
            throw corrupt("A chunk of the PNG does not match its checksum.");
        }
    }

    private static boolean knownDepth(int depth, int colour) {
        return switch (colour) {
            case 0 -> depth == 1 || depth == 2 || depth == 4 || depth == 8 || depth == 16;
            case PALETTE_COLOUR -> depth == 1 || depth == 2 || depth == 4 || depth == 8;
            case 2, 4, 6 -> depth == 8 || depth == 16;
            default -> false;
        };
    }

    private static UnreadableImageException corrupt(String detail) {
        return new UnreadableImageException(ImageRefusal.CORRUPT_IMAGE, detail);
    }
}
