package dev.rapt.detector.consume;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.rapt.contracts.v1.ExpressionGap;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.detector.ingest.ParticipantKey;
import dev.rapt.detector.live.LiveScore;
import dev.rapt.detector.meeting.MeetingEvent;
import dev.rapt.display.DisplayedLabel;
import java.util.List;
import java.util.Optional;

/** Records as they are to be written on live pictures. What can't be read is left out: it is only shown, not counted. */
final class LiveRecords {

    private LiveRecords() {}

    static Optional<LiveScore> score(byte[] value) {
        try {
            FaceScore score = FaceScore.parseFrom(value);
            return estimate(score)
                    .map(estimate -> new LiveScore(
                            score.getFrame().getParticipantId(),
                            score.getFrame().getCapturedAtMs(),
                            estimate));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static Optional<LiveScore.Estimate> estimate(FaceScore score) {
        return switch (score.getFindingCase()) {
            case SCORED -> probabilities(score.getScored().getProbabilitiesList());
            case SEEN ->
                score.getSeen().getGap() == ExpressionGap.EXPRESSION_GAP_TURNED
                        ? Optional.of(new LiveScore.None("turned away"))
                        : Optional.of(new LiveScore.None(""));
            case ABSENCE, FINDING_NOT_SET -> Optional.empty();
        };
    }

    private static Optional<LiveScore.Estimate> probabilities(List<Float> seven) {
        boolean usable = seven.size() == DisplayedLabel.EXPRESSIONS
                && seven.stream().allMatch(it -> it >= 0 && it <= 1)
                && seven.stream().anyMatch(it -> it > 0);
        return usable ? Optional.of(new LiveScore.Probabilities(seven)) : Optional.empty();
    }

    static Optional<MeetingEvent> event(byte[] value) {
        try {
            dev.rapt.contracts.v1.MeetingEvent event = dev.rapt.contracts.v1.MeetingEvent.parseFrom(value);
            return what(event)
                    .map(what -> new MeetingEvent(
                            new ParticipantKey(event.getMeetingId(), event.getParticipantId()),
                            event.getAtMs(),
                            event.getReceivedAtMs(),
                            event.getSource(),
                            what));
        } catch (InvalidProtocolBufferException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<MeetingEvent.What> what(dev.rapt.contracts.v1.MeetingEvent event) {
        return switch (event.getWhatCase()) {
            case JOINED -> Optional.of(new MeetingEvent.Joined(event.getJoined().getName()));
            case LEFT -> Optional.of(new MeetingEvent.Left());
            case SPEECH_ON ->
                Optional.of(new MeetingEvent.SpeechOn(event.getSpeechOn().getSilenceIsReported()));
            case SPEECH_OFF -> Optional.of(new MeetingEvent.SpeechOff());
            case WEBCAM_ON -> Optional.of(new MeetingEvent.WebcamOn());
            case WEBCAM_OFF -> Optional.of(new MeetingEvent.WebcamOff());
            case WHAT_NOT_SET -> Optional.empty();
        };
    }
}
