package dev.rapt.audit;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** The chain that one process writes, from its beginning on. For one thread. */
public final class Chain {

    private static final int ID_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String writer;
    private final String service;
    private long seq;
    private Hash last;

    private Chain(String writer, String service) {
        this.writer = writer;
        this.service = service;
    }

    /** A new chain, of which nothing is written yet. */
    public static Chain of(String service) {
        byte[] id = new byte[ID_BYTES];
        RANDOM.nextBytes(id);
        return new Chain(HexFormat.of().formatHex(id), service);
    }

    /** The chain's name. */
    public String writer() {
        return writer;
    }

    /** Its first entry, which hangs on the log as it is seen. */
    public AuditEntry begin(LogHead seen, Instant at) {
        if (last != null) {
            throw new IllegalStateException("The chain has begun");
        }
        last = seen.hash();
        return next(seen, at, Deed.ofService(Action.BEGIN, List.of(), ""));
    }

    /**
     * Its next entry.
     *
     * @param seen the log as it is seen
     * @param at when it was done
     */
    public AuditEntry next(LogHead seen, Instant at, Deed deed) {
        if (last == null) {
            throw new IllegalStateException("The chain hasn't begun");
        }
        Instant millis = Instant.ofEpochMilli(at.toEpochMilli());
        AuditEntry entry = AuditEntry.sealed(writer, service, seq, last, seen, millis, deed);
        seq++;
        last = entry.hash();
        return entry;
    }
}
