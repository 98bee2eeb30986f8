package dev.rapt.detector.ingest.bot;

import dev.rapt.detector.ingest.FrameRules;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.ingest.RefusedException;
import dev.rapt.detector.ingest.bot.message.BotMessage;
import dev.rapt.detector.ingest.bot.message.MalformedException;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meeting.MeetingLog;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where bots' events come in, whatever brought them. Any thread may call it. */
public final class EventDesk {

    private final FrameRules rules;
    private final MeetingLog log;
    private final RejoinLinks links;

    EventDesk(FrameRules rules, MeetingLog log, RejoinLinks links) {
        this.rules = rules;
        this.log = log;
        this.links = links;
    }

    /**
     * Judges all events of a message and publishes them. Completes once Kafka has acknowledged them all, or
     * exceptionally when it hasn't; they may be taken again then, and count once.
     *
     * @param source the bot's name
     * @throws MalformedException when one of them can't be an event; none is published then
     */
    public CompletionStage<Void> take(String meetingId, String source, BotMessage.Events events)
            throws MalformedException {
        List<MeetingEvent> good = new ArrayList<>();
        for (BotMessage.Event event : events.events()) {
            try {
                rules.participant(meetingId, event.person().id());
                long at = rules.capturedAt(event.at());
                good.add(new MeetingEvent(key(meetingId, event), at, rules.now(), source, what(meetingId, event)));
            } catch (RefusedException e) {
                throw new MalformedException(e.reason().reason(), e.getMessage());
            }
        }
        return CompletableFuture.allOf(good.stream()
                .map(event -> log.publish(event).toCompletableFuture())
                .toArray(CompletableFuture[]::new));
    }

    private MeetingEvent.What what(String meetingId, BotMessage.Event event) {
        return rules.pseudonymous(meetingId) ? event.what().withoutName() : event.what();
    }

    private ParticipantKey key(String meetingId, BotMessage.Event event) {
        String id;
        if (rules.pseudonymous(meetingId)) {
            // Links remember names
            id = event.person().id();
        } else if (event.what() instanceof MeetingEvent.Joined) {
            id = links.joined(meetingId, event.person());
        } else if (event.what() instanceof MeetingEvent.Left) {
            id = links.left(meetingId, event.person());
        } else {
            id = links.idOf(meetingId, event.person());
        }
        return new ParticipantKey(meetingId, id);
    }
}
