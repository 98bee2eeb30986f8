package dev.rapt.e2e;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Consent;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.Ended;
import dev.rapt.contracts.v1.Erased;
import dev.rapt.contracts.v1.ErasedParticipant;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FoundFace;
import dev.rapt.contracts.v1.FrameId;
import dev.rapt.contracts.v1.GreyCrop;
import dev.rapt.contracts.v1.Joined;
import dev.rapt.contracts.v1.Marker;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.contracts.v1.PersonalLink;
import dev.rapt.contracts.v1.PseudonymKey;
import dev.rapt.contracts.v1.ScoredFace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Records that should never have been written, for every topic, put where a meeting's own records are: nothing, garbage,
 * a great deal of garbage, keys of something else, fields of a later version, moments at the ends of time.
 */
final class Poison {

    private static final List<String> TOPICS = List.of(
            Topics.FACE_CROPS,
            Topics.FACE_SCORES,
            Topics.MEETING_LOG,
            Topics.MEETING_STATE,
            Topics.AUDIT,
            Topics.DEAD_LETTERS);
    private static final UnknownFieldSet LATER = UnknownFieldSet.newBuilder()
            .addField(
                    999,
                    UnknownFieldSet.Field.newBuilder()
                            .addLengthDelimited(ByteString.copyFromUtf8("later"))
                            .build())
            .build();

    private final String bootstrapServers;
    private final String meeting;
    private final List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();

    private Poison(String bootstrapServers, String meeting) {
        this.bootstrapServers = bootstrapServers;
        this.meeting = meeting;
    }

    /** Poisons every topic; returns how many records the broker took. */
    static int everyTopic(String bootstrapServers, String meeting) throws Exception {
        Poison poison = new Poison(bootstrapServers, meeting);
        TOPICS.forEach(poison::garbage);
        poison.crops();
        poison.scores();
        poison.log();
        poison.states();
        return poison.send();
    }

    private void garbage(String topic) {
        byte[] little = new byte[100];
        new Random(1).nextBytes(little);
        byte[] much = new byte[1_000_000];
        new Random(2).nextBytes(much);
        for (Optional<byte[]> key : List.of(Optional.<byte[]>empty(), Optional.of(little), Optional.of(key(meeting)))) {
            add(topic, key.orElse(null), null);
            add(topic, key.orElse(null), new byte[0]);
            add(topic, key.orElse(null), little);
            add(topic, key.orElse(null), much);
        }
        // More than a broker takes, whatever the producer may send
        add(topic, key(meeting), new byte[3_000_000]);
    }

    private void crops() {
        byte[] key = key(Keys.ofCrop(meeting, "ada"));
        FrameId frame = frame("ada", 1);
        add(
                Topics.FACE_CROPS,
                key,
                FaceCrop.newBuilder().setFrame(frame).build().toByteArray());
        add(
                Topics.FACE_CROPS,
                key,
                FaceCrop.newBuilder()
                        .setFrame(frame)
                        .setUnknownFields(LATER)
                        .build()
                        .toByteArray());
        add(
                Topics.FACE_CROPS,
                key,
                FaceCrop.newBuilder()
                        .setFrame(frame("../ada", 1))
                        .setFound(FoundFace.newBuilder())
                        .build()
                        .toByteArray());
        add(
                Topics.FACE_CROPS,
                key,
                FaceCrop.newBuilder()
                        .setFrame(frame)
                        .setFound(FoundFace.newBuilder()
                                .setCrop(GreyCrop.newBuilder()
                                        .setWidth(Integer.MAX_VALUE)
                                        .setHeight(-1)
                                        .setPixels(ByteString.copyFrom(new byte[48]))))
                        .build()
                        .toByteArray());
        again(Topics.FACE_CROPS, FaceCrop.parser());
    }

    private void scores() {
        byte[] key = key(meeting);
        add(
                Topics.FACE_SCORES,
                key,
                FaceScore.newBuilder().setFrame(frame("ada", 1)).build().toByteArray());
        add(
                Topics.FACE_SCORES,
                key,
                FaceScore.newBuilder()
                        .setFrame(frame("ada", Long.MAX_VALUE))
                        .setScored(ScoredFace.newBuilder().addProbabilities(Float.NaN))
                        .build()
                        .toByteArray());
        again(Topics.FACE_SCORES, FaceScore.parser());
    }

    /** What flowed last, with a field that only a later version knows: it must be read as if it weren't there. */
    private void again(String topic, com.google.protobuf.Parser<? extends com.google.protobuf.Message> parser) {
        RawTopics.read(bootstrapServers, Set.of(topic)).of(topic).stream()
                .filter(record -> record.key() != null
                        && record.value() != null
                        && new String(record.key(), StandardCharsets.US_ASCII).startsWith(meeting))
                .limit(10)
                .forEach(record -> {
                    try {
                        add(
                                topic,
                                record.key(),
                                parser.parseFrom(record.value()).toBuilder()
                                        .setUnknownFields(LATER)
                                        .build()
                                        .toByteArray());
                    } catch (com.google.protobuf.InvalidProtocolBufferException e) {
                        throw new AssertionError(e);
                    }
                });
    }

