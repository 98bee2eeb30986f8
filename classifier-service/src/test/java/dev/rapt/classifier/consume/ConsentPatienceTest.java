package dev.rapt.classifier.consume;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.classifier.Events;
import dev.rapt.classifier.Meetings;
import dev.rapt.classifier.rules.Screen;
import dev.rapt.classifier.score.Received;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.policy.PolicyFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConsentPatienceTest {

    private static final Instant NOW = Instant.parse("2026-01-05T10:00:00Z");

    private final MeetingBook book = new MeetingBook(PolicyFile.shipped(), Optional.empty());
    private final Meetings meetings = new Meetings((key, state) -> book.told(key, Optional.of(state)));
    private final Screen screen = new Screen(book);
    // Its clock stands still, so only a consent ends the waiting
    private final ConsentPatience patience =
            new ConsentPatience(screen, Duration.ofMillis(250), Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void declare() {
        meetings.declare("m", Signals.ATTENTION_AND_EXPRESSION, ConsentRule.EXPLICIT);
    }

    @Test
    void waitsForAConsentThatIsOnItsWay() throws Exception {
        // Given
        Thread reading = new Thread(() -> meetings.consent("m", "ann", true));

        // When
        reading.start();
        await(NOW);

        // Then
        assertThat(book.consent("m", "ann")).isPresent();
        reading.join();
    }

    @Test
    void waitsForNothingThatHadTheTimeToBeRead() throws Exception {
        await(NOW.minusMillis(250));

        assertThat(book.consent("m", "ann")).isEmpty();
    }

    private void await(Instant writtenAt) throws InterruptedException {
        byte[] value = Events.face("m", "ann", 1).toByteArray();
        ConsumerRecord<byte[], byte[]> record = new ConsumerRecord<>(
                "face-crops",
                0,
                0,
                writtenAt.toEpochMilli(),
                TimestampType.LOG_APPEND_TIME,
                0,
                value.length,
                new byte[0],
                value,
                new RecordHeaders(),
                Optional.empty());
        Received received = new CropRecordReader(Events.SIZE, Events.SIZE).read(record);
        patience.await(List.of(record), List.of(received));
    }
}
