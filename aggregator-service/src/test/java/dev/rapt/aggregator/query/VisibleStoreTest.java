package dev.rapt.aggregator.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.meeting.StateKind;
import dev.rapt.aggregator.topology.StoreKeys;
import dev.rapt.aggregator.topology.TimelineTopology;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.RuleMessages;
import dev.rapt.meeting.policy.PolicyFile;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;

/** A copy that lags has what its instance has read to be erased; nothing shows it. */
class VisibleStoreTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");
    private static final byte[] VALUE = {1};

    private final MeetingBook book = new MeetingBook(PolicyFile.shipped(), Optional.empty());
    private final Lagging lagging = new Lagging();

    VisibleStoreTest() {
        book.begun();
        book.caughtUp();
    }

    private void erase(String meeting, String participant) {
        String digest = ParticipantDigest.of(meeting, participant);
        tell(Keys.ofErasedParticipant(meeting, digest), RuleMessages.erasedParticipant(meeting, digest, "test", NOW));
    }

    private void tell(String key, MeetingState state) {
        book.told(key, Optional.of(state));
    }

    private List<Bytes> seen(String name) {
        List<Bytes> keys = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> all = new VisibleStore(lagging, name, book).all()) {
            while (all.hasNext()) {
                Bytes next = all.peekNextKey();
                assertThat(all.next().key).isEqualTo(next);
                keys.add(next);
            }
        }
        for (Bytes key : lagging.entries.keySet()) {
            assertThat(new VisibleStore(lagging, name, book).get(key) != null).isEqualTo(keys.contains(key));
        }
        return keys;
    }

    @Test
    void bucketsOfWhomeverTheBookHasErasedAreLeftOut() {
        // Given
        Bytes ada = lagging.put(StoreKeys.bucket("m", "ada", NOW));
        Bytes other = lagging.put(StoreKeys.bucket("m", "ada-2", NOW));
        Bytes bob = lagging.put(StoreKeys.bucket("m", "bob", NOW));
        Bytes elsewhere = lagging.put(StoreKeys.bucket("n", "ada", NOW));
        assertThat(seen(TimelineTopology.BUCKETS)).containsExactly(ada, other, bob, elsewhere);

        // When
        erase("m", "ada");

        // Then
        assertThat(seen(TimelineTopology.BUCKETS)).containsExactly(other, bob, elsewhere);
    }

    @Test
    void whatACopyHasOfTheTimeBeforeTheErasureIsNotWhatWasAgreedToAgain() {
        // Given two events
        Bytes before = lagging.put(event("ada", NOW.minusMillis(1)));
        Bytes after = lagging.put(event("ada", NOW));
        erase("m", "ada");
        assertThat(seen(TimelineTopology.LOG)).isEmpty();

        // When
        Consent again = new Consent("ada", true, "1", "en", Optional.of(NOW), NOW);
        tell(Keys.ofConsent("m", "ada"), RuleMessages.of("m", again));

        // Then
        assertThat(seen(TimelineTopology.LOG)).containsExactly(after).doesNotContain(before);
    }

    @Test
    void whatWasSaidBeforeTheErasureIsLeftOut() {
        // Given what was agreed to and is to be taken back, what isn't yet, and what isn't about anybody
        lagging.entries.put(StoreKeys.state("m", StateKind.CONSENT, "ada"), new byte[0]);
        Bytes late = lagging.put(StoreKeys.state("m", StateKind.CONSENT, "late"));
        Bytes bob = lagging.put(StoreKeys.state("m", StateKind.CONSENT, "bob"));
        Bytes declared = lagging.put(StoreKeys.state("m", StateKind.DECLARED, ""));
        assertThat(seen(TimelineTopology.STATES_KEPT)).containsExactly(bob, late, declared);

        // When
        erase("m", "late");

        // Then
        assertThat(seen(TimelineTopology.STATES_KEPT)).containsExactly(bob, declared);
        assertThat(StateMessages.saidAt(new byte[0])).isEqualTo(Instant.EPOCH);
    }

    private static Bytes event(String participant, Instant at) {
        // As in the log: a bucket's key, then the kind and the source
        byte[] key = StoreKeys.bucket("m", participant, at).get();
        byte[] longer = Arrays.copyOf(key, key.length + 2);
        longer[key.length] = 1;
        longer[key.length + 1] = 'z';
        return Bytes.wrap(longer);
    }

    private static final class Lagging implements ReadOnlyKeyValueStore<Bytes, byte[]> {
        private final TreeMap<Bytes, byte[]> entries = new TreeMap<>();

        Bytes put(Bytes key) {
            entries.put(key, VALUE);
            return key;
        }

        @Override
        public byte[] get(Bytes key) {
            return entries.get(key);
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> range(Bytes from, Bytes to) {
            return over(entries.subMap(from, true, to, true));
        }

        @Override
        public KeyValueIterator<Bytes, byte[]> all() {
            return over(entries);
        }

        @Override
        public long approximateNumEntries() {
            return entries.size();
        }

        private static KeyValueIterator<Bytes, byte[]> over(Map<Bytes, byte[]> part) {
            Iterator<Map.Entry<Bytes, byte[]>> entries = part.entrySet().iterator();
            return new KeyValueIterator<>() {
                @Override
                public boolean hasNext() {
                    return entries.hasNext();
                }

                @Override
                public KeyValue<Bytes, byte[]> next() {
                    Map.Entry<Bytes, byte[]> next = entries.next();
                    return KeyValue.pair(next.getKey(), next.getValue());
                }

                @Override
                public Bytes peekNextKey() {
                    throw new UnsupportedOperationException("Nobody peeks");
                }

                @Override
                public void close() {}
            };
        }
    }
}
