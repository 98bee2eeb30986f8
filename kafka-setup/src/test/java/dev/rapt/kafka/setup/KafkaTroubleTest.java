package dev.rapt.kafka.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ExecutionException;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class KafkaTroubleTest {

    @Test
    void aRefusalIsToldFromAnAbsence() {
        // Given
        Exception away = new ExecutionException(new TimeoutException("Timed out waiting for a node assignment"));
        Exception refused = new ExecutionException(new SaslAuthenticationException("Authentication failed"));
        Exception untrusted = new SslAuthenticationException(
                "SSL handshake failed", new SSLHandshakeException("PKIX path building failed"));
        Exception forbidden = new TopicAuthorizationException("Not authorized to access topics: [face-crops]");

        // When, then
        assertThat(KafkaTrouble.refusal(away)).isEmpty();
        assertThat(KafkaTrouble.of(away)).isEqualTo("Kafka can't be reached: TimeoutException.");
        assertThat(KafkaTrouble.of(refused)).isEqualTo("Kafka refuses the credentials: Authentication failed.");
        assertThat(KafkaTrouble.of(untrusted))
                .isEqualTo("There is no trusted connection to Kafka: PKIX path building failed.");
        assertThat(KafkaTrouble.of(forbidden))
                .isEqualTo("Kafka doesn't allow it: Not authorized to access topics: [face-crops].");
    }
}
