package dev.rapt.kafka.setup.cli;

import dev.rapt.kafka.setup.KafkaConnection;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** Which Kafka a command asks: by its options, and otherwise by the same environment variables as the services. */
public final class ConnectionOptions {

    @Option(
            names = "--bootstrap",
            paramLabel = "HOST:PORT",
            description = "A broker's address, or several with commas between; KAFKA_BOOTSTRAP_SERVERS without it")
    private Optional<String> bootstrap = Optional.empty();

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Further settings of Kafka's clients, such as for TLS, one a line; the environment's KAFKA_…"
                    + " without it")
    private Optional<Path> config = Optional.empty();

    /**
     * The connection they describe.
     *
     * @throws dev.rapt.kafka.setup.KafkaSetupException if it can't be used
     */
    public KafkaConnection connection() {
        Map<String, String> file = file();
        Map<String, String> environment = System.getenv();
        return KafkaConnection.of(name -> {
            Optional<String> given =
                    name.equals(KafkaConnection.PREFIX + "bootstrap.servers") ? bootstrap : Optional.empty();
            return given.or(() -> Optional.ofNullable(file.get(name.substring(KafkaConnection.PREFIX.length()))))
                    .or(() -> Optional.ofNullable(environment.get(KafkaConnection.variable(name))));
        });
    }

    /** The connection's settings and all others of the file. */
    public Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>(file());
        properties.putAll(connection().properties());
        return properties;
    }

    private Map<String, String> file() {
        Map<String, String> settings = new HashMap<>();
        config.ifPresent(path -> {
            try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
                Properties properties = new Properties();
                properties.load(reader);
                properties.forEach((name, value) -> settings.put(name.toString(), value.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException("The settings can't be read: " + path, e);
            }
        });
        return settings;
    }
}
