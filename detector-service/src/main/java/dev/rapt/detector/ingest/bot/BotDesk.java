package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.books.RefusalReason;
import dev.rapt.detector.books.SkipReason;
import dev.rapt.detector.ingest.Frame;
import dev.rapt.detector.ingest.FrameDesk;
import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.Outcome;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.Passage;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.BotText;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.ingest.stream.StreamMessage;
import dev.rapt.detector.ingest.stream.StreamMessage.FrameName;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meters.Meters;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What is done with a bot's message. A frame goes the way of every frame, an event to the meeting's log, a revocation to
 * the erasures; whatever can't be read is answered and counted. Nothing here waits, and nothing that a bot sends ends its connection.
 */
final class BotDesk {

    private final FrameDesk frames;
    private final FrameRules rules;
    private final EventDesk events;
    private final Erasures erasures;
    private final RejoinLinks links;
    private final Meters meters;
    private final Complaints complaints = new Complaints();

    BotDesk(FrameDesk frames, FrameRules rules, EventDesk events, Erasures erasures, RejoinLinks links, Meters meters) {
        this.frames = frames;
        this.rules = rules;
        this.events = events;
        this.erasures = erasures;
        this.links = links;
        this.meters = meters;
    }

    /** Takes one message. */
    void take(BotText text, BotSession session) {
        try {
            BotMessage message =
                    session.protocol().message(text.read(session.protocol().places()));
            count(session, take(message, session));
        } catch (RefusedException e) {
            // Its type says that it is a frame, so it stands in the books
            count(session, "frame");
            frames.open(session.peer().room()).refuse(e.reason(), e.getMessage());
            complain(session, e.reason().reason(), e.getMessage());
        } catch (MalformedException e) {
            count(session, "malformed");
            complain(session, e.reason(), e.getMessage());
        }
    }

    /** A message was too large to be taken in; it can only have been a picture. */
    void tooLarge(BotSession session) {
        String detail = "A message was too large to be taken in and was thrown away.";
        count(session, "too-large");
        frames.open(session.peer().room()).refuse(RefusalReason.BODY_TOO_LARGE, detail);
        complain(session, RefusalReason.BODY_TOO_LARGE.reason(), detail);
    }

    private String take(BotMessage message, BotSession session) throws MalformedException {
        if (message instanceof BotMessage.Picture picture) {
            frame(picture, session);
            return "frame";
        }
        if (message instanceof BotMessage.Screenshare) {
            // Never acknowledged: whoever shares may send a frame of the same moment, whose acknowledgement it would
            // seem
            frames.open().end(new Outcome.Skipped(SkipReason.SCREENSHARE));
            return "screenshare";
        }
        if (message instanceof BotMessage.Events happened) {
            admit(session);
            events.take(session.meetingId(), session.protocol().name(), happened)
                    .whenComplete((done, failure) -> {
                        if (failure instanceof RefusedException refused) {
                            count(session, "event-refused");
                            session.peer()
                                    .say(StreamMessage.error(refused.reason().reason(), refused.getMessage()));
                        } else if (failure != null) {
                            count(session, "event-lost");
                            session.peer()
                                    .say(StreamMessage.error(
                                            "kafka-unavailable",
                                            "An event was not recorded. It is safe to send again."));
                        }
                    });
            return "event";
        }
        if (message instanceof BotMessage.KeepAlive keepAlive) {
            session.peer().say(keepAlive.answer());
            return "keep-alive";
        }
        if (message instanceof BotMessage.Revoked revoked) {
            erasures.erase(session.meetingId(), revoked.reason());
            return "revoked";
        }
        return "ignored";
    }

    private void frame(BotMessage.Picture picture, BotSession session) {
        Passage passage = frames.open(session.peer().room());
        FrameName name = new FrameName(picture.person().id(), picture.capturedAt(), OptionalLong.empty());
        passage.outcome().thenAccept(outcome -> tell(session, name, outcome));
        try {
            Frame frame = judge(picture, session);
            tellName(picture, session);
            if (passage.claim(picture.picture().length)) {
                frames.putNewest(frame, passage);
            } else {
                passage.refuse(
                        RefusalReason.OVERLOADED,
                        "More frames are on their way than there is room for; send fewer or smaller ones.");
            }
        } catch (RefusedException e) {
            // Whoever is measured again is told of by name again
            session.names().forget(picture.person());
            passage.refuse(e.reason(), e.getMessage());
        }
    }

    /** A frame's name reaches the log once a connection, as of somebody who is there. */
    private void tellName(BotMessage.Picture picture, BotSession session) {
        BotMessage.Person person = picture.person();
        if (rules.pseudonymous(session.meetingId()) || !session.names().isNew(person)) {
            return;
        }
        MeetingEvent.Joined joined = new MeetingEvent.Joined(person.name().orElseThrow());
        BotMessage.Event event = new BotMessage.Event(person, picture.capturedAt(), joined);
        try {
            events.take(session.meetingId(), session.protocol().name(), new BotMessage.Events(List.of(event)))
                    .whenComplete((done, failure) -> {
                        if (failure != null) {
                            session.names().forget(person);
                        }
                    });
        } catch (MalformedException e) {
            // What can't be an event can't be a frame either, and that was judged before
            session.names().forget(person);
        }
    }

    private Frame judge(BotMessage.Picture picture, BotSession session) throws RefusedException {
        rules.participant(session.meetingId(), picture.person().id());
        erasures.check(session.meetingId());
        long capturedAt = rules.capturedAt(picture.capturedAt());
        ParticipantKey participant = admit(session.meetingId(), picture.person(), capturedAt);
        rules.picture(picture.picture(), Optional.empty());
        return new Frame(
                participant, capturedAt, rules.now(), OptionalLong.empty(), session.traceParent(), picture.picture());
    }

    private ParticipantKey admit(String meetingId, BotMessage.Person person, long capturedAt) throws RefusedException {
        ParticipantKey own = rules.admit(new ParticipantKey(meetingId, person.id()), capturedAt);
        if (rules.pseudonymous(meetingId)) {
            // Links remember names
            return own;
        }
        // A link rests on a name, and nobody agrees for a namesake: both must be admitted
        String linked = links.idOf(meetingId, person);
        return linked.equals(person.id()) ? own : rules.admit(new ParticipantKey(meetingId, linked), capturedAt);
    }

    private void admit(BotSession session) throws MalformedException {
        try {
            erasures.check(session.meetingId());
        } catch (RefusedException e) {
            throw new MalformedException(e.reason().reason(), e.getMessage());
        }
    }

    // A bot that asks for nothing is still told what it must mend
    private void tell(BotSession session, FrameName frame, Outcome outcome) {
        if (session.acks()) {
            session.peer().say(StreamMessage.ack(frame, outcome));
        } else if (outcome instanceof Outcome.Rejected rejected && rejected.reason() != RefusalReason.OVERLOADED) {
            session.peer().say(StreamMessage.error(frame, rejected));
        }
    }

    private void complain(BotSession session, String reason, String detail) {
        session.peer().say(StreamMessage.error(reason, detail));
        complaints.about(session.protocol().name(), reason);
    }

    private void count(BotSession session, String result) {
        meters.botMessage(session.protocol().name(), result);
    }
}
