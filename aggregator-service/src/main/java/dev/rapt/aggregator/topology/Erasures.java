package dev.rapt.aggregator.topology;

import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * One byte for a meeting of which not everything may be counted, looked up with every record: it is erased, which stays
 * and says whether anything of it is left to delete, or somebody in it refused or was erased, and it must be asked who.
 */
public final class Erasures {

    private static final byte LEFT_OVERS = 0;
    private static final byte GONE = 1;
    private static final byte REFUSALS = 2;

    /** What holds for a meeting. */
    enum Mark {
        /** Everything may be counted. */
        NONE,
        /** Not everybody may be counted. */
        REFUSALS,
        /** Nothing may be counted. */
        ERASED
    }

    private final KeyValueStore<Bytes, byte[]> marks;

    Erasures(KeyValueStore<Bytes, byte[]> marks) {
        this.marks = marks;
    }

    /** Whether the value that the store has of a meeting says that it is erased; null when it has none. */
    public static boolean isErased(byte[] value) {
        return value != null && value[0] != REFUSALS;
    }

    Mark of(String meetingId) {
        byte[] value = marks.get(StoreKeys.meeting(meetingId));
        if (value == null) {
            return Mark.NONE;
        }
        return isErased(value) ? Mark.ERASED : Mark.REFUSALS;
    }

    boolean isErased(String meetingId) {
        return of(meetingId) == Mark.ERASED;
    }

    /** Notes that not everybody may be counted, unless the meeting is erased. */
    void refusals(String meetingId) {
        if (of(meetingId) == Mark.NONE) {
            put(meetingId, REFUSALS);
        }
    }

    /** Notes that nothing is known of refusals any more. */
    void noRefusals(String meetingId) {
        if (of(meetingId) == Mark.REFUSALS) {
            forget(meetingId);
        }
    }

    void mark(String meetingId) {
        put(meetingId, LEFT_OVERS);
    }

    void gone(String meetingId) {
        put(meetingId, GONE);
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

    private void put(String meetingId, byte mark) {
        marks.put(StoreKeys.meeting(meetingId), new byte[] {mark});
    }
}
