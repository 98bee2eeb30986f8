package dev.rapt.kafka;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker (KRaft, broker and controller in one) inside this JVM. Its directory outlives it: a broker started
 * on the directory of an earlier one, even one killed with -9, has that one's records.
 *
 * <p>{@link #start()} and {@link #stop()} may alternate, on the same port, to play an outage. Methods may be called by any
 * thread, one after the other.
 */
public final class EmbeddedKafka implements AutoCloseable {

    /**
     * Where the broker listens and what it writes to.
     *
     * @param host the address to listen on
     * @param port the port for clients
     * @param directory the log directory, created when missing
     * @param more settings of the broker that come before the usual ones, by Kafka's names
     * @param listener the name of the listener for clients
     * @param users passwords by user, for a listener that asks for them
     */
    public record Settings(
            String host,
            int port,
            Path directory,
            Map<String, String> more,
            String listener,
            Map<String, String> users) {
        public Settings {
            more = Map.copyOf(more);
            users = Map.copyOf(users);
            Objects.requireNonNull(host);
            if (port < 1 || port > 65_535) {
                throw new IllegalArgumentException("A port is 1 to 65535, not " + port);
            }
            directory = directory.toAbsolutePath();
        }

        /** On this machine only. */
        public static Settings local(int port, Path directory) {
            return new Settings("127.0.0.1", port, directory, Map.of(), "PLAINTEXT", Map.of());
        }

        /** On this machine only, on a port that is free now. */
        public static Settings onFreePort(Path directory) {
            return local(FreePorts.next("127.0.0.1"), directory);
        }

        /** The same, with these settings of the broker before the usual ones. */
        public Settings with(Map<String, String> settings) {
            return new Settings(host, port, directory, settings, listener, users);
        }

        Settings over(String name) {
            return new Settings(host, port, directory, more, name, users);
        }

        Settings withUsers(Map<String, String> passwords) {
            return new Settings(host, port, directory, more, listener, passwords);
        }
    }

    private final Settings settings;
    private KafkaRaftServer server;

    private EmbeddedKafka(Settings settings) {
        this.settings = settings;
    }

    /** A broker that has started and answers clients; topics are made by {@link KafkaTopics}. */
    public static EmbeddedKafka start(Settings settings) {
        EmbeddedKafka kafka = new EmbeddedKafka(settings);
        kafka.start();
        return kafka;
    }

    /** Starts again after {@link #stop()}, on the same port and directory; does nothing while running. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        int controllerPort = FreePorts.next(settings.host());
        Properties properties = BrokerProperties.of(settings, controllerPort);
        properties.putAll(settings.more());
        KafkaConfig config = KafkaConfig.fromProps(properties);
        formatOnce();
        KafkaRaftServer starting = new KafkaRaftServer(config, Time.SYSTEM);
        starting.startup();
        server = starting;
    }

    private void formatOnce() {
        // Written last when formatting, so its presence says that the directory is whole
        if (Files.exists(settings.directory().resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(settings.directory());
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setNodeId(BrokerProperties.NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER)
                    .setMetadataLogDirectory(settings.directory().toString())
                    .addDirectory(settings.directory().toString())
                    .setScramArguments(SecuredListener.scram(settings.users()).toList())
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException("The broker's directory can't be written: " + settings.directory(), e);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "The broker's directory can't be formatted: " + settings.directory() + ": " + e.getMessage(), e);
        }
    }

    /** Stops and keeps the records; does nothing when stopped. */
    public synchronized void stop() {
        if (server != null) {
            server.shutdown();
            server.awaitShutdown();
            server = null;
        }
    }

    /** Waits until the broker has stopped for another reason than {@link #stop()}. */
    void awaitShutdown() {
        server.awaitShutdown();
    }

    /** The address for {@code bootstrap.servers}. */
    public String bootstrapServers() {
        return settings.host() + ":" + settings.port();
    }

    @Override
    public void close() {
        stop();
    }
}
