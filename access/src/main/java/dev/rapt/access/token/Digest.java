package dev.rapt.access.token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a token: all that is kept of one. Two are compared in a time that tells nothing of them. */
final class Digest {

    static final int BYTES = 32;

    private final byte[] bytes;

    private Digest(byte[] bytes) {
        this.bytes = bytes;
    }

    static Digest of(String token) {
        try {
            return new Digest(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** @throws IllegalArgumentException if it isn't one in hexadecimal digits */
    static Digest parse(String hex) {
        byte[] bytes = HexFormat.of().parseHex(hex.strip());
        if (bytes.length != BYTES) {
            throw new IllegalArgumentException("A SHA-256 has 64 hexadecimal digits");
        }
        return new Digest(bytes);
    }

    String hex() {
        return HexFormat.of().formatHex(bytes);
    }

    boolean is(Digest other) {
        return MessageDigest.isEqual(bytes, other.bytes);
    }
}
