package dev.rapt.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges a log, record by record in the order of their offsets: each entry's own hash, its place in its chain, and whether
 * the log before it is what its writer had seen. For one thread.
 */
public final class Verifier {

    private static final int MOST_BREAKS = 100;

    private final long start;
    private final LogHeads heads;
    private final Map<String, ChainState> chains = new LinkedHashMap<>();
    private final List<Break> breaks = new ArrayList<>();
    private long next;
    private long entries;
    private boolean witnessesHold = true;

    /** @param start the offset of the first record that will be read; 0 when nothing is missing before it */
    public Verifier(long start) {
        this.start = start;
        this.next = start;
        this.heads = new LogHeads(start);
    }

    /** Reads the next record. */
    public void read(long offset, byte[] value) {
        if (offset != next) {
            // Not compacted, and without transactions, Kafka leaves no offset out
            found(new Break(
                    offset, "", -1, "the records from offset " + next + " to " + (offset - 1) + " are missing"));
        }
        next = offset + 1;
        entries++;
        Optional<AuditEntry> entry = AuditMessages.entry(value);
        if (entry.isEmpty()) {
            found(new Break(offset, "", -1, "this isn't an entry as the services write them"));
        } else if (!entry.get().isWhole()) {
            found(Break.of(offset, entry.get(), "the entry was changed: its hash doesn't belong to it"));
        } else {
            judgePlace(offset, entry.get());
            judgeWitness(offset, entry.get());
        }
        // A changed entry takes its place, so that those after it are judged by themselves
        entry.ifPresent(this::keep);
        heads.add(value);
    }

    private void judgePlace(long offset, AuditEntry entry) {
        ChainState chain = chains.get(entry.writer());
        if (chain == null) {
            judgeBeginning(offset, entry);
        } else if (entry.seq() != chain.seq() + 1) {
            found(Break.of(
                    offset,
                    entry,
                    entry.seq() > chain.seq()
                            ? "the chain's entries from seq " + (chain.seq() + 1) + " to " + (entry.seq() - 1)
                                    + " aren't before it"
                            : "the chain has gone on to seq " + chain.seq() + " already"));
        } else if (!entry.previous().equals(chain.hash())) {
            found(Break.of(offset, entry, "it doesn't follow the chain's entry with seq " + chain.seq()));
        } else if (!entry.service().equals(chain.service())) {
            found(Break.of(offset, entry, "the chain belongs to " + chain.service()));
        } else if (entry.witness().offset() < chain.witness().offset()) {
            found(Break.of(offset, entry, "its writer had seen more of the log before"));
        }
    }

    private void judgeBeginning(long offset, AuditEntry entry) {
        boolean begins = entry.seq() == 0;
        if (begins && !entry.deed().action().equals(Action.BEGIN.text())) {
            found(Break.of(offset, entry, "a chain's first entry says that it begins"));
        } else if (begins && !entry.previous().equals(entry.witness().hash())) {
            found(Break.of(offset, entry, "a chain's beginning hangs on the log as its writer had seen it"));
        } else if (!begins && start == 0) {
            found(Break.of(offset, entry, "the chain's beginning, up to seq " + (entry.seq() - 1) + ", isn't there"));
        }
    }

    private void judgeWitness(long offset, AuditEntry entry) {
        LogHead seen = entry.witness();
        if (seen.offset() >= offset) {
            found(Break.of(offset, entry, "its writer had seen the log up to offset " + seen.offset() + " already"));
            return;
        }
        heads.hang(seen);
        Optional<LogHead> there = heads.head(seen.offset());
        if (witnessesHold && there.isPresent() && !there.get().equals(seen)) {
            // Every later witness would say the same
            witnessesHold = false;
            found(Break.of(offset, entry, "the log up to offset " + seen.offset() + " isn't what its writer had seen"));
        }
    }

    private void keep(AuditEntry entry) {
        ChainState before = chains.get(entry.writer());
        chains.put(entry.writer(), ChainState.of(entry, before == null ? 1 : before.entries() + 1));
    }

    private void found(Break broken) {
        if (breaks.size() < MOST_BREAKS) {
            breaks.add(broken);
        }
    }

    /**
     * What was found.
     *
     * @param expected heads that were noted before, to be proven
     */
    public Report report(List<LogHead> expected) {
        List<Break> all = new ArrayList<>(breaks);
        expected.forEach(head -> compare(head).ifPresent(all::add));
        return new Report(start, entries, List.copyOf(chains.values()), all, heads.first(), heads.last());
    }

    private Optional<Break> compare(LogHead noted) {
        if (noted.offset() >= next) {
            return Optional.of(new Break(
                    next,
                    "",
                    -1,
                    "the log ends here, but a head was noted at offset " + noted.offset() + ": the end was cut off"));
        }
        Optional<LogHead> there = heads.head(noted.offset());
        if (there.isEmpty()) {
            return Optional.of(new Break(
                    noted.offset(),
                    "",
                    -1,
                    "the head that was noted is older than what was read, so nothing proves it"));
        }
        return there.get().equals(noted)
                ? Optional.empty()
                : Optional.of(new Break(
                        noted.offset(), "", -1, "the log up to here isn't the one of which a head was noted"));
    }
}
