package dev.rapt.detector.testing;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Declared;
import dev.rapt.contracts.v1.MeetingState;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
import dev.rapt.meeting.RuleMessages;
import dev.rapt.meeting.Terms;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes to {@code meeting-state} what the aggregator writes there; each call returns once it is acknowledged. */
public final class Rules implements AutoCloseable {

    private final KafkaProducer<String, byte[]> producer;

    public Rules(String bootstrapServers) {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 0),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public void declare(String meetingId, Terms terms) {
        Declared.Builder declared = Declared.newBuilder();
        RuleMessages.put(terms, declared);
        write(
                meetingId,
                Keys.ofDeclaration(meetingId),
                MeetingState.newBuilder()
                        .setMeetingId(meetingId)
                        .setDeclared(declared)
                        .build());
    }

    public void say(String meetingId, String participantId, boolean given, Optional<Instant> notBefore) {
        Consent consent = new Consent(participantId, given, "2026-11", "de", notBefore, Instant.now());
        write(meetingId, Keys.ofConsent(meetingId, participantId), RuleMessages.of(meetingId, consent));
    }

    public void erase(String meetingId, String participantId) {
        String digest = ParticipantDigest.of(meetingId, participantId);
        write(
                meetingId,
                Keys.ofErasedParticipant(meetingId, digest),
                RuleMessages.erasedParticipant(meetingId, digest, "test", Instant.now()));
    }

    private void write(String meetingId, String key, MeetingState state) {
        int partition = Keys.partitionOf(
                meetingId, producer.partitionsFor(Topics.MEETING_STATE).size());
        try {
            producer.send(new ProducerRecord<>(Topics.MEETING_STATE, partition, key, state.toByteArray()))
                    .get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
