package dev.rapt.audit.log;

import java.time.Duration;
import java.util.Objects;

/**
 * How a process writes its chain.
 *
 * @param service as entries name it
 * @param patience how long an entry may take until Kafka has acknowledged it; after that it has failed
 * @param witnessEvery how long what others did may go unseen by this chain, when it has nothing to tell itself
 * @param waiting how many entries may wait at once; one more fails at once
 */
public record AuditSettings(String service, Duration patience, Duration witnessEvery, int waiting) {
    public AuditSettings {
        Objects.requireNonNull(service, "service");
        if (patience.isNegative() || patience.isZero() || witnessEvery.isNegative() || witnessEvery.isZero()) {
            throw new IllegalArgumentException("The times of the audit log are positive");
        }
        if (waiting < 1) {
            throw new IllegalArgumentException("At least one entry may wait");
        }
    }
}
