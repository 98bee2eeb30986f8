package dev.rapt.detector.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/**
 * Who may look, when it is switched on: whoever the service's gate has let in; where the gate lets everybody in, whoever
 * shows the token for live pictures, if there is one. Any thread may call anything.
 */
public final class LiveAccess {

    private static final String SCHEME = "Bearer ";

    private final boolean enabled;
    private final Optional<byte[]> token;
    private final boolean gated;

    /** The answer to somebody who wants to look. */
    public enum Verdict {
        ALLOWED,
        /** It isn't switched on. */
        OFF,
        /** It is switched on and there is no token, so that nobody has the right. */
        NOBODY_MAY,
        /** No token was shown. */
        UNKNOWN_VIEWER,
        /** A wrong one was shown. */
        WRONG_TOKEN
    }

    /**
     * A rule.
     *
     * @param token the secret; a blank one counts as none
     * @param gated whether the service's gate lets nobody in who may not look
     */
    public LiveAccess(boolean enabled, Optional<String> token, boolean gated) {
        this.enabled = enabled;
        this.gated = gated;
        this.token = token.filter(secret -> !secret.isBlank()).map(LiveAccess::digest);
    }

    /** Whether anybody can ever look, so that pictures are worth keeping. */
    public boolean isOpen() {
        return enabled && (gated || token.isPresent());
    }

    /** Whether it is switched on without a token, which is a mistake. */
    public boolean lacksToken() {
        return enabled && !gated && token.isEmpty();
    }

    /** @param authorization the header of that name */
    public Verdict judge(Optional<String> authorization) {
        if (!enabled) {
            return Verdict.OFF;
        }
        if (gated) {
            return Verdict.ALLOWED;
        }
        if (token.isEmpty()) {
            return Verdict.NOBODY_MAY;
        }
        Optional<String> shown = authorization
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip());
        if (shown.isEmpty()) {
            return Verdict.UNKNOWN_VIEWER;
        }
        // Of digests, so that the time tells neither where the first difference is nor how long the token is
        return MessageDigest.isEqual(digest(shown.get()), token.get()) ? Verdict.ALLOWED : Verdict.WRONG_TOKEN;
    }

    private static byte[] digest(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
