package dev.rapt.meeting;

/** Base 32 by RFC 4648, in lower case and without padding. */
final class Base32 {

    private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
    private static final int BITS_A_LETTER = 5;

    private Base32() {}

    /** The first so many letters of what the bytes are written as; bits beyond their end are 0. */
    static String of(byte[] bytes, int letters) {
        StringBuilder text = new StringBuilder(letters);
        for (int letter = 0; letter < letters; letter++) {
            text.append(ALPHABET.charAt(bits(bytes, letter * BITS_A_LETTER)));
        }
        return text.toString();
    }

    private static int bits(byte[] bytes, int from) {
        int at = from / Byte.SIZE;
        int both = octet(bytes, at) << Byte.SIZE | octet(bytes, at + 1);
        return both >> 2 * Byte.SIZE - BITS_A_LETTER - from % Byte.SIZE & 0x1f;
    }

    private static int octet(byte[] bytes, int at) {
        return at < bytes.length ? bytes[at] & 0xff : 0;
    }
}
