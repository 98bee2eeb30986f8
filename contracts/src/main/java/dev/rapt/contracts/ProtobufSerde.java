package dev.rapt.contracts;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.rapt.contracts.v1.DeadLetter;
import dev.rapt.contracts.v1.FaceCrop;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.MeetingEvent;
import dev.rapt.contracts.v1.MeetingState;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * A serde of one Protobuf message. Null stays null both ways; bytes that aren't the message throw {@link
 * SerializationException}, whose message never quotes them. Safe for use by many threads.
 *
 * @param <T> the message
 */
public final class ProtobufSerde<T extends MessageLite> implements Serde<T> {

    private final Parser<T> parser;

    private ProtobufSerde(Parser<T> parser) {
        this.parser = parser;
    }

    /** The serde of {@link Topics#FACE_CROPS}. */
    public static ProtobufSerde<FaceCrop> faceCrops() {
        return new ProtobufSerde<>(FaceCrop.parser());
    }

    /** The serde of {@link Topics#FACE_SCORES}. */
    public static ProtobufSerde<FaceScore> faceScores() {
        return new ProtobufSerde<>(FaceScore.parser());
    }

    /** The serde of {@link Topics#DEAD_LETTERS}. */
    public static ProtobufSerde<DeadLetter> deadLetters() {
        return new ProtobufSerde<>(DeadLetter.parser());
    }

    /** The serde of {@link Topics#MEETING_LOG}. */
    public static ProtobufSerde<MeetingEvent> meetingLog() {
        return new ProtobufSerde<>(MeetingEvent.parser());
    }

    /** The serde of {@link Topics#MEETING_STATE}. */
    public static ProtobufSerde<MeetingState> meetingState() {
        return new ProtobufSerde<>(MeetingState.parser());
    }

    @Override
    public Serializer<T> serializer() {
        return (topic, message) -> message == null ? null : message.toByteArray();
    }

    @Override
    public Deserializer<T> deserializer() {
        return (topic, bytes) -> bytes == null ? null : parse(topic, bytes);
    }

    private T parse(String topic, byte[] bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new SerializationException(
                    "A record of " + topic + " isn't the message it should be: " + bytes.length + " bytes", e);
        }
    }
}
