package dev.rapt.demo.bot;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WebhooksTest {

    private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);

    private final List<String> received = Collections.synchronizedList(new ArrayList<>());

    @Test
    void signsAsAttendeeDoes() {
        // Computed with openssl dgst -sha256 -hmac
        assertThat(Webhooks.signature(SECRET, "{\"a\":1}")).isEqualTo("/yBnCml12DWm+4j7vqzwvTmYPE+swQBPn5GGBTFXt4Y=");
    }

    @Test
    @Timeout(30)
    void deliversInOrderAndAgainWhatWasNotTaken() throws Exception {
        // Given a detector that refuses the first delivery
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean signed = Webhooks.signature(SECRET, body)
                    .equals(exchange.getRequestHeaders().getFirst("X-Webhook-Signature"));
            received.add(body + (signed ? "" : " unsigned"));
            exchange.sendResponseHeaders(received.size() == 1 ? 503 : 200, -1);
            exchange.close();
        });
        server.start();
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");

        // When
        Webhooks webhooks = new Webhooks(
                HttpClient.newHttpClient(), address, Base64.getEncoder().encodeToString(SECRET));
        webhooks.deliver(new Message.Webhook("{\"n\":1}"));
        webhooks.deliver(new Message.Webhook("{\"n\":2}"));
        webhooks.close();
        server.stop(0);

        // Then
        assertThat(received).containsExactly("{\"n\":1}", "{\"n\":1}", "{\"n\":2}");
        assertThat(webhooks.taken()).isEqualTo(2);
        assertThat(webhooks.lost()).isZero();
    }
}
