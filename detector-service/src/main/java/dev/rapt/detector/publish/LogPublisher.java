package dev.rapt.detector.publish;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.detector.meeting.MeetingLog;
import java.util.concurrent.CompletionStage;

/** Publishes the events of meetings to {@link Topics#MEETING_LOG}. */
public final class LogPublisher implements MeetingLog {

    private final Sends sends;

    public LogPublisher(KafkaLink link) {
        this.sends = new Sends(link, "event");
    }

    @Override
    public CompletionStage<Void> publish(MeetingEvent event) {
        return sends.send(
                Topics.MEETING_LOG, Keys.ofLog(event.participant().meetingId()), MeetingEventMessages.of(event));
    }
}
