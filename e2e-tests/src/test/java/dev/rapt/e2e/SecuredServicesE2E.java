package dev.rapt.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.kafka.CertificateAuthority;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.SecuredListener;
import dev.rapt.kafka.setup.KafkaConnection;
import dev.rapt.kafka.setup.topics.AccessRules;
import dev.rapt.kafka.setup.topics.Principals;
import dev.rapt.kafka.setup.topics.TopicPlan;
import dev.rapt.kafka.setup.topics.TopicSetup;
import dev.rapt.media.SampleMedia;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The three packaged services as in production: a broker behind TLS that asks for passwords and allows each service only
 * what {@link AccessRules} says, and https between callers and services and among the services, without any http.
 */
@Tag("long")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecuredServicesE2E {

    private static final Duration UP = Duration.ofMinutes(3);
    private static final String MEETING = "behind-tls";
    private static final String PARTICIPANT = "cap12_edit";
    private static final Map<String, String> PASSWORDS = Map.of(
            SecuredListener.ADMIN,
            "admin-s3same",
            "tools",
            "tools-s3same",
            "detector",
            "detector-$s3same",
            "classifier",
            "classifier-s3same",
            "aggregator",
            "aggregator-s3same");

    @TempDir
    static Path directory;

    private static SSLContext before;
    private static CertificateAuthority authority;
    private static SecuredListener listener;
    private static EmbeddedKafka kafka;
    private static CertificateAuthority.Issued certificate;
    private static final Map<String, Integer> PORTS = new TreeMap<>();
    private static int unusedPort;
    private static final Map<String, PackagedService> SERVICES = new TreeMap<>();

    @BeforeAll
    static void start() throws Exception {
        authority = CertificateAuthority.in(directory.resolve("ca"));
        certificate = authority.issue("services");
        before = SSLContext.getDefault();
        SSLContext.setDefault(trusting(authority.certificate()));
        listener = new SecuredListener(authority, PASSWORDS);
        kafka = EmbeddedKafka.start(listener.of(EmbeddedKafka.Settings.onFreePort(directory.resolve("kafka"))));
        try (TopicSetup admin = new TopicSetup(as(SecuredListener.ADMIN), UP)) {
            admin.allow(AccessRules.of(new Principals(
                    "detector", "classifier", "aggregator", "tools", "rapt-classifier", "rapt-aggregator")));
        }
        try (TopicSetup tools = new TopicSetup(as("tools"), UP)) {
            tools.create(TopicPlan.small(2));
            assertThat(tools.check(TopicPlan.small(2), false)).isEmpty();
        }
        for (String service : List.of("detector", "classifier", "aggregator")) {
            PORTS.put(service, freePort());
        }
        unusedPort = freePort();
        for (String service : PORTS.keySet()) {
            SERVICES.put(service, PackagedService.start(service + "-service", directory, environment(service)));
        }
        for (String service : PORTS.keySet()) {
            SERVICES.get(service).awaitHealth(new Api(origin(service)), 200, "UP", UP);
        }
    }

    @AfterAll
    static void stop() throws Exception {
        for (PackagedService service : SERVICES.values()) {
            service.close();
        }
        if (kafka != null) {
            kafka.close();
        }
        SSLContext.setDefault(before);
    }

    @Test
    @Order(1)
    void framesBecomeATimelineOverTlsAllTheWay() throws Exception {
        // Given
        Api api = new Api(origin("aggregator"));
        api.declare(MEETING);
        List<Clip.Picture> pictures = Clip.pictures(PARTICIPANT + ".mp4", 5, 2);
        long beginning = System.currentTimeMillis() - 60_000;

        // When they come by a WebSocket through the gateway
        try (FrameSender sender = new FrameSender(origin("aggregator"), MEETING)) {
            for (Clip.Picture picture : pictures) {
                sender.send(PARTICIPANT, beginning + picture.atMillis(), picture.jpeg());
                sender.drain(Duration.ofSeconds(60));
            }
            assertThat(sender.outcomes().values()).containsOnly("published");
        }

        // Then
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (api.counted(MEETING, PARTICIPANT) < pictures.size() && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(100);
        }
        assertThat(api.counted(MEETING, PARTICIPANT)).isEqualTo(pictures.size());
    }

    @Test
    @Order(2)
    void thePageAndThePictureThatIsAnalysedComeByHttpsToo() throws Exception {
        // Given
        Api api = new Api(origin("aggregator"));

        // When
        String page = api.text("/");
        Api.Answer analysed = api.post(
                "/v1/analyze",
                "image/jpeg",
                SampleMedia.photo(SampleMedia.photos().get(0)));

        // Then the detector has asked the classifier, too
        assertThat(page).contains("<title>Rapt");
        assertThat(analysed.status()).isEqualTo(200);
        assertThat(analysed.body().path("faces").get(0).path("expressions")).hasSize(7);
    }

    @Test
    @Order(3)
    void nobodyIsAnsweredInTheClearOrTrustedBlindly() throws Exception {
        // Given
        SSLContext ours = SSLContext.getDefault();

        // When, then
        assertThatThrownBy(() -> new Api(URI.create("http://localhost:" + unusedPort)).get("/v1/meetings"))
                .isInstanceOf(ConnectException.class);
        try {
            SSLContext.setDefault(before);
            assertThatThrownBy(() -> new Api(origin("aggregator")).get("/v1/meetings"))
                    .isInstanceOf(SSLHandshakeException.class);
        } finally {
            SSLContext.setDefault(ours);
        }
    }

    @Test
    @Order(4)
    void aRefusedPasswordAndAnUnknownAuthorityAreNamedInHealth() throws Exception {
        for (Map.Entry<String, String> wrong : Map.of(
                        "KAFKA_SASL_JAAS_CONFIG",
                        listener.environment("classifier", "")
                                .get("KAFKA_SASL_JAAS_CONFIG")
                                .replace("classifier-s3same", "gu3ssed"),
                        "KAFKA_SSL_TRUSTSTORE_LOCATION",
                        CertificateAuthority.in(directory.resolve("other"))
                                .certificate()
                                .toString())
                .entrySet()) {
            String said = wrong.getKey().contains("SASL")
                    ? "Kafka refuses the credentials"
                    : "There is no trusted connection to Kafka";
            for (String service : PORTS.keySet()) {
                // Given
                int port = freePort();
                Map<String, String> environment = new HashMap<>(environment(service));
                environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(port));
                environment.put(
                        "RAPT_AGGREGATOR_STREAMS_STATE_DIR",
                        directory.resolve("none").toString());
                environment.remove("KAFKA_SASL_JAAS_CONFIG_FILE");
                environment.putIfAbsent(
                        "KAFKA_SASL_JAAS_CONFIG",
                        listener.environment(service, "").get("KAFKA_SASL_JAAS_CONFIG"));
                environment.put(wrong.getKey(), wrong.getValue());

                // When
                try (PackagedService refused = PackagedService.start(service + "-service", directory, environment)) {
                    refused.awaitHealth(new Api(URI.create("https://localhost:" + port)), 503, said, UP);
                    TimeUnit.SECONDS.sleep(3);

                    // Then it is said, and not again with each attempt
                    assertThat(refused.printed().lines().filter(line -> line.contains(said)))
                            .as("%s with another %s:\n%s", service, wrong.getKey(), refused.printed())
                            .hasSizeBetween(1, 3);
                    assertThat(refused.printed()).doesNotContain("gu3ssed");
                }
            }
        }
    }

    @Test
    @Order(5)
    void aContradictionEndsTheStart() throws Exception {
        // Given
        Map<String, String> environment = new HashMap<>(environment("classifier"));
        environment.put("KAFKA_SECURITY_PROTOCOL", "PLAINTEXT");
        environment.put("QUARKUS_HTTP_SSL_PORT", Integer.toString(freePort()));

        // When
        try (PackagedService service = PackagedService.start("classifier-service", directory, environment)) {
            // Then
            assertThat(service.awaitEnd(UP)).isNotZero();
            assertThat(service.printed())
                    .contains("is set, but kafka.security.protocol (KAFKA_SECURITY_PROTOCOL) is"
                            + " PLAINTEXT, which doesn't use it");
        }
    }

    @Test
    @Order(6)
    void noSecretIsPrinted() throws Exception {
        for (PackagedService service : SERVICES.values()) {
            assertThat(service.printed()).doesNotContain("s3same");
        }
    }

    private static Map<String, String> environment(String service) throws IOException {
        Map<String, String> environment = new HashMap<>(listener.environment(service, kafka.bootstrapServers()));
        Path jaas = directory.resolve(service + "-jaas");
        Files.writeString(jaas, environment.remove("KAFKA_SASL_JAAS_CONFIG"));
        environment.put("KAFKA_SASL_JAAS_CONFIG_FILE", jaas.toString());
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_SSL_PORT", PORTS.get(service).toString());
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(unusedPort));
        environment.put("QUARKUS_HTTP_INSECURE_REQUESTS", "disabled");
        environment.put(
                "QUARKUS_TLS_KEY_STORE_PEM_RAPT_CERT", certificate.chain().toString());
        environment.put("QUARKUS_TLS_KEY_STORE_PEM_RAPT_KEY", certificate.key().toString());
        environment.put("QUARKUS_TLS_RELOAD_PERIOD", "1h");
        environment.put("RAPT_ACCESS_OPEN", "loopback");
        environment.put("RAPT_TLS_CA", authority.certificate().toString());
        environment.put(
                "RAPT_DETECTOR_ANALYZE_CLASSIFIER_URL", origin("classifier").toString());
        environment.put(
                "RAPT_AGGREGATOR_GATEWAY_DETECTOR_URL", origin("detector").toString());
        environment.put(
                "RAPT_AGGREGATOR_GATEWAY_CLASSIFIER_URL", origin("classifier").toString());
        environment.put("RAPT_AGGREGATOR_CLUSTER_TLS", "true");
        environment.put("RAPT_AGGREGATOR_STREAMS_APPLICATION_SERVER", "localhost:" + PORTS.get("aggregator"));
        environment.put(
                "RAPT_AGGREGATOR_STREAMS_STATE_DIR", directory.resolve("state").toString());
        // Kafka's clients tell what they are set to, secrets hidden: a test that none gets out needs that told
        environment.put("QUARKUS_LOG_CATEGORY__ORG_APACHE_KAFKA_CLIENTS__LEVEL", "INFO");
        return environment;
    }

    private static URI origin(String service) {
        return URI.create("https://localhost:" + PORTS.get(service));
    }

    private static KafkaConnection as(String user) {
        return KafkaConnection.ofEnvironment(listener.environment(user, kafka.bootstrapServers()));
    }

    private static SSLContext trusting(Path pem) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        try (InputStream in = Files.newInputStream(pem)) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
