package dev.rapt.kafka.setup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.types.Password;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaConnectionTest {

    private static final String SECRET = "pa$${word}\\1";
    private static final String LOGIN = "org.apache.kafka.common.security.scram.ScramLoginModule required"
            + " username=\"detector\" password=\"" + SECRET + "\";";

    @TempDir
    Path directory;

    @Test
    void whatIsntSetIsTheBrokerNearbyInTheClear() {
        // When
        KafkaConnection connection = KafkaConnection.ofEnvironment(Map.of("KAFKA_PORT", "tcp://10.0.0.1:9092"));

        // Then
        assertThat(connection.properties()).containsOnly(Map.entry("bootstrap.servers", "localhost:9092"));
        assertThat(connection).hasToString("Kafka at localhost:9092 (PLAINTEXT)");
    }

    @Test
    void kafkasOwnNamesAreFoundAndSecretsAreNotShown() {
        // When
        KafkaConnection connection = KafkaConnection.ofEnvironment(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "KAFKA_SECURITY_PROTOCOL", "sasl_ssl",
                "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                "KAFKA_SASL_JAAS_CONFIG", LOGIN));

        // Then
        assertThat(connection.properties())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.jaas.config", new Password(LOGIN));
        assertThat(connection).hasToString("Kafka at 127.0.0.1:1 (SASL_SSL, SCRAM-SHA-512)");
        assertThat(connection.properties().toString()).doesNotContain(SECRET).contains("sasl.jaas.config=[hidden]");
    }

    @Test
    void aSecretMayStandInAFile() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("jaas"), LOGIN + "\n");

        // When
        KafkaConnection connection = KafkaConnection.ofEnvironment(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "KAFKA_SECURITY_PROTOCOL", "SASL_PLAINTEXT",
                "KAFKA_SASL_MECHANISM", "SCRAM-SHA-512",
                "KAFKA_SASL_JAAS_CONFIG_FILE", file.toString()));

        // Then
        assertThat(connection.properties()).containsEntry("sasl.jaas.config", new Password(LOGIN));
    }

    @Test
    void hostNamesAreVerifiedAlsoWhenSomebodyLeavesTheAlgorithmEmpty() {
        // When
        KafkaConnection connection = KafkaConnection.ofEnvironment(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                "KAFKA_SECURITY_PROTOCOL", "SSL",
                "KAFKA_SSL_ENDPOINT_IDENTIFICATION_ALGORITHM", ""));

        // Then Kafka's default holds, which is https
        assertThat(connection.properties()).doesNotContainKey("ssl.endpoint.identification.algorithm");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "KAFKA_SECURITY_PROTOCOL=TLS | kafka.security.protocol (KAFKA_SECURITY_PROTOCOL) is TLS and must be one of",
                "KAFKA_SASL_JAAS_CONFIG=x | is set, but kafka.security.protocol (KAFKA_SECURITY_PROTOCOL) is PLAINTEXT",
                "KAFKA_SECURITY_PROTOCOL=SASL_SSL | kafka.sasl.mechanism (KAFKA_SASL_MECHANISM) isn't set",
                "KAFKA_SECURITY_PROTOCOL=SASL_SSL,KAFKA_SASL_MECHANISM=PLAIN | isn't set, nor KAFKA_SASL_JAAS_CONFIG_FILE",
                "KAFKA_SASL_JAAS_CONFIG_FILE=/nowhere/jaas | names a file that can't be read: /nowhere/jaas",
                "KAFKA_SASL_JAAS_CONFIG_FILE=/nowhere/jaas,KAFKA_SASL_JAAS_CONFIG=x | are both set",
                "KAFKA_SECURITY_PROTOCOL=SSL,KAFKA_SSL_TRUSTSTORE_LOCATION=/nowhere/ca.pem | can't be read: /nowhere/ca.pem",
                "KAFKA_SECURITY_PROTOCOL=SASL_SSL,KAFKA_SASL_MECHANISM=PLAIN,KAFKA_SASL_JAAS_CONFIG=x.Y required password=\"sesame\"; | can't be used",
            })
    void whatCannotWorkIsSaidAtOnceAndWithoutSecrets(String set, String said) {
        // Given
        Map<String, String> environment = new HashMap<>();
        for (String pair : set.split(",")) {
            environment.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }

        // When, then
        assertThatThrownBy(() -> KafkaConnection.ofEnvironment(environment))
                .isInstanceOf(KafkaSetupException.class)
                .hasMessageContaining(said)
                .hasMessageNotContaining("sesame")
                .hasNoCause();
    }

    @Test
    void aCertificateThatIsNoneIsSaidAtOnce() throws IOException {
        // Given
        Path file = Files.writeString(directory.resolve("ca.pem"), "not a certificate");

        // When, then
        assertThatThrownBy(() -> KafkaConnection.ofEnvironment(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1",
                        "KAFKA_SECURITY_PROTOCOL", "SSL",
                        "KAFKA_SSL_TRUSTSTORE_TYPE", "PEM",
                        "KAFKA_SSL_TRUSTSTORE_LOCATION", file.toString())))
                .isInstanceOf(KafkaSetupException.class)
                .hasMessageStartingWith("What is set for Kafka can't be used: ");
    }

    @Test
    void aBrokerWhoseNameIsNotKnownYetIsNoMistake() {
        // When
        KafkaConnection connection = KafkaConnection.ofEnvironment(
                Map.of("KAFKA_BOOTSTRAP_SERVERS", "nobody.invalid:9093", "KAFKA_SECURITY_PROTOCOL", "SSL"));

        // Then
        assertThat(connection.bootstrapServers()).isEqualTo("nobody.invalid:9093");
    }
}
