package dev.rapt.audit;

import java.time.Instant;
import java.util.Objects;

/**
 * One link of a chain.
 *
 * @param writer the chain: 16 hexadecimal digits
 * @param service which service writes it
 * @param seq the place in the chain; 0 is its beginning
 * @param previous the hash of the chain's entry before; in the beginning that of the witness
 * @param witness the log as the writer had seen it
 * @param at when, by the writer's clock, in milliseconds
 * @param hash as {@link Canonical} computes it, if nobody has changed anything
 */
public record AuditEntry(
        String writer, String service, long seq, Hash previous, LogHead witness, Instant at, Deed deed, Hash hash) {

    public AuditEntry {
        Objects.requireNonNull(writer, "writer");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(previous, "previous");
        Objects.requireNonNull(witness, "witness");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(deed, "deed");
        Objects.requireNonNull(hash, "hash");
        if (seq < 0) {
            throw new IllegalArgumentException("A place in a chain is 0 or more, not " + seq);
        }
    }

    /** The entry with the hash that belongs to it. */
    static AuditEntry sealed(
            String writer, String service, long seq, Hash previous, LogHead witness, Instant at, Deed deed) {
        AuditEntry open = new AuditEntry(writer, service, seq, previous, witness, at, deed, Hash.ZERO);
        return new AuditEntry(writer, service, seq, previous, witness, at, deed, Canonical.hash(open));
    }

    /** Whether its hash is the one that belongs to it. */
    public boolean isWhole() {
        return hash.equals(Canonical.hash(this));
    }
}
