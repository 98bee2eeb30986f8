package dev.rapt.access.http;

import java.time.Duration;
import java.util.Optional;

/**
 * Why somebody isn't let in. The detail is for people and never has a token in it.
 *
 * @param retryAfter when the same may be tried again
 */
record Refusal(Reason reason, String detail, Optional<Duration> retryAfter) {

    /** For programs, and for the meter. */
    enum Reason {
        TOKEN_MISSING(401),
        TOKEN_UNKNOWN(401),
        TOKEN_EXPIRED(401),
        ROLE_MISSING(403),
        NOT_LOOPBACK(403),
        FOREIGN_ORIGIN(403),
        BAD_PATH(400),
        BAD_SESSION(400),
        NO_SUCH_PATH(404),
        METHOD_NOT_ALLOWED(405),
        RATE_LIMITED(429),
        TOO_MANY_CONNECTIONS(429),
        ISSUER_UNAVAILABLE(503);

        private final int status;

        Reason(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        String text() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static Refusal of(Reason reason, String detail) {
        return new Refusal(reason, detail, Optional.empty());
    }

    static Refusal later(Reason reason, String detail, Duration retryAfter) {
        return new Refusal(reason, detail, Optional.of(retryAfter));
    }
}
