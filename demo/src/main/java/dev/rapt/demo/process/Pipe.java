package dev.rapt.demo.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The four processes of the demo: broker, detector, classifier, aggregator, each with a heap of its own size. */
public final class Pipe {

    /** Partitions of the topics that carry frames: docs/architecture.md's figure for the demo. */
    private static final int PARTITIONS = 4;

    private static final String QUARKUS_MAIN = "io.quarkus.bootstrap.runner.QuarkusEntryPoint";
    private static final String BROKER_MAIN = "dev.rapt.kafka.EmbeddedKafkaMain";

    private final Home home;
    private final Ports ports;
    private final Map<String, String> secrets;
    private final boolean live;

    /**
     * @param secrets of the detector, as environment variables
     * @param live whether live pictures are on
     */
    public Pipe(Home home, Ports ports, Map<String, String> secrets, boolean live) {
        this.home = home;
        this.ports = ports;
        this.secrets = Map.copyOf(secrets);
        this.live = live;
    }

    /** Kafka's address. */
    public String bootstrapServers() {
        return "127.0.0.1:" + ports.kafka();
    }

    /** What to start, the broker first. */
    public List<ChildSpec> children() {
        return List.of(broker(), detector(), classifier(), aggregator());
    }

    private ChildSpec broker() {
        List<String> command = java("256m", home.demoClassPath());
        command.addAll(List.of(BROKER_MAIN, "" + ports.kafka(), home.broker().toString(), "" + PARTITIONS));
        return new ChildSpec("broker", command, home.log("broker"));
    }

    private ChildSpec detector() {
        return service(
                "detector",
                "160m",
                ports.detector(),
                List.of(
                        "-Drapt.detector.analyze.classifier-url=" + local(ports.classifier()),
                        "-Drapt.detector.live.enabled=" + live),
                secrets);
    }

    private ChildSpec classifier() {
        // A name that it keeps, so that after a crash it goes on at once instead of waiting for its own absence
        return service(
                "classifier",
                "128m",
                ports.classifier(),
                List.of("-Drapt.classifier.kafka.instance-id=demo-classifier"),
                Map.of());
    }

    private ChildSpec aggregator() {
        return service(
                "aggregator",
                "192m",
                ports.aggregator(),
                List.of(
                        "-Drapt.aggregator.gateway.detector-url=" + local(ports.detector()),
                        "-Drapt.aggregator.gateway.classifier-url=" + local(ports.classifier()),
                        "-Drapt.aggregator.streams.application-server=127.0.0.1:" + ports.aggregator(),
                        "-Drapt.aggregator.streams.state-dir=" + home.state()),
                Map.of());
    }

    private ChildSpec service(
            String name, String heap, int port, List<String> settings, Map<String, String> environment) {
        Path runner = home.runner(name + "-service");
        List<String> command = java(heap, home.demoJar() + ":" + runner);
        // The settings are system properties, so they stand before the main class
        List<String> properties = new ArrayList<>(settings);
        properties.add("-Dquarkus.http.host=127.0.0.1");
        properties.add("-Drapt.access.open=loopback");
        properties.add("-Dquarkus.http.port=" + port);
        // The launcher asks several times a second while it starts
        properties.add("-Dquarkus.log.category.\"io.smallrye.health\".level=WARN");
        properties.add("-Dkafka.bootstrap.servers=" + bootstrapServers());
        command.addAll(command.size() - 1, properties);
        command.add(QUARKUS_MAIN);
        return new ChildSpec(name, command, home.log(name), environment);
    }

    /** A small JVM that shares two cores with others; ends with {@link TiedToParent}, to be followed by a main class. */
    private static List<String> java(String heap, String classPath) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                // A third less work to start (measured); the pipe's hot loops are native code
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:-UsePerfData",
                "-cp",
                classPath,
                TiedToParent.class.getName()));
    }

    private static String local(int port) {
        return "http://127.0.0.1:" + port;
    }
}
