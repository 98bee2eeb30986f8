package dev.rapt.access.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;

/** Asks a running service for each of its endpoints as everybody, and shows who was let in. */
public final class AccessMatrix {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI base;
    private final Map<String, String> callers = new LinkedHashMap<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    public AccessMatrix(URI base) {
        this.base = base;
        callers.put("none", "");
        callers.put("wrong", TestTokens.WRONG);
        callers.put("expired", TestTokens.EXPIRED);
        callers.put("ingest", TestTokens.INGEST);
        callers.put("viewer", TestTokens.VIEWER);
        callers.put("jwt", TestTokens.jwt("jwt-viewer", "viewer"));
        callers.put("admin", TestTokens.ADMIN);
        shown.add(String.format("%-60s %s", "", String.join("  ", callers.keySet())));
    }

    /** The endpoints that the service's OpenAPI document names, as method and path. */
    public List<String> documented() throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(
                request("GET", "/q/openapi?format=json", TestTokens.ADMIN).build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        List<String> endpoints = new ArrayList<>();
        JSON.readTree(answer.body()).path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(method -> {
                    if (METHODS.contains(method)) {
                        endpoints.add(method.toUpperCase() + ' ' + path.getKey());
                    }
                }));
        return endpoints;
    }

    /** Asks for these as everybody. */
    public void ask(List<String> endpoints) throws IOException, InterruptedException {
        for (String endpoint : endpoints) {
            String method = endpoint.split(" ")[0];
            String path = endpoint.split(" ")[1];
            String roles = ExpectedRoles.of(method, path);
            StringBuilder row = new StringBuilder(String.format("%-60s", endpoint));
            String sample = path.replace("{bot}", "recall").replaceAll("\\{[^}]*}", "matrix");
            for (Map.Entry<String, String> caller : callers.entrySet()) {
                Answer answer = method.equals("SOCKET")
                        ? open(sample, caller.getValue())
                        : send(method, sample, caller.getValue());
                String finding = answer.status + (answer.reason.isEmpty() ? "" : " " + answer.reason);
                row.append("  ").append(caller.getKey()).append(' ').append(answer.status);
                if (!isRight(caller.getKey(), roles, answer)) {
                    wrong.add(endpoint + " as " + caller.getKey() + " (" + roles + "): " + finding);
                }
            }
            shown.add(row.toString());
        }
    }

    /** Checks that everybody was answered as they should have been. */
    public void assertRight() {
        System.out.println(String.join("\n", shown));
        assertThat(wrong).as("Answers that nobody should have got").isEmpty();
        assertThat(shown).hasSizeGreaterThan(1);
    }

    private record Answer(int status, String reason) {}

    private static boolean isRight(String caller, String roles, Answer answer) {
        boolean refused = answer.reason.equals("role-missing")
                || answer.status == 401 && Set.of("none", "wrong", "expired").contains(caller);
        if (roles.equals("*")) {
            // A personal link's own token is judged by the resource
            return !answer.reason.equals("role-missing");
        }
        return switch (caller) {
            case "none" -> answer.status == 401 && is(answer, "token-missing");
            case "wrong" -> answer.status == 401 && is(answer, "token-unknown");
            case "expired" -> answer.status == 401 && is(answer, "token-expired");
            default ->
                ExpectedRoles.isLetIn(roles).apply(caller)
                        ? !refused && answer.status != 401
                        : answer.status == 403 && is(answer, "role-missing");
        };
    }

    /** Of a WebSocket that is refused there is a status only. */
    private static boolean is(Answer answer, String reason) {
        return answer.reason.equals(reason) || answer.reason.equals("?");
    }

    private Answer send(String method, String path, String token) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request(method, path, token).build(), BodyHandlers.ofString());
        for (String secret : callers.values()) {
            if (!secret.isEmpty()) {
                assertThat(answer.body()).doesNotContain(secret);
            }
        }
        boolean problem = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("application/problem+json"))
                .isPresent();
        String reason = "";
        if (problem) {
            JsonNode body = JSON.readTree(answer.body());
            assertThat(body.path("status").asInt()).isEqualTo(answer.statusCode());
            reason = body.path("reason").asText();
        }
        if (answer.statusCode() == 401 && !path.startsWith("/v1/me")) {
            assertThat(answer.headers().firstValue("WWW-Authenticate").orElse(""))
                    .startsWith("Bearer");
        }
        return new Answer(answer.statusCode(), reason);
    }

    private HttpRequest.Builder request(String method, String path, String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(base.resolve(path)).timeout(PATIENCE).method(method, BodyPublishers.noBody());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return request;
    }

    private Answer open(String path, String token) {
        WebSocket.Builder builder = http.newWebSocketBuilder().connectTimeout(PATIENCE);
        if (!token.isEmpty()) {
            builder.header("Authorization", "Bearer " + token);
        }
        try {
            WebSocket socket = builder.buildAsync(
                            URI.create("ws" + base.resolve(path).toString().substring("http".length())),
                            new WebSocket.Listener() {})
                    .join();
            socket.abort();
            return new Answer(101, "");
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return new Answer(refused.getResponse().statusCode(), "?");
            }
            throw e;
        }
    }
}
