package dev.rapt.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Whatever is done to a log afterwards is found. */
class VerifierTest {

    // Offsets: 0 a begins, 1 a, 2 b begins, 3 b, 4 a, 5 b, 6 a, 7 b, 8 a
    private final Log log = new Log()
            .read("a", "m1")
            .read("b", "m2")
            .read("a", "m3")
            .read("b", "m4")
            .read("a", "m5")
            .read("b", "m6")
            .read("a", "m7");

    @Test
    void aLogThatNobodyChangedHolds() {
        Report report = Log.verify(log.values());

        assertThat(report.breaks()).isEmpty();
        assertThat(report.entries()).isEqualTo(9);
        assertThat(report.chains()).hasSize(2);
        assertThat(report.chains().get(0).entries()).isEqualTo(5);
        assertThat(report.chains().get(1).seq()).isEqualTo(3);
        assertThat(report.head()).contains(log.head());
        assertThat(LogHead.parse(log.head().toString())).isEqualTo(log.head());
    }

    @Test
    void everyFlippedBitIsFoundWhereItIs() {
        for (int offset = 0; offset < log.values().size(); offset++) {
            byte[] original = log.values().get(offset);
            for (int at = 0; at < original.length; at++) {
                List<byte[]> values = log.values();
                byte[] changed = original.clone();
                changed[at] ^= (byte) (1 << at % 8);
                values.set(offset, changed);

                assertThat(Log.verify(values).breaks())
                        .as("offset %d, byte %d", offset, at)
                        .isNotEmpty()
                        .first()
                        .returns((long) offset, Break::offset);
            }
        }
    }

    @Test
    void anEntryThatIsWrittenAnewWithItsOwnHashIsFoundByThoseAfterIt() {
        // Given a changed entry of a, with a hash that belongs to it
        List<byte[]> values = log.values();
        AuditEntry entry = AuditMessages.entry(values.get(4)).orElseThrow();
        AuditEntry forged = AuditEntry.sealed(
                entry.writer(),
                entry.service(),
                entry.seq(),
                entry.previous(),
                entry.witness(),
                entry.at(),
                Deeds.read("other"));
        values.set(4, AuditMessages.bytes(forged));

        // Then b, who had seen the true one, says so first, and a's own next entry doesn't follow it
        List<Break> breaks = Log.verify(values).breaks();
        assertThat(breaks.get(0).offset()).isEqualTo(5);
        assertThat(breaks.get(0).what()).contains("the log up to offset 4 isn't what its writer had seen");
        assertThat(breaks.get(1).offset()).isEqualTo(6);
        assertThat(breaks.get(1).what()).contains("doesn't follow");
        assertThat(breaks.get(1).writer()).isEqualTo(log.writer("a"));
    }

    @Test
    void aWholeChainThatIsForgedIsFoundByTheOthers() {
        // Given everything of a from the changed entry on, written anew so that a's chain holds by itself
        List<byte[]> values = log.values();
        Hash last = AuditMessages.entry(values.get(1)).orElseThrow().hash();
        for (int offset : new int[] {4, 6, 8}) {
            AuditEntry entry = AuditMessages.entry(values.get(offset)).orElseThrow();
            AuditEntry forged = AuditEntry.sealed(
                    entry.writer(),
                    entry.service(),
                    entry.seq(),
                    last,
                    entry.witness(),
                    entry.at(),
                    Deeds.read("forged"));
            last = forged.hash();
            values.set(offset, AuditMessages.bytes(forged));
        }

        List<Break> breaks = Log.verify(values).breaks();
        assertThat(breaks).singleElement().returns(5L, Break::offset).returns(log.writer("b"), Break::writer);
    }

    @Test
    void anEntryThatIsRemovedIsFoundWhicheverItIs() {
        for (int offset = 0; offset < log.values().size() - 1; offset++) {
            List<byte[]> values = log.values();
            values.remove(offset);

            List<Break> breaks = Log.verify(values).breaks();
            assertThat(breaks).as("without %d", offset).isNotEmpty();
            assertThat(breaks.get(0).offset()).isBetween((long) offset, offset + 2L);
        }
        // Then the chain that lacks one is named
        List<byte[]> values = log.values();
        values.remove(4);
        assertThat(Log.verify(values).breaks())
                .anySatisfy(found -> assertThat(found.what()).contains("from seq 2 to 2 aren't before it"));
    }

    @Test
    void aHoleInTheOffsetsIsFound() {
        Verifier verifier = new Verifier(0);
        List<byte[]> values = log.values();
        IntStream.of(0, 1, 2, 3, 5, 6, 7, 8).forEach(offset -> verifier.read(offset, values.get(offset)));

        assertThat(verifier.report(List.of()).breaks().get(0))
                .returns(5L, Break::offset)
                .extracting(Break::what)
                .isEqualTo("the records from offset 4 to 4 are missing");
    }

