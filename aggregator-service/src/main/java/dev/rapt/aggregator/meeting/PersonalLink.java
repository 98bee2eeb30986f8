package dev.rapt.aggregator.meeting;

import java.time.Instant;
import java.util.Objects;

/**
 * Lets whoever holds a token see, download and delete what is kept of one participant.
 *
 * @param tokenSha256 SHA-256 of the token in hexadecimals; the token itself is kept nowhere
 * @param participantId as it is kept
 * @param expiresAt from when on the token opens nothing
 */
public record PersonalLink(String tokenSha256, String participantId, Instant expiresAt) {
    public PersonalLink {
        Objects.requireNonNull(tokenSha256, "tokenSha256");
        Objects.requireNonNull(participantId, "participantId");
        Objects.requireNonNull(expiresAt, "expiresAt");
    }
}
