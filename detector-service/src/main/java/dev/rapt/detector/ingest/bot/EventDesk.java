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
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
     * Judges all events of a message and publishes those of participants who may be measured. Completes once Kafka has
     * acknowledged them all; exceptionally with {@link dev.rapt.detector.ingest.UnpublishedException} when it hasn't, and
     * they may be taken again then and count once; or with {@link RefusedException} when all but those of participants who
     * may not be measured are recorded.
     *
     * @param source the bot's name
     * @throws MalformedException when one of them can't be an event; none is published then
     */
    public CompletionStage<Void> take(String meetingId, String source, BotMessage.Events events)
            throws MalformedException {
        List<MeetingEvent> good = new ArrayList<>();
        List<CompletableFuture<Void>> outcomes = new ArrayList<>();
        for (BotMessage.Event event : events.events()) {
            long at;
            try {
                rules.participant(meetingId, event.person().id());
                at = rules.capturedAt(event.at());
            } catch (RefusedException e) {
                throw new MalformedException(e.reason().reason(), e.getMessage());
            }
            try {
                good.add(
                        new MeetingEvent(admit(meetingId, event, at), at, rules.now(), source, what(meetingId, event)));
            } catch (RefusedException e) {
                outcomes.add(CompletableFuture.failedFuture(e));
            }
        }
        good.forEach(event -> outcomes.add(log.publish(event).toCompletableFuture()));
        return together(outcomes);
    }

    private static CompletionStage<Void> together(List<CompletableFuture<Void>> outcomes) {
        CompletableFuture<Void> all = new CompletableFuture<>();
        CompletableFuture.allOf(outcomes.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
            List<Throwable> failures = outcomes.stream()
                    .flatMap(outcome -> failure(outcome).stream())
                    .toList();
            // What may be repeated weighs more than what may not
            failures.stream()
                    .filter(it -> !(it instanceof RefusedException))
                    .findFirst()
                    .or(() -> failures.stream().findFirst())
                    .ifPresentOrElse(all::completeExceptionally, () -> all.complete(null));
        });
        return all;
    }

    private static Optional<Throwable> failure(CompletableFuture<Void> ended) {
        return ended.handle((done, failure) -> Optional.ofNullable(failure))
                .join()
                .map(failure -> failure instanceof CompletionException ? failure.getCause() : failure);
    }

    private MeetingEvent.What what(String meetingId, BotMessage.Event event) {
        return rules.pseudonymous(meetingId) ? event.what().withoutName() : event.what();
    }

    private ParticipantKey admit(String meetingId, BotMessage.Event event, long at) throws RefusedException {
        String id = event.person().id();
        ParticipantKey own = rules.admit(new ParticipantKey(meetingId, id), at);
        if (rules.pseudonymous(meetingId)) {
            // Links remember names
            return own;
        }
        // As of a frame: a link is no consent
        String linked = linked(meetingId, event);
        return linked.equals(id) ? own : rules.admit(new ParticipantKey(meetingId, linked), at);
    }

    private String linked(String meetingId, BotMessage.Event event) {
        if (event.what() instanceof MeetingEvent.Joined) {
            return links.joined(meetingId, event.person());
        }
        return event.what() instanceof MeetingEvent.Left
                ? links.left(meetingId, event.person())
                : links.idOf(meetingId, event.person());
    }
}
