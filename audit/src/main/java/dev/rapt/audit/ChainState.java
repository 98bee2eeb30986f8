package dev.rapt.audit;

import java.time.Instant;

/**
 * What is known of a chain.
 *
 * @param entries how many were read
 * @param seq the newest entry's place
 * @param at when it was written
 * @param hash its hash
 * @param witness the log as it had been seen then
 */
public record ChainState(
        String writer, String service, long entries, long seq, Instant at, Hash hash, LogHead witness) {

    static ChainState of(AuditEntry entry, long entries) {
        return new ChainState(
                entry.writer(), entry.service(), entries, entry.seq(), entry.at(), entry.hash(), entry.witness());
    }
}
