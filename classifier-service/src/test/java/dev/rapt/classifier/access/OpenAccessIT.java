package dev.rapt.classifier.access;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** While no token is needed: who may be answered at all. By bytes, since clients don't let a host be made up. */
@QuarkusTest
class OpenAccessIT {

    @TestHTTPResource("/")
    URI root;

    @Test
    void aNameThatPointsHereFromElsewhereIsNotAnswered() throws IOException {
        for (String host :
                new String[] {"evil.example", "evil.example:8081", "localhost.evil.example", "10.0.0.7", ""}) {
            assertThat(ask("POST /v1/expressions", host, ""))
                    .as(host)
                    .startsWith("HTTP/1.1 403")
                    .contains("\"reason\":\"not-loopback\"");
        }
        for (String host : new String[] {"localhost", "LOCALHOST:1234", "127.0.0.1:8081", "[::1]:8081"}) {
            assertThat(ask("POST /v1/expressions", host, "")).as(host).startsWith("HTTP/1.1 415");
        }
        assertThat(ask("GET /q/metrics", "10.0.0.7:8081", "")).startsWith("HTTP/1.1 200");
    }

    @Test
    void anotherSitesPageCantSendAnything() throws IOException {
        String host = "localhost:8081";

        assertThat(ask("POST /v1/expressions", host, "Origin: https://evil.example\r\n"))
                .startsWith("HTTP/1.1 403")
                .contains("\"reason\":\"foreign-origin\"");
        assertThat(ask("POST /v1/expressions", host, "Origin: null\r\n")).startsWith("HTTP/1.1 403");
        assertThat(ask("POST /v1/expressions", host, "Origin: http://localhost:8081\r\n"))
                .startsWith("HTTP/1.1 415");
    }

    @Test
    void saysThatItIsOpen() throws IOException {
        assertThat(ask("GET /v1/access", "localhost", ""))
                .contains("\"open\":\"loopback\"", "\"tokenNeeded\":false", "\"name\":null");
    }

    private String ask(String what, String host, String header) throws IOException {
        try (Socket socket = new Socket("localhost", root.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((what + " HTTP/1.1\r\nHost: " + host + "\r\n" + header
                                    + "Content-Length: 0\r\nConnection: close\r\n\r\n")
                            .getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }
}
