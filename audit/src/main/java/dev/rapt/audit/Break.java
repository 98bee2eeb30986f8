package dev.rapt.audit;

/**
 * A link that doesn't hold.
 *
 * @param offset where in the topic it shows
 * @param writer of the entry there; empty when it can't be read
 * @param seq of the entry there; -1 when it can't be read
 * @param what is wrong, for people
 */
public record Break(long offset, String writer, long seq, String what) {

    static Break of(long offset, AuditEntry entry, String what) {
        return new Break(offset, entry.writer(), entry.seq(), what);
    }

    @Override
    public String toString() {
        String whose = seq < 0 ? "" : ", writer " + writer + ", seq " + seq;
        return "offset " + offset + whose + ": " + what;
    }
}
