package dev.rapt.kafka;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A listener that speaks TLS and asks for a user and a password (SASL_SSL with SCRAM-SHA-512), with an authorizer that
 * allows nobody anything but the administrator: what a cluster in production is like.
 */
public final class SecuredListener {

    /** Who may do everything. */
    public static final String ADMIN = "admin";

    private static final String MECHANISM = "SCRAM-SHA-512";
    private static final String NAME = "SASL_SSL";

    private final CertificateAuthority authority;
    private final Map<String, String> passwords;

    /** @param passwords by user; the {@link #ADMIN} must be among them */
    public SecuredListener(CertificateAuthority authority, Map<String, String> passwords) {
        this.authority = authority;
        this.passwords = Map.copyOf(passwords);
    }

    /** The same broker behind this listener, and no other. */
    public EmbeddedKafka.Settings of(EmbeddedKafka.Settings broker) {
        Map<String, String> settings = new HashMap<>();
        String controller = BrokerProperties.CONTROLLER;
        String prefix = "listener.name.sasl_ssl.";
        settings.put("listener.security.protocol.map", NAME + ":SASL_SSL," + controller + ":PLAINTEXT");
        settings.put("inter.broker.listener.name", NAME);
        settings.put("sasl.enabled.mechanisms", MECHANISM);
        settings.put("sasl.mechanism.inter.broker.protocol", MECHANISM);
        settings.put(prefix + MECHANISM.toLowerCase(Locale.ROOT) + ".sasl.jaas.config", login(ADMIN));
        settings.put(prefix + "ssl.keystore.type", "PEM");
        settings.put(
                prefix + "ssl.keystore.location",
                authority.issue("broker").together().toString());
        settings.put(prefix + "ssl.truststore.type", "PEM");
        settings.put(prefix + "ssl.truststore.location", authority.certificate().toString());
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        // The broker is its own controller's client, on a listener of the loopback interface
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        return broker.with(settings).over(NAME).withUsers(passwords);
    }

    /** What a client of this user sets in its environment. */
    public Map<String, String> environment(String user, String bootstrapServers) {
        return Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers,
                "KAFKA_SECURITY_PROTOCOL",
                NAME,
                "KAFKA_SASL_MECHANISM",
                MECHANISM,
                "KAFKA_SASL_JAAS_CONFIG",
                login(user),
                "KAFKA_SSL_TRUSTSTORE_TYPE",
                "PEM",
                "KAFKA_SSL_TRUSTSTORE_LOCATION",
                authority.certificate().toString());
    }

    private String login(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + passwords.get(user) + "\";";
    }

    /** As the broker's directory is formatted with. */
    static Stream<String> scram(Map<String, String> passwords) {
        return passwords.entrySet().stream()
                .map(user -> MECHANISM + "=[name=" + user.getKey() + ",password=" + user.getValue() + "]");
    }
}
