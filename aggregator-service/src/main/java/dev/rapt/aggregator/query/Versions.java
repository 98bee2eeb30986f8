package dev.rapt.aggregator.query;

import dev.rapt.aggregator.rules.ShownSignals;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineStreams;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.meeting.MeetingBook;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;

/**
 * Tells whether anything that answers about a meeting are made of has changed, without making one: it reads what was said
 * of it, its log, and its participants, each of whom is the sum of all buckets, but no bucket. Versions of different
 * processes differ, since their settings may. Safe for many threads; reading blocks, so not on an event loop.
 */
@ApplicationScoped
public class Versions {

    private static final List<String> MADE_OF =
            List.of(TimelineTopology.STATES_KEPT, TimelineTopology.PARTICIPANTS, TimelineTopology.LOG);

    private final String process = UUID.randomUUID().toString();
    private final Stores stores;
    private final MeetingBook book;
    private final ShownSignals shown;

    Versions(TimelineStreams streams, MeetingBook book, ShownSignals shown) {
        this.stores = new Stores(streams, book);
        this.book = book;
        this.shown = shown;
    }

    /** The version of what is kept of a meeting; found even if that is nothing. */
    public Lookup<String> of(String meetingId) {
        return stores.ofMeeting(meetingId, () -> {
            MessageDigest digest = sha256();
            digest.update(process.getBytes(StandardCharsets.US_ASCII));
            // The stores may know of a declaration before the rules do
            digest.update((byte) shown.of(meetingId).ordinal());
            // Who is erased is left out of answers before the stores know
            new TreeSet<>(book.erasedParticipants(meetingId))
                    .forEach(erased -> digest.update(erased.getBytes(StandardCharsets.US_ASCII)));
            for (String store : MADE_OF) {
                try (KeyValueIterator<Bytes, byte[]> entries = stores.store(store)
                        .range(StoreKeys.participantsFrom(meetingId), StoreKeys.participantsTo(meetingId))) {
                    while (entries.hasNext()) {
                        KeyValue<Bytes, byte[]> next = entries.next();
                        add(digest, next.key.get());
                        add(digest, next.value);
                    }
                }
                // So that an entry never counts as one of the next store
                add(digest, new byte[0]);
            }
            return Optional.of(HexFormat.of().formatHex(digest.digest()));
        });
    }

    private static void add(MessageDigest digest, byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
