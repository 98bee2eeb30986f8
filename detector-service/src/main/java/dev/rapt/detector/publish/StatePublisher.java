package dev.rapt.detector.publish;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.GalleryEpoch;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.detector.meeting.StateWriter;
import java.time.Clock;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Writes states of meetings to {@link Topics#MEETING_STATE}, each into its meeting's partition. */
public final class StatePublisher implements StateWriter {

    private final Sends sends;
    private final Clock clock;

    public StatePublisher(KafkaLink link, Clock clock) {
        this.sends = new Sends(link, "message");
        this.clock = clock;
    }

    @Override
    public CompletionStage<Void> erased(String meetingId, String reason) {
        MeetingState.Builder state =
                state(meetingId).setErased(Erased.newBuilder().setReason(reason));
        return send(meetingId, Keys.ofErasure(meetingId), state.build());
    }

    @Override
    public CompletionStage<Void> claim(String meetingId, int epoch, String claim) {
        MeetingState.Builder state = state(meetingId)
                .setGalleryEpoch(GalleryEpoch.newBuilder().setEpoch(epoch).setClaim(claim));
        return send(meetingId, Keys.ofGalleryEpoch(meetingId), state.build());
    }

    private MeetingState.Builder state(String meetingId) {
        return MeetingState.newBuilder().setMeetingId(meetingId).setAtMs(clock.millis());
    }

    private CompletionStage<Void> send(String meetingId, String key, MeetingState state) {
        return sends.send(producer -> {
            int partitions = producer.partitionsFor(Topics.MEETING_STATE).size();
            return new ProducerRecord<>(Topics.MEETING_STATE, Keys.partitionOf(meetingId, partitions), key, state);
        });
    }
}
