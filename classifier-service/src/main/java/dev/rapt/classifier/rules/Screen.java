package dev.rapt.classifier.rules;

import dev.rapt.classifier.score.Frame;
import dev.rapt.classifier.score.Outcome;
import dev.rapt.classifier.score.Received;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.meeting.MeetingBook;
import dev.rapt.meeting.Refusal;
import java.util.List;
import java.util.Optional;

/**
 * Takes out of a batch what may not go on: records of erased meetings and of participants who are erased, said no or never
 * said yes, and the expressions of meetings that measure attention only. The detector has asked the same questions; the
 * answers may have changed while the crops were on their way. What the detector took in of a meeting that nobody declared
 * goes on. Safe for many threads.
 */
public final class Screen {

    private static final int NOT_WANTED = ExpressionGap.EXPRESSION_GAP_NOT_WANTED_VALUE;

    private final MeetingBook book;

    public Screen(MeetingBook book) {
        this.book = book;
    }

    /** What may be scored or passed on, each in its place. */
    public List<Received> received(List<Received> batch) {
        return batch.stream().map(this::received).toList();
    }

    private Received received(Received record) {
        if (!(record instanceof Received.Usable usable)) {
            return record;
        }
        Optional<Refusal> why = refusal(usable.frame());
        if (why.isPresent()) {
            return new Received.Dropped(record.origin(), why.get());
        }
        return record instanceof Received.Face face && !wantsExpressions(face.frame()) ? seen(face) : record;
    }

    /** What may be published, each in its place: for what changed while the network was at work. */
    public List<Outcome> outcomes(List<Outcome> batch) {
        return batch.stream().map(this::outcome).toList();
    }

    private Outcome outcome(Outcome outcome) {
        if (outcome instanceof Outcome.Scored scored) {
            return refusal(scored.face().frame())
                    .<Outcome>map(Outcome.Dropped::new)
                    .orElseGet(() -> {
                        return wantsExpressions(scored.face().frame())
                                ? scored
                                : new Outcome.Passed(seen(scored.face()));
                    });
        }
        if (outcome instanceof Outcome.Passed passed) {
            return refusal(passed.record().frame())
                    .<Outcome>map(Outcome.Dropped::new)
                    .orElse(passed);
        }
        return outcome;
    }

    /** Whether the record would be dropped for want of a consent that perhaps is about to be read. */
    public boolean missesConsent(Received record) {
        return record instanceof Received.Usable usable
                && refusal(usable.frame()).equals(Optional.of(Refusal.CONSENT_MISSING));
    }

    private Optional<Refusal> refusal(Frame frame) {
        return book.standing(
                frame.meetingId(), frame.participantId(), frame.capturedAt().toEpochMilli());
    }

    private boolean wantsExpressions(Frame frame) {
        return book.terms(frame.meetingId())
                .map(terms -> terms.signals().expression())
                .orElse(true);
    }

    private static Received.Seen seen(Received.Face face) {
        return new Received.Seen(face.origin(), face.frame(), face.figures(), NOT_WANTED);
    }
}
