package dev.rapt.aggregator.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/** The marks of erased meetings, which stay: one byte each, that says whether anything of the meeting is left to delete. */
final class Erasures {

    private static final byte LEFT_OVERS = 0;
    private static final byte GONE = 1;

    private final KeyValueStore<Bytes, byte[]> marks;

    Erasures(KeyValueStore<Bytes, byte[]> marks) {
        this.marks = marks;
    }

    boolean isErased(String meetingId) {
        return marks.get(StoreKeys.meeting(meetingId)) != null;
    }

    void mark(String meetingId) {
        marks.put(StoreKeys.meeting(meetingId), new byte[] {LEFT_OVERS});
    }

    void gone(String meetingId) {
        marks.put(StoreKeys.meeting(meetingId), new byte[] {GONE});
    }

    void forget(String meetingId) {
        marks.delete(StoreKeys.meeting(meetingId));
    }

    /** The erased meetings of which something may be left. */
    List<String> unfinished() {
        List<String> unfinished = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = marks.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> next = all.next();
                if (next.value[0] == LEFT_OVERS) {
                    unfinished.add(StoreKeys.meetingId(next.key));
                }
            }
        }
        return unfinished;
    }
}
