package dev.rapt.detector.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.UnpublishedException;
import dev.rapt.detector.testing.Gate;
import dev.rapt.meeting.Pseudonyms;
import dev.rapt.meeting.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class GatedLogTest {

    private final Gate gate = new Gate();
    private final List<MeetingEvent> published = new ArrayList<>();
    private final GatedLog log = new GatedLog(
            event -> {
                published.add(event);
                return CompletableFuture.completedFuture(null);
            },
            gate);

    @Test
    void publishesOnlyOfWhomNothingIsRefused() {
        gate.refused.put("bob", Refusal.CONSENT_WITHDRAWN);

        assertThat(publish("ada")).isCompleted();
        assertThatThrownBy(() -> publish("bob").join())
                .hasCauseInstanceOf(RefusedException.class)
                .extracting(failure -> ((RefusedException) failure.getCause()).reason())
                .isEqualTo(RefusalReason.CONSENT_WITHDRAWN);
        assertThat(published)
                .extracting(event -> event.participant().participantId())
                .containsExactly("ada");
    }

    @Test
    void publishesNothingBeforeTheRulesAreKnown() {
        gate.obstacle = "The states of meetings are being read.";

        assertThatThrownBy(() -> publish("ada").join()).hasCauseInstanceOf(UnpublishedException.class);
        assertThat(published).isEmpty();
    }

    @Test
    void publishesPseudonymsOnlyAndNoNamesOnceTheMeetingIsDeclaredSo() {
        Pseudonyms pseudonyms = new Pseudonyms(Pseudonyms.newKey());
        gate.pseudonyms = Optional.of(pseudonyms);

        assertThatThrownBy(() -> publish("ada").join()).hasCauseInstanceOf(UnpublishedException.class);
        assertThat(publish(pseudonyms.of("ada"))).isCompleted();
        assertThat(published).extracting(MeetingEvent::what).containsExactly(new MeetingEvent.Joined(""));
    }

    private CompletableFuture<Void> publish(String participantId) {
        return log.publish(new MeetingEvent(
                        new ParticipantKey("m", participantId), 1, 2, "recall", new MeetingEvent.Joined("Ada")))
                .toCompletableFuture();
    }
}
