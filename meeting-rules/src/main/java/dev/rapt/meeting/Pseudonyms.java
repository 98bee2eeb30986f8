package dev.rapt.meeting;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonyms of one meeting: HMAC-SHA-256 (RFC 2104) of a participant's id under the meeting's key, of which the first
 * 130 bits are kept, in base 32 (RFC 4648, lower case). Without the key nobody can tell which id a pseudonym stands for. Safe for
 * many threads.
 */
public final class Pseudonyms {

    /** Bytes of a key. */
    public static final int KEY_LENGTH = 32;

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LETTERS = 26;
    private static final Pattern FORM = Pattern.compile("p-[a-z2-7]{" + LETTERS + "}");

    private final SecretKeySpec key;

    /** @param key {@value #KEY_LENGTH} bytes */
    public Pseudonyms(byte[] key) {
        if (key.length != KEY_LENGTH) {
            throw new IllegalArgumentException("A key has " + KEY_LENGTH + " bytes");
        }
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** A new key that nobody can guess. */
    public static byte[] newKey() {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        return key;
    }

    /** Whether the text has the form of a pseudonym. */
    public static boolean isPseudonym(String text) {
        return FORM.matcher(text).matches();
    }

    /** What the participant goes by. */
    public String of(String participantId) {
        byte[] code;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            code = mac.doFinal(participantId.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has " + ALGORITHM, e);
        }
        return "p-" + Base32.of(code, LETTERS);
    }
}
