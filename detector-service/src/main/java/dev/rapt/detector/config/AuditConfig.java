package dev.rapt.detector.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the audit log is written; docs/audit.md says what it is. The same in every service. */
@ConfigMapping(prefix = "rapt.audit")
public interface AuditConfig {

    /** How long an answer waits until Kafka has acknowledged its entry; after that it is a 503. */
    @WithDefault("2s")
    Duration patience();

    /** When to ask again after such a 503. */
    @WithDefault("1s")
    Duration retryAfter();

    /** How long what others did may go unseen by an instance that has nothing to tell itself. */
    @WithDefault("1m")
    Duration witnessEvery();

    /** Entries that may wait for Kafka at once; one more is a 503. */
    @WithDefault("1000")
    int waiting();

    /** The most characters that are kept of what a caller claims. */
    @WithDefault("100")
    int claimLength();
}
