package dev.rapt.benchmarks;

import dev.rapt.contracts.Keys;
import dev.rapt.contracts.Topics;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What 200 listeners of one meeting cost: the packaged aggregator counts a topic that is full already, in turn without and
 * with them; then scores come steadily, and it is measured how long they take to a listener. The broker and all listeners
 * are in this process, on the same machine.
 */
final class LiveFanOut {

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final int MEETINGS = 25;
    private static final int PEOPLE = 100;
    private static final int LISTENERS = 200;
    private static final int FRAMES_A_TURN = 40;
    private static final int PAIRS = 3;
    private static final int STEADY_MEETINGS = 5;
    private static final int STEADY_FRAMES = 120;
    private static final long INTERVAL_NANOS =
            Duration.ofMillis(RecordedFace.INTERVAL_MILLIS).toNanos();

    private final RunningAggregator aggregator;
    private final KafkaProducer<byte[], byte[]> producer;
    private long sent;

    private LiveFanOut(RunningAggregator aggregator, KafkaProducer<byte[], byte[]> producer) {
        this.aggregator = aggregator;
        this.producer = producer;
    }

    static void main() throws Exception {
        try (RunningAggregator aggregator = new RunningAggregator()) {
            Map<String, Object> settings = Map.of(
                    ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                    aggregator.bootstrapServers(),
                    ProducerConfig.LINGER_MS_CONFIG,
                    2);
            try (KafkaProducer<byte[], byte[]> producer =
                    new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
                LiveFanOut benchmark = new LiveFanOut(aggregator, producer);
                benchmark.turns();
                benchmark.steady();
            }
        }
    }

    private void turns() throws Exception {
        List<RecordedFace> faces = faces("meeting", MEETINGS);
        long start = System.currentTimeMillis() - Duration.ofHours(1).toMillis();
        int frame = 0;
        // Warms up
        for (int i = 0; i < 2; i++, frame += FRAMES_A_TURN) {
            turn(faces, start, frame);
        }
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int i = 0; i < PAIRS; i++) {
            without.add(turn(faces, start, frame));
            frame += FRAMES_A_TURN;
            try (Listeners listeners = Listeners.of(live("meeting-0"), LISTENERS)) {
                with.add(turn(faces, start, frame));
                frame += FRAMES_A_TURN;
                System.out.printf("%.1f MB to %d listeners meanwhile%n", listeners.bytes() / 1e6, LISTENERS);
            }
        }
        System.out.printf(
                "scores a second without listeners: %s; with %d: %s; with / without: %.2f%n",
                rounded(without), LISTENERS, rounded(with), mean(with) / mean(without));
    }

    /** Sends so many frames of everybody at once and returns how many were counted in a second. */
    private double turn(List<RecordedFace> faces, long start, int first) throws Exception {
        long before = sent;
        long from = System.nanoTime();
        for (int frame = first; frame < first + FRAMES_A_TURN; frame++) {
            for (int i = 0; i < faces.size(); i++) {
                send("meeting-" + i / PEOPLE, faces.get(i).next(start, frame).toByteArray());
            }
        }
        producer.flush();
        awaitCounted();
        return (sent - before) / ((System.nanoTime() - from) / 1e9);
    }

    private void steady() throws Exception {
        List<RecordedFace> faces = faces("steady", STEADY_MEETINGS);
        long start = System.currentTimeMillis();
        Arrivals arrivals = new Arrivals();
        sendSteadily(faces, start, 0, 2, arrivals);
        awaitCounted();
        try (Listeners listeners = Listeners.of(live("steady-0"), LISTENERS)) {
            listeners.first().hear(arrivals::heard);
            arrivals.begin();
            sendSteadily(faces, start, 2, STEADY_FRAMES, arrivals);
            awaitCounted();
            Thread.sleep(1_000);
        }
        System.out.printf(
                "at %d scores a second, %d listeners of one meeting of %d: from sent to Kafka to one of them %s ms%n",
                STEADY_MEETINGS * PEOPLE * 2, LISTENERS, PEOPLE, arrivals.percentiles());
        System.out.printf(
                "from counted to the listeners' side, by the service's own meter: %s%n",
                aggregator.meter("rapt_live_change_to_listener_seconds{"));
    }

    private void sendSteadily(List<RecordedFace> faces, long start, int from, int to, Arrivals arrivals)
            throws InterruptedException {
        long began = System.nanoTime();
        for (int frame = from; frame < to; frame++) {
            for (int i = 0; i < faces.size(); i++) {
                long due = began + (frame - from) * INTERVAL_NANOS + i * INTERVAL_NANOS / faces.size();
                if (due - System.nanoTime() > 1_000_000) {
                    Thread.sleep((due - System.nanoTime()) / 1_000_000);
                }
                var score = faces.get(i).next(start, frame);
                if (i < PEOPLE) {
                    arrivals.sent(
                            score.getFrame().getParticipantId(),
                            score.getFrame().getCapturedAtMs());
                }
                send("steady-" + i / PEOPLE, score.toByteArray());
            }
        }
    }

    private URI live(String meeting) {
        return aggregator.uri("/v1/meetings/" + meeting + "/live");
    }

    private void awaitCounted() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (counted() < sent) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not all of " + sent + " scores were counted in time");
            }
            Thread.sleep(20);
        }
    }

    private double counted() throws IOException, InterruptedException {
        return aggregator.meter("rapt_frames_counted_total ").stream()
                .mapToDouble(Double::parseDouble)
                .sum();
    }

    private void send(String meeting, byte[] score) {
        producer.send(new ProducerRecord<>(
                Topics.FACE_SCORES,
                Keys.partitionOf(meeting, RunningAggregator.PARTITIONS),
                meeting.getBytes(StandardCharsets.UTF_8),
                score));
        sent++;
    }

    private static List<RecordedFace> faces(String name, int meetings) {
        List<RecordedFace> faces = new ArrayList<>();
        for (int i = 0; i < meetings * PEOPLE; i++) {
            faces.add(new RecordedFace(name + "-" + i / PEOPLE, "participant-" + i % PEOPLE, i));
        }
        return Collections.unmodifiableList(faces);
    }

    private static double mean(List<Double> rates) {
        return rates.stream().mapToDouble(rate -> rate).average().orElseThrow();
    }

    private static List<Long> rounded(List<Double> rates) {
        return rates.stream().map(Math::round).toList();
    }
}
