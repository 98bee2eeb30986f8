package dev.rapt.classifier.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rapt.classifier.Meetings;
import dev.rapt.classifier.model.ExpressionScores;
import dev.rapt.classifier.model.GreyImage;
import dev.rapt.classifier.model.Label;
import dev.rapt.classifier.score.FaceFigures;
import dev.rapt.classifier.score.Frame;
import dev.rapt.classifier.score.ModelName;
import dev.rapt.classifier.score.Origin;
import dev.rapt.classifier.score.Outcome;
import dev.rapt.classifier.score.Received;
import dev.rapt.classifier.score.UnusableReason;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.meeting.ConsentRule;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Refusal;
import dev.rapt.meeting.Signals;
import dev.rapt.meeting.policy.PolicyFile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ScreenTest {

    private static final Origin ORIGIN = new Origin("face-crops", 0, 7, 10, "00".repeat(32));
    private static final ModelName MODEL = new ModelName("d", "1");
    private static final FaceFigures FIGURES = new FaceFigures(new byte[0]);
    private static final Signals BOTH = Signals.ATTENTION_AND_EXPRESSION;

    private final MeetingBook book = new MeetingBook(PolicyFile.shipped(), Optional.empty());
    private final Meetings meetings = new Meetings((key, state) -> book.told(key, Optional.of(state)));
    private final Screen screen = new Screen(book);

    @Test
    void dropsWhoeverMayNotBeMeasuredByTheReason() {
        // Given
        meetings.declare("m", BOTH, ConsentRule.EXPLICIT);
        meetings.consent("m", "yes", true);
        meetings.consent("m", "no", false);
        meetings.eraseParticipant("m", "gone");
        meetings.erase("over");

        // When
        List<Received> left = screen.received(List.of(
                face("m", "yes"), face("m", "no"), absent("m", "silent"), seen("m", "gone"), face("over", "yes")));

        // Then
        assertThat(left)
                .containsExactly(
                        left.get(0),
                        new Received.Dropped(ORIGIN, Refusal.CONSENT_WITHDRAWN),
                        new Received.Dropped(ORIGIN, Refusal.CONSENT_MISSING),
                        new Received.Dropped(ORIGIN, Refusal.PARTICIPANT_ERASED),
                        new Received.Dropped(ORIGIN, Refusal.MEETING_ERASED));
        assertThat(left.get(0)).isInstanceOf(Received.Face.class);
    }

    @Test
    void dropsWhatIsScoredWhenTheParticipantSaysNoMeanwhile() {
        // Given
        meetings.declare("m", BOTH, ConsentRule.EXPLICIT);
        meetings.consent("m", "ann", true);
        Outcome scored = scored("m", "ann");
        Outcome passed = new Outcome.Passed(absent("m", "ann"));
        assertThat(screen.outcomes(List.of(scored, passed))).containsExactly(scored, passed);

        // When
        meetings.consent("m", "ann", false);

        // Then
        Outcome dropped = new Outcome.Dropped(Refusal.CONSENT_WITHDRAWN);
        assertThat(screen.outcomes(List.of(scored, passed))).containsExactly(dropped, dropped);
    }

    @Test
    void passesFacesOfAMeetingThatMeasuresAttentionOnWithoutTheirExpression() {
        // Given
        meetings.declare("m", Signals.ATTENTION, ConsentRule.ASSUMED);
        Received.Face face = face("m", "ann");
        Received.Seen seen =
                new Received.Seen(ORIGIN, face.frame(), face.figures(), ExpressionGap.EXPRESSION_GAP_NOT_WANTED_VALUE);

        // When, Then: before the network, and behind it
        assertThat(screen.received(List.of(face))).containsExactly(seen);
        assertThat(screen.outcomes(List.of(scored("m", "ann")))).containsExactly(new Outcome.Passed(seen));
    }

    @Test
    void letsPassWhatTheDetectorTookInOfAMeetingThatNobodyDeclared() {
        Received face = face("undeclared", "ann");
        Received unusable = new Received.Unusable(ORIGIN, UnusableReason.CORRUPT_RECORD);
        Outcome givenUp = new Outcome.GivenUp(new Received.Unusable(ORIGIN, UnusableReason.UNSCORABLE));

        assertThat(screen.received(List.of(face, unusable))).containsExactly(face, unusable);
        assertThat(screen.outcomes(List.of(givenUp))).containsExactly(givenUp);
    }

    private static Received.Face face(String meeting, String participant) {
        return new Received.Face(ORIGIN, frame(meeting, participant), FIGURES, new GreyImage(1, 1, new byte[] {1}));
    }

    private static Received.Seen seen(String meeting, String participant) {
        return new Received.Seen(ORIGIN, frame(meeting, participant), FIGURES, 1);
    }

    private static Received.Absent absent(String meeting, String participant) {
        return new Received.Absent(ORIGIN, frame(meeting, participant), 1);
    }

    private static Outcome.Scored scored(String meeting, String participant) {
        ExpressionScores scores = ExpressionScores.of(new float[] {.4f, .1f, .1f, .1f, .1f, .1f, .1f});
        return new Outcome.Scored(face(meeting, participant), scores, Label.ANGRY, MODEL);
    }

    private static Frame frame(String meeting, String participant) {
        return new Frame(meeting, participant, Instant.EPOCH, Instant.EPOCH, OptionalLong.empty(), 0, MODEL, "");
    }
}
