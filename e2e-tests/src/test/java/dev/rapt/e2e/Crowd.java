package dev.rapt.e2e;

import dev.rapt.contracts.Topics;
import dev.rapt.contracts.v1.Absence;
import dev.rapt.contracts.v1.AbsenceReason;
import dev.rapt.contracts.v1.FaceScore;
import dev.rapt.contracts.v1.FrameId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A meeting of which there is so much to tell that the buffers between a listener and the service fill up. */
final class Crowd {

    private Crowd() {}

    private static final int AT_ONCE = 100;
    private static final Duration PAUSE = Duration.ofMillis(500);

    /** Scores of ten people, one in each step of the finest timeline; a thousand, a pause, another thousand. */
    static void scores(String bootstrapServers, String meeting, int steps) throws InterruptedException {
        long beginning = Traffic.capturedAround(System.currentTimeMillis() - steps * Traffic.STEP_MILLIS);
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrapServers, "linger.ms", 20),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int step = 0; step < steps; step++) {
                for (int person = 0; person < 10; person++) {
                    producer.send(new ProducerRecord<>(
                            Topics.FACE_SCORES,
                            meeting.getBytes(StandardCharsets.UTF_8),
                            score(meeting, "p" + person, beginning + step * Traffic.STEP_MILLIS)));
                }
                if ((step + 1) % AT_ONCE == 0) {
                    TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
                }
            }
        }
    }

    private static byte[] score(String meeting, String participant, long capturedAt) {
        return FaceScore.newBuilder()
                .setFrame(FrameId.newBuilder()
                        .setMeetingId(meeting)
                        .setParticipantId(participant)
                        .setCapturedAtMs(capturedAt))
                .setReceivedAtMs(System.currentTimeMillis())
                .setAbsence(Absence.newBuilder().setReason(AbsenceReason.ABSENCE_REASON_NO_FACE))
                .build()
                .toByteArray();
    }
}
