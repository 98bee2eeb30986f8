package dev.rapt.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The broker as a process of its own, killed with -9. */
@Tag("long")
class KilledBrokerIT {

    @TempDir
    Path directory;

    @Test
    @Timeout(80)
    void acknowledgedRecordsOutliveKillMinusNine() throws Exception {
        // Given
        int port = FreePorts.next("127.0.0.1");
        String bootstrap = "127.0.0.1:" + port;
        Process first = broker(port);
        try {
            awaitReady(first);
            send(bootstrap, 50);
        } finally {
            first.destroyForcibly().waitFor();
        }

        // When
        Process second = broker(port);
        try {
            awaitReady(second);
            send(bootstrap, 50);

            // Then
            TopicPartition partition = new TopicPartition("face-crops", 0);
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
                assertThat(admin.listOffsets(Map.of(partition, OffsetSpec.latest()))
                                .partitionResult(partition)
                                .get()
                                .offset())
                        .isEqualTo(100);
            }
        } finally {
            second.destroy();
            assertThat(second.waitFor(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    private Process broker(int port) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddedKafkaMain.class.getName(),
                        "" + port,
                        directory.resolve("log").toString(),
                        "4"))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static void awaitReady(Process broker) throws IOException {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(broker.getInputStream(), StandardCharsets.UTF_8));
        String line = said.readLine();
        while (line != null && !line.startsWith("ready ")) {
            line = said.readLine();
        }
        assertThat(line).as("the line that says ready").isNotNull();
    }

    private static void send(String bootstrap, int count) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(new ProducerRecord<>("face-crops", 0, "m/p", "v")).get(20, TimeUnit.SECONDS);
            }
        }
    }
}
