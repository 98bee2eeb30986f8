package dev.rapt.aggregator.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;

class StoreKeysTest {

    private static final Instant EARLY = Instant.ofEpochMilli(5_000);
    private static final Instant LATE = Instant.parse("9999-12-31T23:59:55Z");

    @Test
    void bucketsOfAParticipantAreInOrderOfTime() {
        assertThat(StoreKeys.bucket("m", "p", EARLY)).isLessThan(StoreKeys.bucket("m", "p", LATE));
    }

    @Test
    void idsThatBeginAlikeDontMix() {
        Bytes from = StoreKeys.bucket("m", "p", EARLY);
        Bytes to = StoreKeys.bucket("m", "p", LATE);

        for (Bytes other : new Bytes[] {
            StoreKeys.bucket("m", "p1", EARLY),
            StoreKeys.bucket("m", "p-", EARLY),
            StoreKeys.bucket("mp", "p", EARLY),
            StoreKeys.bucket("m-", "p", EARLY)
        }) {
            assertThat(other.compareTo(from) < 0 || other.compareTo(to) > 0).isTrue();
        }
    }

    @Test
    void aMeetingsParticipantsAreBetweenItsEnds() {
        Bytes from = StoreKeys.participantsFrom("m");
        Bytes to = StoreKeys.participantsTo("m");

        assertThat(StoreKeys.participant("m", "-")).isBetween(from, to);
        assertThat(StoreKeys.participant("m", "zzz")).isBetween(from, to);
        assertThat(StoreKeys.participant("m-", "p").compareTo(to)).isPositive();
        assertThat(StoreKeys.participant("lz", "p").compareTo(from)).isNegative();
    }

    @Test
    void givesTheIdsBack() {
        assertThat(StoreKeys.meetingId(StoreKeys.participant("a:b", "c.d"))).isEqualTo("a:b");
        assertThat(StoreKeys.participantId(StoreKeys.participant("a:b", "c.d"))).isEqualTo("c.d");
        assertThat(StoreKeys.meetingId(StoreKeys.meeting("a:b"))).isEqualTo("a:b");
    }

    @Test
    void knowsWhatIsOfOneMeeting() {
        Bytes participant = StoreKeys.participant("m1", "ada");

        assertThat(StoreKeys.ofOneMeeting(StoreKeys.participantsFrom("m1"), StoreKeys.participantsTo("m1")))
                .isTrue();
        assertThat(StoreKeys.ofOneMeeting(participant, StoreKeys.participantsTo("m1")))
                .isTrue();
        assertThat(StoreKeys.ofOneMeeting(StoreKeys.meeting("m1"), StoreKeys.meeting("m1")))
                .isTrue();
        assertThat(StoreKeys.ofOneMeeting(StoreKeys.meeting("m1"), StoreKeys.meeting("m10")))
                .isFalse();
        assertThat(StoreKeys.ofOneMeeting(participant, StoreKeys.meeting("m"))).isFalse();
        assertThat(StoreKeys.ofOneMeeting(participant, null)).isFalse();
        assertThat(StoreKeys.ofOneMeeting(null, participant)).isFalse();
    }
}
