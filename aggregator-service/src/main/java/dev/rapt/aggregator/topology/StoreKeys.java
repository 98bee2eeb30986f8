package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.meeting.StateKind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the stores: ids end with a zero byte, which no id holds, and starts are eight bytes, high one first. So a
 * scan from one key to another finds one participant's buckets in order of time, or one meeting's participants, and
 * never those of an id that merely begins alike.
 */
public final class StoreKeys {

    private static final byte END = 0;
    private static final byte AFTER_END = 1;

    private StoreKeys() {}

    /** The key of a meeting. */
    public static Bytes meeting(String meetingId) {
        return Bytes.wrap(ascii(meetingId));
    }

    /** The key of a participant. */
    public static Bytes participant(String meetingId, String participantId) {
        return join(meetingId, END, participantId, END, new byte[0]);
    }

    /** After all keys that begin with a participant's. */
    static Bytes afterParticipant(String meetingId, String participantId) {
        return join(meetingId, END, participantId, AFTER_END, new byte[0]);
    }

    /** The key of what is said of a meeting. */
    public static Bytes state(String meetingId, StateKind kind, String id) {
        return join(meetingId, END, kind.text(), END, ascii(id));
    }

    /** The kind in the key of what is said of a meeting. */
    public static StateKind stateKind(Bytes key) {
        String kind = participantId(key);
        return StateKind.of(kind).orElseThrow(() -> new IllegalArgumentException("Not a kind of state: " + kind));
    }

    /** The id in the key of what is said of a meeting; empty where there is one a meeting. */
    public static String stateId(Bytes key) {
        int from = meetingId(key).length() + participantId(key).length() + 2;
        return new String(Arrays.copyOfRange(key.get(), from, key.get().length), StandardCharsets.US_ASCII);
    }

    /** After the last of a kind of what is said of a meeting. */
    static Bytes afterStates(String meetingId, StateKind kind) {
        return join(meetingId, END, kind.text(), AFTER_END, new byte[0]);
    }

    /** The key in Kafka of what stands under this key in the store. */
    static byte[] stateInKafka(Bytes key) {
        return new String(key.get(), StandardCharsets.US_ASCII)
                .replace('\0', '/')
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** The key of a bucket. */
    public static Bytes bucket(String meetingId, String participantId, Instant start) {
        byte[] time =
                ByteBuffer.allocate(Long.BYTES).putLong(start.toEpochMilli()).array();
        return join(meetingId, END, participantId, END, time);
    }

    /** Before the first participant of a meeting. */
    public static Bytes participantsFrom(String meetingId) {
        return join(meetingId, END, "", END, new byte[0]);
    }

    /** After the last participant of a meeting. */
    public static Bytes participantsTo(String meetingId) {
        return Bytes.wrap(ByteBuffer.allocate(meetingId.length() + 1)
                .put(ascii(meetingId))
                .put(AFTER_END)
                .array());
    }

    /** Whether all keys between these two are of one meeting. */
    public static boolean ofOneMeeting(Bytes from, Bytes to) {
        if (from == null || to == null) {
            return false;
        }
        byte[] id = ascii(meetingId(from));
        byte[] last = to.get();
        return last.length >= id.length
                && Arrays.equals(id, 0, id.length, last, 0, id.length)
                && (last.length == id.length || last[id.length] <= AFTER_END);
    }

    /** The meeting's id in the key of a meeting or of a participant. */
    public static String meetingId(Bytes key) {
        return idAt(key.get(), 0);
    }

    /** The participant's id in the key of a participant. */
    public static String participantId(Bytes key) {
        return idAt(key.get(), meetingId(key).length() + 1);
    }

    /** The start in the key of a bucket. */
    public static Instant start(Bytes key) {
        return Instant.ofEpochMilli(ByteBuffer.wrap(key.get()).getLong(key.get().length - Long.BYTES));
    }

    private static String idAt(byte[] key, int from) {
        int end = from;
        while (end < key.length && key[end] != END) {
            end++;
        }
        return new String(Arrays.copyOfRange(key, from, end), StandardCharsets.US_ASCII);
    }

    private static Bytes join(String first, byte endOfFirst, String second, byte endOfSecond, byte[] rest) {
        return Bytes.wrap(ByteBuffer.allocate(first.length() + second.length() + rest.length + 2)
                .put(ascii(first))
                .put(endOfFirst)
                .put(ascii(second))
                .put(endOfSecond)
                .put(rest)
                .array());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
