package dev.rapt.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A log in memory, to which several writers write, each of which sees all that is there. */
final class Log {

    private static final Instant START = Instant.parse("2026-01-05T10:00:00Z");

    private final List<byte[]> values = new ArrayList<>();
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private LogHead head = LogHead.EMPTY;

    /** The named writer says that a meeting was read; its chain begins before, if it hasn't. */
    Log read(String name, String meetingId) {
        return read(name, meetingId, head);
    }

    /** Likewise, by a writer who has seen only so much. */
    Log read(String name, String meetingId, LogHead seen) {
        Chain chain = chains.get(name);
        if (chain == null) {
            chain = Chain.of(name);
            chains.put(name, chain);
            add(chain.begin(seen, at()));
            seen = head;
        }
        add(chain.next(seen, at(), Deeds.read(meetingId)));
        return this;
    }

    private Instant at() {
        return START.plusMillis(values.size());
    }

    private void add(AuditEntry entry) {
        byte[] value = AuditMessages.bytes(entry);
        values.add(value);
        head = head.with(value);
    }

    List<byte[]> values() {
        return new ArrayList<>(values);
    }

    LogHead head() {
        return head;
    }

    String writer(String name) {
        return chains.get(name).writer();
    }

    static Report verify(List<byte[]> values, LogHead... expected) {
        return verify(0, values, expected);
    }

    static Report verify(long start, List<byte[]> values, LogHead... expected) {
        Verifier verifier = new Verifier(start);
        for (int i = 0; i < values.size(); i++) {
            verifier.read(start + i, values.get(i));
        }
        return verifier.report(List.of(expected));
    }
}
