package dev.rapt.kafka.setup;

import static org.apache.kafka.clients.CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.CLIENT_DNS_LOOKUP_CONFIG;
import static org.apache.kafka.clients.CommonClientConfigs.SECURITY_PROTOCOL_CONFIG;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SecurityConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** Which settings there are, by Kafka's own lists of them, and what must go together. */
final class SecuritySettings {

    private static final ConfigDef KNOWN =
            new ConfigDef().withClientSslSupport().withClientSaslSupport();

    private static final List<String> OTHERS =
            List.of(CLIENT_DNS_LOOKUP_CONFIG, SECURITY_PROTOCOL_CONFIG, SecurityConfig.SECURITY_PROVIDERS_CONFIG);

    private static final List<String> FILES =
            List.of(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG);

    private static final String PREFIX = KafkaConnection.PREFIX;
    private static final String FILE = ".file";

    private SecuritySettings() {}

    static boolean isSecret(String name) {
        ConfigDef.ConfigKey key = KNOWN.configKeys().get(name);
        return key != null && key.type == ConfigDef.Type.PASSWORD;
    }

    static Map<String, Object> read(Function<String, Optional<String>> settings) {
        Map<String, Object> found = new TreeMap<>();
        Function<String, Optional<String>> given =
                name -> settings.apply(name).map(String::strip).filter(value -> !value.isEmpty());
        found.put(
                BOOTSTRAP_SERVERS_CONFIG,
                given.apply(PREFIX + BOOTSTRAP_SERVERS_CONFIG).orElse(KafkaConnection.NEARBY));
        OTHERS.forEach(name -> given.apply(PREFIX + name).ifPresent(value -> found.put(name, value)));
        for (String name : KNOWN.names()) {
            Optional<String> value = given.apply(PREFIX + name);
            if (isSecret(name)) {
                secret(name, value, given.apply(PREFIX + name + FILE))
                        .ifPresent(secret -> found.put(name, new Password(secret)));
            } else {
                value.ifPresent(set -> found.put(name, set));
            }
        }
        return checked(found);
    }

    private static Optional<String> secret(String name, Optional<String> value, Optional<String> file) {
        if (value.isPresent() && file.isPresent()) {
            throw new KafkaSetupException(name(name) + " and " + name(name + FILE) + " are both set: choose one");
        }
        return value.or(() -> file.map(path -> content(name + FILE, path)));
    }

    private static String content(String name, String path) {
        try {
            String content =
                    Files.readString(Path.of(path), StandardCharsets.UTF_8).strip();
            if (content.isEmpty()) {
                throw new KafkaSetupException(name(name) + " names a file that is empty: " + path);
            }
            return content;
        } catch (IOException | InvalidPathException e) {
            throw new KafkaSetupException(name(name) + " names a file that can't be read: " + path);
        }
    }

    private static Map<String, Object> checked(Map<String, Object> found) {
        SecurityProtocol protocol = protocol(found);
        boolean ssl = protocol == SecurityProtocol.SSL || protocol == SecurityProtocol.SASL_SSL;
        boolean sasl = protocol == SecurityProtocol.SASL_PLAINTEXT || protocol == SecurityProtocol.SASL_SSL;
        for (String name : found.keySet()) {
            // Nobody who sets a password or a certificate wants to speak in the clear
            if (name.startsWith("ssl.") && !ssl || name.startsWith("sasl.") && !sasl) {
                throw new KafkaSetupException(name(name) + " is set, but " + name(SECURITY_PROTOCOL_CONFIG) + " is "
                        + protocol + ", which doesn't use it");
            }
        }
        if (sasl && !found.containsKey(SaslConfigs.SASL_MECHANISM)) {
            throw new KafkaSetupException(
                    name(SaslConfigs.SASL_MECHANISM) + " isn't set: say PLAIN, SCRAM-SHA-512 or another");
        }
        if (sasl
                && !found.containsKey(SaslConfigs.SASL_JAAS_CONFIG)
                && System.getProperty("java.security.auth.login.config") == null) {
            throw new KafkaSetupException(name(SaslConfigs.SASL_JAAS_CONFIG) + " isn't set, nor "
                    + KafkaConnection.variable(PREFIX + SaslConfigs.SASL_JAAS_CONFIG + FILE)
                    + ": one of them says who logs in");
        }
        for (String name : FILES) {
            Object path = found.get(name);
            if (path != null && !Files.isReadable(Path.of(path.toString()))) {
                throw new KafkaSetupException(name(name) + " names a file that can't be read: " + path);
            }
        }
        return found;
    }

    private static SecurityProtocol protocol(Map<String, Object> found) {
        Object name = found.getOrDefault(SECURITY_PROTOCOL_CONFIG, SecurityProtocol.PLAINTEXT.name());
        try {
            SecurityProtocol protocol = SecurityProtocol.forName(name.toString().toUpperCase(Locale.ROOT));
            found.computeIfPresent(SECURITY_PROTOCOL_CONFIG, (key, value) -> protocol.name());
            return protocol;
        } catch (IllegalArgumentException e) {
            throw new KafkaSetupException(
                    name(SECURITY_PROTOCOL_CONFIG) + " is " + name + " and must be one of " + SecurityProtocol.names());
        }
    }

    /** As an operator knows it. */
    private static String name(String kafkas) {
        return PREFIX + kafkas + " (" + KafkaConnection.variable(PREFIX + kafkas) + ")";
    }
}
