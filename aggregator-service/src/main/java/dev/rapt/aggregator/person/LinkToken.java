package dev.rapt.aggregator.person;

import dev.rapt.contracts.Keys;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What a personal link opens with: the meeting's id, so that any instance knows whom to ask, and 256 random bits. Whoever
 * has it is the participant, as far as Rapt can know. It is kept nowhere; its SHA-256 is.
 *
 * @param meetingId the meeting of which it opens one participant's part
 * @param text all of it, as it is sent
 */
public record LinkToken(String meetingId, String text) {

    private static final int RANDOM_BYTES = 32;
    private static final String BEARER = "Bearer ";

    /** One that nobody has had before. */
    public static LinkToken fresh(String meetingId, SecureRandom random) {
        byte[] secret = new byte[RANDOM_BYTES];
        random.nextBytes(secret);
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        String meeting = base64.encodeToString(meetingId.getBytes(StandardCharsets.UTF_8));
        return new LinkToken(meetingId, meeting + "." + base64.encodeToString(secret));
    }

    /** The one in a request's {@code Authorization}; empty when there is none or it has another form. */
    public static Optional<LinkToken> of(Optional<String> authorization) {
        return authorization
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(header -> header.substring(BEARER.length()).strip())
                .flatMap(LinkToken::parse);
    }

    private static Optional<LinkToken> parse(String text) {
        String[] parts = text.split("\\.", -1);
        try {
            if (parts.length == 2 && Base64.getUrlDecoder().decode(parts[1]).length == RANDOM_BYTES) {
                String meeting = new String(Base64.getUrlDecoder().decode(parts[0]), StandardCharsets.UTF_8);
                return Optional.of(meeting).filter(Keys::isId).map(id -> new LinkToken(id, text));
            }
        } catch (IllegalArgumentException e) {
            // No base64
        }
        return Optional.empty();
    }

    /** SHA-256 of all of it, in hexadecimals. */
    public String sha256() {
        return HexFormat.of().formatHex(hash());
    }

    /** Whether this is its hash; takes as long whatever differs. */
    public boolean hasHash(String sha256) {
        return MessageDigest.isEqual(
                sha256().getBytes(StandardCharsets.US_ASCII), sha256.getBytes(StandardCharsets.US_ASCII));
    }

    private byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Never the token: whatever writes this into a log gives nothing away. */
    @Override
    public String toString() {
        return "LinkToken of " + meetingId;
    }
}