    @Test
    void swappedEntriesAreFoundWhoseverTheyAre() {
        // All but the last two, of whose order nobody knows yet
        for (int offset = 0; offset < log.values().size() - 2; offset++) {
            List<byte[]> values = log.values();
            values.set(offset, log.values().get(offset + 1));
            values.set(offset + 1, log.values().get(offset));

            assertThat(Log.verify(values).breaks()).as("from %d", offset).isNotEmpty();
        }
    }

    @Test
    void insertedEntriesAreFound() {
        // Given a chain of somebody else's, whole by itself
        Chain stranger = Chain.of("stranger");
        byte[] begun = AuditMessages.bytes(stranger.begin(LogHead.EMPTY, Instant.EPOCH));
        // Given an entry once more
        byte[] again = log.values().get(4);

        // Up to what the last writer had seen
        for (int offset = 0; offset < log.values().size() - 1; offset++) {
            List<byte[]> values = log.values();
            values.add(offset, begun);
            assertThat(Log.verify(values).breaks())
                    .as("a stranger at %d", offset)
                    .isNotEmpty();
        }
        List<byte[]> twice = log.values();
        twice.add(6, again);
        assertThat(Log.verify(twice).breaks().get(0))
                .returns(6L, Break::offset)
                .extracting(Break::what)
                .isEqualTo("the chain has gone on to seq 2 already");
    }

    @Test
    void aTailThatOthersHaveSeenCantBeCutOff() {
        // Given a's last two entries taken out; b had seen the first of them
        List<byte[]> values = log.values();
        values.remove(8);
        values.remove(6);

        assertThat(Log.verify(values).breaks().get(0)).returns(6L, Break::offset);
    }

    @Test
    void anEndThatIsCutOffIsFoundAgainstAHeadThatWasNoted() {
        // Given the log without its end, which holds by itself
        List<byte[]> values = log.values().subList(0, 7);
        assertThat(Log.verify(values).breaks()).isEmpty();

        // Then the noted head proves that it was longer, and one that was noted earlier still stands
        assertThat(Log.verify(values, log.head()).breaks())
                .singleElement()
                .extracting(Break::what)
                .asString()
                .contains("cut off");
        LogHead earlier = Log.verify(log.values().subList(0, 5)).head().orElseThrow();
        assertThat(Log.verify(values, earlier).breaks()).isEmpty();
        assertThat(Log.verify(values, new LogHead(5, Hash.ZERO)).breaks())
                .singleElement()
                .extracting(Break::what)
                .asString()
                .contains("isn't the one");
    }

    @Test
    void aLogWhoseBeginningIsNoLongerKeptIsProvenFromTheFirstWitnessOn() {
        // Given what is left from offset 3 on
        List<byte[]> left = log.values().subList(3, 9);

        Report report = Log.verify(3, left, log.head());

        assertThat(report.breaks()).isEmpty();
        assertThat(report.proven()).map(LogHead::offset).contains(2L);
        assertThat(report.head()).contains(log.head());
        assertThat(Log.verify(3, left, LogHead.EMPTY).breaks())
                .singleElement()
                .extracting(Break::what)
                .asString()
                .contains("older than what was read");

        // Then what is changed in it is still found
        List<byte[]> swapped = log.values().subList(3, 9);
        byte[] fifth = swapped.get(2);
        swapped.set(2, swapped.get(1));
        swapped.set(1, fifth);
        assertThat(Log.verify(3, swapped).breaks()).isNotEmpty();
    }

    @Test
    void aWriterWhoLagsIsNoBreak() {
        LogHead lagging = log.head();
        log.read("b", "m8").read("b", "m9").read("a", "m10", lagging);

        assertThat(Log.verify(log.values()).breaks()).isEmpty();
    }

    @Test
    void aWriterWhoHasSeenWhatIsNotThereIsABreak() {
        log.read("a", "m8", new LogHead(100, Hash.ZERO));

        assertThat(Log.verify(log.values()).breaks())
                .first()
                .extracting(Break::what)
                .isEqualTo("its writer had seen the log up to offset 100 already");
    }

    @Test
    void anEntryTellsNothingThatItsHashDoesNotCover() {
        // Given an entry with a field that no version knows
        List<byte[]> values = log.values();
        byte[] whole = values.get(3);
        byte[] more = new byte[whole.length + 4];
        System.arraycopy(whole, 0, more, 0, whole.length);
        System.arraycopy(new byte[] {(byte) 0xf2, 0x06, 0x01, 'x'}, 0, more, whole.length, 4);
        values.set(3, more);

        assertThat(Log.verify(values).breaks().get(0)).returns(3L, Break::offset);
    }
}
