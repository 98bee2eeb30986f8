package dev.rapt.aggregator.topology;

import dev.rapt.aggregator.log.LogEvent;
import dev.rapt.aggregator.log.LogValue;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;

/**
 * Keys of the log: those of a participant, then the moment in eight bytes, high one first, the kind in one, and the
 * source. So one scan finds all of a meeting, or all of a participant in order of time.
 */
public final class LogKeys {

    private LogKeys() {}

    static Bytes of(String meetingId, LogEvent event) {
        byte[] seat = StoreKeys.participant(meetingId, event.participantId()).get();
        byte[] source = event.source().getBytes(StandardCharsets.US_ASCII);
        return Bytes.wrap(ByteBuffer.allocate(seat.length + Long.BYTES + 1 + source.length)
                .put(seat)
                .putLong(event.at().toEpochMilli())
                .put((byte) event.kind().code())
                .put(source)
                .array());
    }

    /** The moment in the key of an entry. */
    public static Instant at(Bytes key) {
        return Instant.ofEpochMilli(rest(key).getLong());
    }

    /** The event of an entry. */
    public static LogEvent event(Bytes key, byte[] value) {
        ByteBuffer rest = rest(key);
        Instant at = Instant.ofEpochMilli(rest.getLong());
        LogEvent.Kind kind = LogEvent.Kind.of(rest.get());
        String source = StandardCharsets.US_ASCII.decode(rest).toString();
        LogValue stored = LogValue.decode(value);
        return new LogEvent(StoreKeys.participantId(key), at, source, kind, stored.name(), stored.silenceIsReported());
    }

    private static ByteBuffer rest(Bytes key) {
        int start =
                StoreKeys.meetingId(key).length() + StoreKeys.participantId(key).length() + 2;
        return ByteBuffer.wrap(key.get(), start, key.get().length - start);
    }
}
