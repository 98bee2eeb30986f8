package dev.rapt.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The heads of the log at every offset, 32 bytes each. A log whose beginning is gone hangs on the first head that
 * somebody has witnessed.
 */
final class LogHeads {

    private static final int FIRST = 1 << 15;

    private final long start;
    private final List<Hash> unhung = new ArrayList<>();
    private byte[] hashes = new byte[FIRST];
    private Optional<LogHead> first;
    private LogHead last;

    /** @param start the offset of the first record that is read */
    LogHeads(long start) {
        this.start = start;
        this.first = start == 0 ? Optional.of(LogHead.EMPTY) : Optional.empty();
        this.last = LogHead.EMPTY;
    }

    /** Whether it is known what everything hangs on. */
    boolean isHung() {
        return first.isPresent();
    }

    /** Hangs everything that follows on this head, if it can be: it must not be older than what was read. */
    void hang(LogHead head) {
        if (first.isPresent() || head.offset() < start - 1 || head.offset() >= start + unhung.size()) {
            return;
        }
        first = Optional.of(head);
        last = head;
        unhung.subList((int) (head.offset() - start + 1), unhung.size()).forEach(this::append);
        unhung.clear();
    }

    void add(byte[] value) {
        Hash hash = Hash.over(value);
        if (first.isPresent()) {
            append(hash);
        } else {
            unhung.add(hash);
        }
    }

    private void append(Hash value) {
        last = last.withHashed(value);
        int at = at(last.offset());
        if (at + Hash.LENGTH > hashes.length) {
            hashes = Arrays.copyOf(hashes, Math.multiplyExact(hashes.length, 2));
        }
        System.arraycopy(last.hash().bytes(), 0, hashes, at, Hash.LENGTH);
    }

    private int at(long offset) {
        return Math.toIntExact((offset - first.orElseThrow().offset() - 1) * Hash.LENGTH);
    }

    /** The newest; empty when nothing is known. */
    Optional<LogHead> last() {
        return first.map(known -> last);
    }

    /** The oldest that is known. */
    Optional<LogHead> first() {
        return first;
    }

    /** The head at this offset; empty when it is older than what is known, or not read. */
    Optional<LogHead> head(long offset) {
        if (first.isEmpty() || offset < first.get().offset() || offset > last.offset()) {
            return Optional.empty();
        }
        if (offset == first.get().offset()) {
            return first;
        }
        int at = at(offset);
        return Optional.of(new LogHead(offset, Hash.of(Arrays.copyOfRange(hashes, at, at + Hash.LENGTH))));
    }
}
