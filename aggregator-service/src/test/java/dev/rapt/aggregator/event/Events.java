package dev.rapt.aggregator.event;

import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.GalleryEpoch;
import dev.rapt.contracts.v1.Joined;
import dev.rapt.contracts.v1.Left;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.contracts.v1.SpeechOff;
import dev.rapt.contracts.v1.SpeechOn;
import dev.rapt.contracts.v1.WebcamOff;
import java.time.Instant;

/** Records of the meetings' log and states, for tests; all of them said by {@code zoom-rtms}, which reports silence. */
public final class Events {

    private Events() {}

    public static MeetingEvent joined(String meeting, String participant, Instant at, String name) {
        return event(meeting, participant, at)
                .setJoined(Joined.newBuilder().setName(name))
                .build();
    }

    public static MeetingEvent left(String meeting, String participant, Instant at) {
        return event(meeting, participant, at)
                .setLeft(Left.getDefaultInstance())
                .build();
    }

    public static MeetingEvent speechOn(String meeting, String participant, Instant at) {
        return event(meeting, participant, at)
                .setSpeechOn(SpeechOn.newBuilder().setSilenceIsReported(true))
                .build();
    }

    public static MeetingEvent speechOff(String meeting, String participant, Instant at) {
        return event(meeting, participant, at)
                .setSpeechOff(SpeechOff.getDefaultInstance())
                .build();
    }

    public static MeetingEvent webcamOff(String meeting, String participant, Instant at) {
        return event(meeting, participant, at)
                .setWebcamOff(WebcamOff.getDefaultInstance())
                .build();
    }

    public static MeetingEvent.Builder event(String meeting, String participant, Instant at) {
        return MeetingEvent.newBuilder()
                .setMeetingId(meeting)
                .setParticipantId(participant)
                .setAtMs(at.toEpochMilli())
                .setReceivedAtMs(at.toEpochMilli() + 20)
                .setSource("zoom-rtms");
    }

    public static MeetingState erased(String meeting) {
        return MeetingState.newBuilder()
                .setMeetingId(meeting)
                .setErased(Erased.newBuilder().setReason("test"))
                .build();
    }

    public static MeetingState epoch(String meeting) {
        return MeetingState.newBuilder()
                .setMeetingId(meeting)
                .setGalleryEpoch(GalleryEpoch.newBuilder().setEpoch(1).setClaim("c"))
                .build();
    }
}
