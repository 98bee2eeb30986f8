package dev.rapt.detector.frame;

/**
 * The marker structure of a JPEG (ITU-T T.81, annex B), walked without decoding. The decoder behind it fills
 * what is missing with grey and says nothing, so whether a picture is whole is decided here.
 */
final class JpegStructure {
    private static final int SOI = 0xD8;
    private static final int EOI = 0xD9;
    private static final int SOS = 0xDA;
    private static final int APP1 = 0xE1;

    private final byte[] bytes;
    private int at = 2;
    private int orientation = 1;
    private ImageHeader frame;
    private int scans;

    private JpegStructure(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean begins(byte[] bytes) {
        return bytes.length >= 3 && at(bytes, 0) == 0xFF && at(bytes, 1) == SOI && at(bytes, 2) == 0xFF;
    }

    /** The declared sides, from the frame header; bytes after it are not looked at. */
    static ImageHeader header(byte[] bytes) throws UnreadableImageException {
        JpegStructure structure = new JpegStructure(bytes);
        while (structure.frame == null) {
            structure.segment();
        }
        return structure.frame;
    }

    /** Passes when every segment fits and the last scan ends with the end-of-image marker. */
    static void requireWhole(byte[] bytes) throws UnreadableImageException {
        JpegStructure structure = new JpegStructure(bytes);
        while (structure.segment()) {}
        if (structure.scans == 0) {
            throw corrupt("The JPEG has no scan.");
        }
    }

    /** Steps over one segment, and over the coded data behind it if it is a scan; false at the end of the image. */
    private boolean segment() throws UnreadableImageException {
        int marker = marker();
        if (marker == EOI) {
            if (frame == null) {
                throw corrupt("The JPEG ends before its frame header.");
            }
            return false;
        }
        if (marker == 0x01 || marker >= 0xD0 && marker <= 0xD7) {
            return true;
        }
        if (marker == 0 || marker == SOI) {
            throw corrupt("The JPEG has a marker where none may be.");
        }
        int start = at + 2;
        int end = at + length();
        if (marker == APP1) {
            orientation = ExifOrientation.of(bytes, start, end);
        } else if (startsFrame(marker)) {
            frame(marker, start, end);
        } else if (marker == SOS && frame == null) {
            throw corrupt("The JPEG has a scan before its frame header.");
        }
        at = end;
        if (marker == SOS) {
            scans++;
            stepOverCodedData();
        }
        return true;
    }

    private int marker() throws UnreadableImageException {
        if (at >= bytes.length) {
            throw truncated();
        }
        if (at(bytes, at) != 0xFF) {
            throw corrupt("The JPEG has no marker where one must be.");
        }
        while (at < bytes.length && at(bytes, at) == 0xFF) {
            at++;
        }
        if (at >= bytes.length) {
            throw truncated();
        }
        return at(bytes, at++);
    }

    private int length() throws UnreadableImageException {
        if (at + 2 > bytes.length) {
            throw truncated();
        }
        int length = at(bytes, at) << 8 | at(bytes, at + 1);
        if (length < 2) {
            throw corrupt("The JPEG has a segment of an impossible length.");
        }
        if (at + length > bytes.length) {
            throw truncated();
        }
        return length;
    }

    /** SOF0 to SOF15 without DHT, JPG and DAC, which share the range. */
    private static boolean startsFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    private void frame(int marker, int start, int end) throws UnreadableImageException {
        if (frame != null) {
            throw corrupt("The JPEG has two frame headers.");
        }
        if (end - start < 6) {
            throw corrupt("The JPEG's frame header is too short.");
        }
        int precision = at(bytes, start);
        int height = at(bytes, start + 1) << 8 | at(bytes, start + 2);
        int width = at(bytes, start + 3) << 8 | at(bytes, start + 4);
        int components = at(bytes, start + 5);
        if (components == 0 || end - start < 6 + 3 * components || width == 0) {
            throw corrupt("The JPEG's frame header contradicts itself.");
        }
        boolean sequentialOrProgressive = marker <= 0xC2;
        if (!sequentialOrProgressive
                || precision != 8
                || height == 0
                || components != 1 && components != 3 && components != 4) {
            throw new UnreadableImageException(
                    ImageRefusal.UNSUPPORTED_IMAGE,
                    "Of JPEGs, those with 8 bits and 1, 3 or 4 components are read, sequential or progressive,"
                            + " Huffman-coded, with the height in the frame header.");
        }
        frame = new ImageHeader(ImageType.JPEG, width, height, orientation);
    }

    /** Coded data knows two things behind 0xFF: a stuffed zero and restart markers; anything else ends it. */
    private void stepOverCodedData() throws UnreadableImageException {
        int last = bytes.length - 1;
        while (at < last) {
            if (bytes[at] == (byte) 0xFF) {
                int next = at(bytes, at + 1);
                if (next != 0 && next != 0xFF && (next < 0xD0 || next > 0xD7)) {
                    return;
                }
            }
            at++;
        }
        throw truncated();
    }

    private static int at(byte[] bytes, int index) {
        return bytes[index] & 0xFF;
    }

    private static UnreadableImageException truncated() {
        return corrupt("The JPEG is truncated.");
    }

    private static UnreadableImageException corrupt(String detail) {
        return new UnreadableImageException(ImageRefusal.CORRUPT_IMAGE, detail);
    }
}
