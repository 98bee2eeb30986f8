package dev.rapt.meeting;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names a participant to whoever knows the id already, and to nobody else: for marks that outlive what they speak of. */
public final class ParticipantDigest {

    /** Bytes of a digest. */
    public static final int LENGTH = 16;

    private ParticipantDigest() {}

    /** The first {@value #LENGTH} bytes of SHA-256, in hexadecimals; not secret against who guesses ids. */
    public static String of(String meetingId, String participantId) {
        String text = "rapt-participant\n" + meetingId + "\n" + participantId + "\n";
        byte[] hash = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(hash, LENGTH));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
