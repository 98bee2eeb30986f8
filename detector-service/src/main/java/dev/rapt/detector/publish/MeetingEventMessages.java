package dev.rapt.detector.publish;

import dev.rapt.contracts.v1.Joined;
import dev.rapt.contracts.v1.Left;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.SpeechOff;
import dev.rapt.contracts.v1.SpeechOn;
import dev.rapt.contracts.v1.WebcamOff;
import dev.rapt.contracts.v1.WebcamOn;

/** Events of meetings as messages of the contract. */
final class MeetingEventMessages {

    private MeetingEventMessages() {}

    static MeetingEvent of(dev.rapt.detector.meeting.MeetingEvent event) {
        MeetingEvent.Builder message = MeetingEvent.newBuilder()
                .setMeetingId(event.participant().meetingId())
                .setParticipantId(event.participant().participantId())
                .setAtMs(event.at())
                .setReceivedAtMs(event.receivedAt())
                .setSource(event.source());
        dev.rapt.detector.meeting.MeetingEvent.What what = event.what();
        if (what instanceof dev.rapt.detector.meeting.MeetingEvent.Joined joined) {
            message.setJoined(Joined.newBuilder().setName(joined.name()));
        } else if (what instanceof dev.rapt.detector.meeting.MeetingEvent.Left) {
            message.setLeft(Left.getDefaultInstance());
        } else if (what instanceof dev.rapt.detector.meeting.MeetingEvent.SpeechOn on) {
            message.setSpeechOn(SpeechOn.newBuilder().setSilenceIsReported(on.silenceIsReported()));
        } else if (what instanceof dev.rapt.detector.meeting.MeetingEvent.SpeechOff) {
            message.setSpeechOff(SpeechOff.getDefaultInstance());
        } else if (what instanceof dev.rapt.detector.meeting.MeetingEvent.WebcamOn) {
            message.setWebcamOn(WebcamOn.getDefaultInstance());
        } else if (what instanceof dev.rapt.detector.meeting.MeetingEvent.WebcamOff) {
            message.setWebcamOff(WebcamOff.getDefaultInstance());
        }
        return message.build();
    }
}
