package dev.rapt.kafka.setup;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;

/**
 * The brokers' addresses and what makes the connection to them safe: where every client of Kafka in Rapt begins. The
 * names are Kafka's own behind {@code kafka.}, as in {@code kafka.security.protocol}, or in the environment {@code
 * KAFKA_SECURITY_PROTOCOL}. A secret may stand in a file instead, named by the same name with {@code .file} or {@code
 * _FILE} behind it. Secrets are not in {@link #toString} and, as Kafka's own type for them, not in that of the
 * properties.
 *
 * <p>Immutable. Files of secrets are read once; Kafka's clients wouldn't use what is in them later.
 */
public final class KafkaConnection {

    /** What stands before Kafka's own names. */
    public static final String PREFIX = "kafka.";

    /** Where Kafka is unless it is said. */
    static final String NEARBY = "localhost:9092";

    private final Map<String, Object> properties;

    private KafkaConnection(Map<String, Object> properties) {
        this.properties = Map.copyOf(properties);
    }

    /**
     * The connection that these settings describe; nobody connects yet.
     *
     * @param settings the value of a setting by its name, such as {@code kafka.ssl.truststore.location}
     * @throws KafkaSetupException if they contradict each other, or a file isn't there or isn't what it should be
     */
    public static KafkaConnection of(Function<String, Optional<String>> settings) {
        KafkaConnection connection = new KafkaConnection(SecuritySettings.read(settings));
        if (connection.isSecured()) {
            connection.tryOut();
        }
        return connection;
    }

    /** The same by an environment's variables. */
    public static KafkaConnection ofEnvironment(Map<String, String> environment) {
        return of(name -> Optional.ofNullable(environment.get(variable(name))));
    }

    /** A connection without any security, as to a broker in the same process. */
    public static KafkaConnection plain(String bootstrapServers) {
        return new KafkaConnection(Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers));
    }

    /** The variable that a setting has in an environment. */
    public static String variable(String name) {
        return name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    /** Whether the value of this setting must not be seen, nor changed by whoever passes it on. */
    public static boolean isSecret(String name) {
        return name.startsWith(PREFIX) && SecuritySettings.isSecret(name.substring(PREFIX.length()));
    }

    /** What to give to any client of Kafka, by Kafka's names. */
    public Map<String, Object> properties() {
        return properties;
    }

    /** The brokers' addresses, with commas between. */
    public String bootstrapServers() {
        return properties.get(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG).toString();
    }

    private String protocol() {
        return properties
                .getOrDefault(
                        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL)
                .toString();
    }

    private boolean isSecured() {
        return !protocol().equals(CommonClientConfigs.DEFAULT_SECURITY_PROTOCOL);
    }

    /** Certificates, keys and log-in modules are read when a client is made, whether or not a broker is there. */
    private void tryOut() {
        try (Admin admin = Admin.create(properties)) {
            admin.close(Duration.ZERO);
        } catch (KafkaException e) {
            if (!KafkaTrouble.isUnresolved(e)) {
                throw new KafkaSetupException("What is set for Kafka can't be used: " + KafkaTrouble.innermost(e));
            }
        }
    }

    /** Where and how, without secrets. */
    @Override
    public String toString() {
        String mechanism = Optional.ofNullable(properties.get(SaslConfigs.SASL_MECHANISM))
                .map(name -> ", " + name)
                .orElse("");
        return "Kafka at " + bootstrapServers() + " (" + protocol() + mechanism + ")";
    }
}
