package dev.rapt.aggregator.publish;

import dev.rapt.aggregator.event.StateMessages;
import dev.rapt.aggregator.group.PublishedMinute;
import dev.rapt.aggregator.meeting.Declaration;
import dev.rapt.aggregator.meeting.Ending;
import dev.rapt.aggregator.meeting.Marker;
import dev.rapt.aggregator.meeting.PersonalLink;
import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.meeting.Consent;
import dev.rapt.meeting.ParticipantDigest;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes what is said of meetings to {@link Topics#MEETING_STATE}, each into its meeting's partition. A stage completes
 * when Kafka has acknowledged the record; it fails when Kafka doesn't in time, and the record may be sent again
 * unchanged. The caller's thread may wait for the topic's metadata at first, so not on an event loop.
 */
@ApplicationScoped
public class StatePublisher {

    private static final Duration BLOCK = Duration.ofSeconds(2);
    private static final Duration DELIVERY = Duration.ofSeconds(5);
    private static final Duration REQUEST = Duration.ofSeconds(3);

    private final Map<String, Object> kafka;
    private KafkaProducer<String, byte[]> producer;

    StatePublisher(KafkaConnection kafka) {
        this.kafka = kafka.properties();
    }

    /** Says what the meeting is. */
    public CompletionStage<Void> declared(String meetingId, Declaration declaration) {
        return send(meetingId, Keys.ofDeclaration(meetingId), StateMessages.of(meetingId, declaration));
    }

    /** Says that the meeting has ended. */
    public CompletionStage<Void> ended(String meetingId, Ending ending, Instant now) {
        return send(meetingId, Keys.ofEnd(meetingId), StateMessages.of(meetingId, ending, now));
    }

    /** Says that the meeting is erased. */
    public CompletionStage<Void> erased(String meetingId, String reason, Instant now) {
        return send(meetingId, Keys.ofErasure(meetingId), StateMessages.erased(meetingId, reason, now));
    }

    /** Sets a marker, in the place of the one with the same id. */
    public CompletionStage<Void> marked(String meetingId, Marker marker, Instant now) {
        return send(meetingId, Keys.ofMarker(meetingId, marker.id()), StateMessages.of(meetingId, marker, now));
    }

    /** Takes a marker back. */
    public CompletionStage<Void> unmarked(String meetingId, String markerId) {
        return send(meetingId, Keys.ofMarker(meetingId, markerId), null);
    }

    /** Says whether a participant may be measured. */
    public CompletionStage<Void> consented(String meetingId, Consent consent) {
        byte[] value = StateMessages.of(meetingId, consent);
        return send(meetingId, Keys.ofConsent(meetingId, consent.participantId()), value);
    }

    /** Takes back what a participant said. */
    public CompletionStage<Void> unsaid(String meetingId, String participantId) {
        return send(meetingId, Keys.ofConsent(meetingId, participantId), null);
    }

    /** Says that a participant, as it is kept, is erased. */
    public CompletionStage<Void> erasedParticipant(String meetingId, String participantId, String reason, Instant now) {
        String digest = ParticipantDigest.of(meetingId, participantId);
        byte[] value = StateMessages.erasedParticipant(meetingId, digest, reason, now);
        return send(meetingId, Keys.ofErasedParticipant(meetingId, digest), value);
    }

    /** Gives the meeting the key of its pseudonyms. */
    public CompletionStage<Void> keyed(String meetingId, byte[] key, Instant now) {
        byte[] value = StateMessages.pseudonymKey(meetingId, key, now);
        return send(meetingId, Keys.ofPseudonymKey(meetingId), value);
    }

    /** Deletes the key of the meeting's pseudonyms. */
    public CompletionStage<Void> unkeyed(String meetingId) {
        return send(meetingId, Keys.ofPseudonymKey(meetingId), null);
    }

    /** Opens what is kept of a participant to whoever holds a token. */
    public CompletionStage<Void> linked(String meetingId, PersonalLink link, Instant now) {
        return send(
                meetingId, Keys.ofPersonalLink(meetingId, link.tokenSha256()), StateMessages.of(meetingId, link, now));
    }

    /** Takes a personal link back. */
    public CompletionStage<Void> unlinked(String meetingId, String tokenSha256) {
        return send(meetingId, Keys.ofPersonalLink(meetingId, tokenSha256), null);
    }

    /** Tells a minute of several people together, unless one was told before: the first one stands. */
    public CompletionStage<Void> published(String meetingId, PublishedMinute minute) {
        String key = Keys.ofPublishedMinute(meetingId, minute.start().toEpochMilli());
        return send(meetingId, key, StateMessages.of(meetingId, minute));
    }

    private CompletionStage<Void> send(String meetingId, String key, byte[] value) {
        CompletableFuture<Void> sent = new CompletableFuture<>();
        try {
            KafkaProducer<String, byte[]> open = producer();
            int partitions = open.partitionsFor(Topics.MEETING_STATE).size();
            int partition = Keys.partitionOf(meetingId, partitions);
            open.send(new ProducerRecord<>(Topics.MEETING_STATE, partition, key, value), (written, failure) -> {
                if (failure == null) {
                    sent.complete(null);
                } else {
                    sent.completeExceptionally(failure);
                }
            });
        } catch (RuntimeException e) {
            sent.completeExceptionally(e);
        }
        return sent;
    }

    private synchronized KafkaProducer<String, byte[]> producer() {
        if (producer == null) {
            Map<String, Object> settings = new HashMap<>(kafka);
            settings.put(ProducerConfig.ACKS_CONFIG, "all");
            settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, (int) BLOCK.toMillis());
            settings.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, (int) DELIVERY.toMillis());
            settings.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, (int) REQUEST.toMillis());
            settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
            producer = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
        }
        return producer;
    }

    @PreDestroy
    synchronized void close() {
        if (producer != null) {
            producer.close(BLOCK);
        }
    }
}