    private void log() {
        MeetingEvent.Builder event =
                MeetingEvent.newBuilder().setMeetingId(meeting).setParticipantId("ada");
        List<MeetingEvent.Builder> events = List.of(
                event.clone().setUnknownFields(LATER).setAtMs(1).setSource("zoom-rtms"),
                event.clone().setAtMs(Long.MIN_VALUE).setJoined(Joined.newBuilder()),
                event.clone().setAtMs(1).setSource("<script>").setJoined(Joined.newBuilder()),
                event.clone()
                        .setAtMs(1)
                        .setSource("zoom-rtms")
                        .setJoined(Joined.newBuilder().setName("n".repeat(100_000))));
        events.forEach(
                each -> add(Topics.MEETING_LOG, key(meeting), each.build().toByteArray()));
        add(
                Topics.MEETING_LOG,
                key("another-meeting"),
                event.setAtMs(1).setJoined(Joined.newBuilder()).build().toByteArray());
    }

    private void states() {
        MeetingState.Builder state = MeetingState.newBuilder().setMeetingId(meeting);
        Consent.Builder no =
                Consent.newBuilder().setParticipantId("somebody-else").setGiven(false);
        // Under keys that say something else: believed, they would erase the meeting and withdraw a consent
        add(Keys.ofErasure(meeting), state.clone().setConsent(no));
        add(Keys.ofErasure(meeting), state.clone().setUnknownFields(LATER));
        add(Keys.ofConsent(meeting, "ada"), state.clone().setConsent(no));
        add(
                Keys.ofErasure(meeting),
                state.clone().setMeetingId("another-meeting").setErased(Erased.newBuilder()));
        add(
                Keys.ofErasedParticipant(meeting, "no-digest"),
                state.clone().setErasedParticipant(ErasedParticipant.newBuilder()));
        add(
                Keys.ofPseudonymKey(meeting),
                state.clone().setPseudonymKey(PseudonymKey.newBuilder().setKey(ByteString.copyFromUtf8("short"))));
        add(Keys.ofPersonalLink(meeting, "x"), state.clone().setPersonalLink(PersonalLink.newBuilder()));
        add(
                Keys.ofMarker(meeting, "backwards"),
                state.clone()
                        .setMarker(Marker.newBuilder()
                                .setMarkerId("backwards")
                                .setKind("advert")
                                .setStartMs(2)
                                .setEndMs(1)));
        add(
                Keys.ofMarker(meeting, "endless"),
                state.clone()
                        .setAtMs(Long.MAX_VALUE)
                        .setMarker(Marker.newBuilder()
                                .setMarkerId("endless")
                                .setKind("advert")
                                .setStartMs(Long.MIN_VALUE)
                                .setEndMs(Long.MAX_VALUE)));
        add(Keys.ofEnd(meeting), state.clone().setEnded(Ended.newBuilder().setEndedAtMs(Long.MIN_VALUE)));
        // Of meetings that nothing else is known of
        for (long at : new long[] {Long.MIN_VALUE, Long.MAX_VALUE}) {
            add(
                    Keys.ofDeclaration("at-the-end-of-time"),
                    state.clone()
                            .setMeetingId("at-the-end-of-time")
                            .setAtMs(at)
                            .setDeclared(Declared.newBuilder().setRetentionMs(Long.MAX_VALUE)));
        }
        add("not/a/key/of/anything", state.clone().setErased(Erased.newBuilder()));
    }

    private void add(String key, MeetingState.Builder state) {
        add(Topics.MEETING_STATE, key(key), state.build().toByteArray());
    }

    private void add(String topic, byte[] key, byte[] value) {
        int partitions = topic.equals(Topics.AUDIT) || topic.equals(Topics.DEAD_LETTERS) ? 1 : 4;
        int partition = topic.equals(Topics.FACE_CROPS) ? 0 : Keys.partitionOf(meeting, partitions);
        records.add(new ProducerRecord<>(topic, partition, key, value));
    }

    private FrameId frame(String participant, long capturedAt) {
        return FrameId.newBuilder()
                .setMeetingId(meeting)
                .setParticipantId(participant)
                .setCapturedAtMs(capturedAt)
                .build();
    }

    private static byte[] key(String key) {
        return key.getBytes(StandardCharsets.US_ASCII);
    }

    private int send() throws Exception {
        int taken = 0;
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        8 << 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> record : records) {
                try {
                    producer.send(record).get();
                    taken++;
                } catch (ExecutionException e) {
                    // A broker refuses what is too large, and what a compacted topic couldn't keep
                    if (!Arrays.<Class<?>>asList(RecordTooLargeException.class, InvalidRecordException.class)
                            .contains(e.getCause().getClass())) {
                        throw e;
                    }
                }
            }
        }
        return taken;
    }
}
