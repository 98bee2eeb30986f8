package dev.rapt.e2e;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.startupcheck.OneShotStartupCheckStrategy;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/**
 * The services' own images beside a broker, locked up as docker-compose.yml does it: no capability, a root that can't be
 * written to, a bound on their memory.
 */
final class RunningContainers implements AutoCloseable {

    private static final Duration UP = Duration.ofMinutes(4);
    private static final long MEGABYTE = 1 << 20;

    private final Network network = Network.newNetwork();
    private final GenericContainer<?> kafka = kafka();
    private final GenericContainer<?> detector =
            service("detector", 8080, 384).withEnv("RAPT_DETECTOR_ANALYZE_CLASSIFIER_URL", "http://classifier:8081");
    private final GenericContainer<?> classifier =
            service("classifier", 8081, 320).withEnv("RAPT_CLASSIFIER_KAFKA_INSTANCE_ID", "e2e-classifier");
    private final GenericContainer<?> aggregator = service("aggregator", 8082, 448)
            .withTmpFs(Map.of("/tmp", "rw", "/var/lib/rapt", "rw,uid=10001,gid=10001"))
            .withEnv("RAPT_AGGREGATOR_STREAMS_STATE_DIR", "/var/lib/rapt/state")
            .withEnv("RAPT_AGGREGATOR_STREAMS_INSTANCE_ID", "e2e-aggregator")
            .withEnv("RAPT_AGGREGATOR_STREAMS_APPLICATION_SERVER", "aggregator:8082")
            .withEnv("RAPT_AGGREGATOR_GATEWAY_DETECTOR_URL", "http://detector:8080")
            .withEnv("RAPT_AGGREGATOR_GATEWAY_CLASSIFIER_URL", "http://classifier:8081");

    private RunningContainers() {}

    /** Starts a broker, its topics and the services; returns when all of them are ready. */
    static RunningContainers start() {
        RunningContainers containers = new RunningContainers();
        try {
            containers.kafka.start();
            containers.topics();
            containers.services().parallelStream().forEach(GenericContainer::start);
            return containers;
        } catch (RuntimeException e) {
            containers.close();
            throw e;
        }
    }

    /** The one public origin. */
    URI origin() {
        return address(aggregator, 8082);
    }

    /** The detector's own port. */
    URI detector() {
        return address(detector, 8080);
    }

    /** Stops the detector as {@code docker stop} does, and returns how long that took and with which status it ended. */
    Stopped stopDetector() {
        return stop(detector);
    }

    /** How a container ended. */
    record Stopped(long status, Duration took, String log) {}

    private static Stopped stop(GenericContainer<?> container) {
        long began = System.nanoTime();
        String id = container.getContainerId();
        container.getDockerClient().stopContainerCmd(id).withTimeout(30).exec();
        Duration took = Duration.ofNanos(System.nanoTime() - began);
        Long status = container
                .getDockerClient()
                .inspectContainerCmd(id)
                .exec()
                .getState()
                .getExitCodeLong();
        return new Stopped(status, took, container.getLogs());
    }

    private List<GenericContainer<?>> services() {
        return List.of(detector, classifier, aggregator);
    }

    private void topics() {
        try (GenericContainer<?> topics = image("tools")
                .withCommand("topics", "create", "--partitions", "4", "--replication", "1")
                .withStartupCheckStrategy(new OneShotStartupCheckStrategy().withTimeout(UP))) {
            topics.start();
        }
    }

    private GenericContainer<?> kafka() {
        return new GenericContainer<>(DockerImageName.parse(Images.of("kafka")))
                .withNetwork(network)
                .withNetworkAliases("kafka")
                .withEnv(Map.ofEntries(
                        Map.entry("CLUSTER_ID", "cmFwdC1lMmUtY29udGFpbg"),
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:9093"),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_LISTENERS", "CLIENTS://:9092,CONTROLLER://localhost:9093"),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "CLIENTS://kafka:9092"),
                        Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                        Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "CLIENTS"),
                        Map.entry("KAFKA_LOG_DIRS", "/var/lib/kafka/data"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_NUM_PARTITIONS", "4"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_NUM_PARTITIONS", "4"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                        Map.entry("KAFKA_HEAP_OPTS", "-Xms256m -Xmx256m")))
                .withExposedPorts(9092)
                .waitingFor(Wait.forListeningPort().withStartupTimeout(UP));
    }

    private GenericContainer<?> service(String name, int port, long megabytes) {
        GenericContainer<?> service = image(name)
                .withNetworkAliases(name)
                .withExposedPorts(port)
                .withEnv("RAPT_ACCESS_OPEN", "published-on-loopback")
                .withEnv("RAPT_ACCESS_OPEN_HOSTS", "localhost,127.0.0.1,[::1],detector,classifier,aggregator")
                .waitingFor(Wait.forHttp("/q/health/ready").forPort(port).withStartupTimeout(UP));
        service.withCreateContainerCmdModifier(
                command -> command.getHostConfig().withMemory(megabytes * MEGABYTE));
        return service;
    }

    private GenericContainer<?> image(String name) {
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(Images.of(name)))
                .withNetwork(network)
                .withTmpFs(Map.of("/tmp", "rw"))
                .withEnv("KAFKA_BOOTSTRAP_SERVERS", "kafka:9092");
        container.withCreateContainerCmdModifier(command -> command.getHostConfig()
                .withReadonlyRootfs(true)
                .withCapDrop(com.github.dockerjava.api.model.Capability.ALL)
                .withSecurityOpts(new ArrayList<>(List.of("no-new-privileges"))));
        return container;
    }

    private static URI address(GenericContainer<?> container, int port) {
        return URI.create("http://" + container.getHost() + ":" + container.getMappedPort(port));
    }

    @Override
    public void close() {
        services().forEach(GenericContainer::stop);
        kafka.stop();
        network.close();
    }
}
