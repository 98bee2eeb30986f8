package dev.rapt.detector.frame;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32;

/** Pictures put together byte by byte. */
public final class Crafted {

    private Crafted() {}

    /** A JPEG that declares its sides and then ends within its tables, two kilobytes in all. */
    public static byte[] jpegDeclaring(int width, int height) {
        byte[] jpeg = new byte[2048];
        byte[] start = concat(bytes(0xFF, 0xD8), frameHeader(0xC0, 8, width, height, 3), bytes(0xFF, 0xDB, 0x0F, 0));
        System.arraycopy(start, 0, jpeg, 0, start.length);
        return jpeg;
    }

    /** A PNG with a true checksum that declares its sides and then ends, two kilobytes in all. */
    public static byte[] pngDeclaring(int width, int height) {
        byte[] header = pngHeader(width, height, 8, 2);
        return Arrays.copyOf(header, 2048);
    }

    static byte[] pngHeader(int width, int height, int depth, int colour) {
        byte[] data = ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put((byte) depth)
                .put((byte) colour)
                .array();
        return concat(bytes(0x89, 'P', 'N', 'G', 13, 10, 26, 10), chunk("IHDR", data));
    }

    static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length)
                .putInt(data.length)
                .put(name)
                .put(data)
                .putInt((int) crc.getValue())
                .array();
    }

    static byte[] frameHeader(int marker, int precision, int width, int height, int components) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(bytes(0xFF, marker, 0, 8 + 3 * components, precision));
        out.writeBytes(bytes(height >> 8, height, width >> 8, width, components));
        for (int i = 1; i <= components; i++) {
            out.writeBytes(bytes(i, 0x11, 0));
        }
        return out.toByteArray();
    }

    /** The JPEG with an EXIF segment of this orientation behind its first marker. */
    public static byte[] oriented(byte[] jpeg, int orientation, boolean littleEndian) {
        ByteBuffer exif = ByteBuffer.allocate(36);
        exif.put(bytes(0xFF, 0xE1, 0, 34, 'E', 'x', 'i', 'f', 0, 0));
        exif.order(littleEndian ? java.nio.ByteOrder.LITTLE_ENDIAN : java.nio.ByteOrder.BIG_ENDIAN);
        exif.put(littleEndian ? bytes('I', 'I') : bytes('M', 'M'))
                .putShort((short) 42)
                .putInt(8);
        exif.putShort((short) 1);
        exif.putShort((short) 0x0112).putShort((short) 3).putInt(1);
        exif.putShort((short) orientation).putShort((short) 0);
        exif.putInt(0);
        return concat(bytes(0xFF, 0xD8), exif.array(), Arrays.copyOfRange(jpeg, 2, jpeg.length));
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
