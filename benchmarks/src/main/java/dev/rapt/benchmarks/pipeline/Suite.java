package dev.rapt.benchmarks.pipeline;

import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.KafkaTopics;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A real broker in this process and the packaged services as processes, all ready. For one thread. */
final class Suite implements AutoCloseable {

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Path directory = Files.createTempDirectory("rapt-bench");
    private final EmbeddedKafka kafka;
    private final List<ServiceProcess> services = new ArrayList<>();

    /** Starts all of it; returns when every service is ready. */
    Suite(Plan plan) throws IOException, InterruptedException {
        kafka = EmbeddedKafka.start(EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka")));
        try {
            KafkaTopics.create(kafka.bootstrapServers(), plan.partitions());
            int classifier = freePort();
            int detector = freePort();
            start(
                    plan,
                    ServiceKind.DETECTOR,
                    detector,
                    "-Drapt.detector.analyze.classifier-url=http://127.0.0.1:" + classifier);
            start(plan, ServiceKind.CLASSIFIER, classifier);
            start(
                    plan,
                    ServiceKind.AGGREGATOR,
                    freePort(),
                    "-Drapt.aggregator.gateway.detector-url=http://127.0.0.1:" + detector,
                    "-Drapt.aggregator.gateway.classifier-url=http://127.0.0.1:" + classifier);
            for (ServiceProcess service : services) {
                service.awaitReady();
            }
        } catch (IOException | InterruptedException | RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private void start(Plan plan, ServiceKind kind, int firstPort, String... more) throws IOException {
        for (int i = 0; i < plan.instances().get(kind); i++) {
            int port = i == 0 ? firstPort : freePort();
            String name = kind.label() + "-" + i;
            List<String> settings = new ArrayList<>(List.of(more));
            settings.add("-Dkafka.bootstrap.servers=" + kafka.bootstrapServers());
            if (kind == ServiceKind.CLASSIFIER) {
                settings.add("-Drapt.classifier.kafka.instance-id=" + name);
            }
            if (kind == ServiceKind.AGGREGATOR) {
                settings.add("-Drapt.aggregator.streams.application-server=127.0.0.1:" + port);
                settings.add("-Drapt.aggregator.streams.instance-id=" + name);
                settings.add("-Drapt.aggregator.streams.state-dir=" + directory.resolve("state-" + i));
            }
            settings.addAll(plan.settings());
            List<String> jvm = plan.jvm().stream()
                    .map(option -> option.replace("NAME", name))
                    .toList();
            services.add(new ServiceProcess(kind, port, jvm, settings, directory.resolve(name + ".log"), http));
        }
    }

    HttpClient http() {
        return http;
    }

    List<ServiceProcess> services() {
        return List.copyOf(services);
    }

    List<ServiceProcess> all(ServiceKind kind) {
        return services.stream().filter(service -> service.kind() == kind).toList();
    }

    ServiceProcess first(ServiceKind kind) {
        return all(kind).get(0);
    }

    /** Processor time so far, by service, all instances together. */
    Map<ServiceKind, Long> cpuMillis() {
        Map<ServiceKind, Long> sums = new EnumMap<>(ServiceKind.class);
        services.forEach(service -> sums.merge(service.kind(), service.use().cpuMillis(), Long::sum));
        return sums;
    }

    /** Bytes that the broker has written for each topic, of one replica; the changelogs together. */
    Map<String, Long> topicBytes() throws IOException {
        Map<String, Long> bytes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory.resolve("kafka"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".log")).toList()) {
                String topic = file.getParent().getFileName().toString().replaceFirst("-\\d+$", "");
                bytes.merge(
                        topic.endsWith("-changelog") ? "changelogs of the stores" : topic, Files.size(file), Long::sum);
            }
        }
        return bytes;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() throws IOException {
        services.forEach(ServiceProcess::close);
        kafka.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
