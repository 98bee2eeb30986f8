package dev.rapt.aggregator.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import dev.rapt.access.testing.AccessMatrix;
import dev.rapt.access.testing.Overheard;
import dev.rapt.access.testing.TestTokens;
import dev.rapt.audit.AuditMessages;
import dev.rapt.audit.Deed;
import dev.rapt.audit.log.LogReader;
import dev.rapt.contracts.Topics;
import dev.rapt.kafka.EmbeddedKafka;
import dev.rapt.kafka.EmbeddedKafkaResource;
import dev.rapt.kafka.InjectKafka;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each endpoint of the aggregator, and of the services behind it, asked by everybody; and the dashboard's session. */
@QuarkusTest
@TestProfile(AccessIT.Guarded.class)
@QuarkusTestResource(EmbeddedKafkaResource.class)
class AccessIT {

    private static final List<String> OF_OTHERS = List.of(
            "POST /v1/meetings/{meetingId}/participants/{participantId}/frames",
            "POST /v1/meetings/{meetingId}/frames",
            "POST /v1/meetings/{meetingId}/events",
            "POST /v1/meetings/{meetingId}/bots/attendee/webhooks",
            "POST /v1/analyze",
            "POST /v1/expressions",
            "GET /v1/meetings/{meetingId}/frame.jpg",
            "GET /v1/meetings/{meetingId}/frames.mjpeg",
            "SOCKET /v1/meetings/{meetingId}/stream",
            "SOCKET /v1/meetings/{meetingId}/gallery",
            "SOCKET /v1/meetings/{meetingId}/bots/{bot}",
            "SOCKET /v1/meetings/{meetingId}/live/socket");

    private static final int BEHIND = 299;

    /** What came through to the services behind. */
    private static final List<Came> CAME = new CopyOnWriteArrayList<>();

    @TestHTTPResource("/")
    URI root;

    @InjectKafka
    EmbeddedKafka kafka;

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private record Came(String uri, String authorization, String cookie) {}

    public static final class Guarded implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            Map<String, String> settings = TestTokens.settings();
            String behind = "http://127.0.0.1:" + behind();
            settings.put("rapt.aggregator.gateway.detector-url", behind);
            settings.put("rapt.aggregator.gateway.classifier-url", behind);
            settings.put("quarkus.http.cors.enabled", "true");
            settings.put("quarkus.http.cors.origins", "https://friend.example");
            return settings;
        }

        private static int behind() {
            try {
                HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                server.createContext("/", exchange -> {
                    CAME.add(new Came(
                            exchange.getRequestURI().toString(),
                            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                            String.valueOf(exchange.getRequestHeaders().getFirst("Cookie"))));
                    exchange.sendResponseHeaders(BEHIND, -1);
                    exchange.close();
                });
                server.start();
                return server.getAddress().getPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @BeforeEach
    void awaitReady() throws Exception {
        for (int i = 0; ask("GET", "q/health/ready", "").statusCode() != 200; i++) {
            assertThat(i).as("seconds until it is ready").isLessThan(60);
            Thread.sleep(1_000);
        }
        CAME.clear();
    }

    @Test
    void everybodyIsLetInWhereTheyMayAndNowhereElse() throws Exception {
        try (Overheard said = new Overheard()) {
            AccessMatrix matrix = new AccessMatrix(root);
            List<String> documented = new ArrayList<>(matrix.documented());
            assertThat(documented).hasSizeGreaterThan(30);
            matrix.ask(documented);
            matrix.ask(OF_OTHERS);
            matrix.ask(List.of("GET /q/metrics", "GET /q/openapi", "GET /q/health/live", "GET /v1/access"));

            matrix.assertRight();
            said.assertNoToken();
        }
        // Three may send and two or three may look: nobody else got through to the services behind
        assertThat(CAME).isNotEmpty().allSatisfy(came -> assertThat(came.authorization())
                .isNotEqualTo("null")
                .doesNotContain(TestTokens.WRONG)
                .doesNotContain(TestTokens.EXPIRED));
    }

    @Test
    void theServicesBehindLearnWhoAsksByTheHeaderOnly() throws Exception {
        String bearer = "Bearer " + TestTokens.INGEST;

        ask("POST", "v1/meetings/m/events", "Cookie", "theme=dark; rapt-session=" + TestTokens.INGEST);
        ask("POST", "v1/meetings/m/bots/attendee/webhooks?x=1&token=" + TestTokens.INGEST, "");

        assertThat(CAME)
                .containsExactly(
                        new Came("/v1/meetings/m/events", bearer, "null"),
                        new Came("/v1/meetings/m/bots/attendee/webhooks?x=1", bearer, "null"));
    }

    @Test
    void aPagesSessionIsACookieThatScriptsCantRead() throws Exception {
        // When
        HttpResponse<String> begun = session("{\"token\":\"" + TestTokens.VIEWER + "\"}");

        // Then
        assertThat(begun.statusCode()).isEqualTo(204);
        String cookie = begun.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie)
                .containsIgnoringCase("; HttpOnly")
                .contains("SameSite=Strict", "Path=/")
                .doesNotContain("Max-Age");
        String pair = cookie.substring(0, cookie.indexOf(';'));
        assertThat(ask("GET", "v1/meetings", "Cookie", pair).statusCode()).isNotIn(401, 403);
        assertThat(ask("GET", "v1/access", "Cookie", pair).body())
                .contains("\"tokenNeeded\":true", "\"name\":\"ada\"", "[\"viewer\"]")
                .doesNotContain(TestTokens.VIEWER);
        assertThat(ask("GET", "v1/access", "").body()).contains("\"name\":null", "\"open\":\"never\"");

        // And a token that is none begins nothing
        for (String body :
                new String[] {"{\"token\":\"" + TestTokens.WRONG + "\"}", "{\"token\":3}", "[]", "{}", "\"x"}) {
            HttpResponse<String> refused = session(body);
            assertThat(refused.statusCode()).as(body).isBetween(400, 401);
            assertThat(refused.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(refused.body()).doesNotContain(TestTokens.WRONG);
        }
        HttpResponse<String> left = ask("DELETE", "v1/access/session", "Cookie", pair);
        assertThat(left.headers().firstValue("Set-Cookie").orElseThrow()).contains("rapt-session=;", "Max-Age=0");
    }

    @Test
    void anotherSitesPageGetsNowhereWithAVisitorsCookie() throws Exception {
        String cookie = "rapt-session=" + TestTokens.ADMIN;

        for (String origin : new String[] {"https://evil.example", "null", "http://localhost:1"}) {
            HttpResponse<String> refused = ask("DELETE", "v1/meetings/m/markers/x", "Cookie", cookie, "Origin", origin);
            assertThat(refused.statusCode()).as(origin).isEqualTo(403);
        }
        // Its own page does, and a friend's; and whoever has the token itself
        String own = root.toString().replaceAll("/$", "");
        for (String origin : new String[] {own, "https://friend.example"}) {
            assertThat(ask("DELETE", "v1/meetings/m/markers/x", "Cookie", cookie, "Origin", origin)
                            .statusCode())
                    .as(origin)
                    .isNotIn(401, 403);
        }
    }

    @Test
    void theAuditLogNamesTheTokensOwnerWhateverIsClaimed() throws Exception {
        for (String token : new String[] {TestTokens.VIEWER, TestTokens.jwt("carol@example.org", "viewer")}) {
            ask(
                    "GET",
                    "v1/meetings/who-asked/participants",
                    "Authorization",
                    "Bearer " + token,
                    "Rapt-Actor",
                    "mallory",
                    "Rapt-Purpose",
                    "research");
        }

        List<Deed> deeds = new ArrayList<>();
        try (LogReader reader = new LogReader(Map.of("bootstrap.servers", kafka.bootstrapServers()), Topics.AUDIT)) {
            reader.read(0, (offset, value) -> {
                assertThat(new String(value, ISO_8859_1)).doesNotContain(TestTokens.VIEWER);
                deeds.add(AuditMessages.entry(value).orElseThrow().deed());
            });
        }
        assertThat(deeds)
                .filteredOn(deed -> deed.meetingIds().contains("who-asked"))
                .extracting(Deed::actor, Deed::claimedActor, Deed::claimedPurpose)
                .containsExactly(tuple("ada", "", "research"), tuple("carol@example.org", "", "research"));
    }

    @Test
    void onlyNamedOriginsMayReadAnswers() throws Exception {
        HttpResponse<String> friend = ask("GET", "v1/notices", "Origin", "https://friend.example");
        HttpResponse<String> evil = ask("GET", "v1/notices", "Origin", "https://evil.example");

        assertThat(friend.headers().firstValue("Access-Control-Allow-Origin")).contains("https://friend.example");
        assertThat(evil.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
    }

    @Test
    void whatCanBeReadInTwoWaysIsNotRead() throws Exception {
        for (String path : new String[] {
            "v1/meetings;x=y", "v1/me%2f..%2fmeetings", "v1//meetings", "v1/meetings/a%5cb", "v1/%2e%2e/q/metrics"
        }) {
            assertThat(ask("GET", path, "").statusCode()).as(path).isEqualTo(400);
        }
        assertThat(ask("GET", "v1/anything", "").statusCode()).isEqualTo(401);
        assertThat(ask("GET", "v1/anything", "Authorization", "Bearer " + TestTokens.ADMIN)
                        .statusCode())
                .isEqualTo(404);
        HttpResponse<String> patch = ask("PATCH", "v1/meetings/m", "Authorization", "Bearer " + TestTokens.ADMIN);
        assertThat(patch.statusCode()).isEqualTo(405);
        assertThat(patch.headers().firstValue("Allow").orElse("")).contains("PUT");
    }

    @Test
    void whoAsksTooFastIsToldWhenToAskAgain() throws Exception {
        String slow = "Bearer " + TestTokens.SLOW;
        HttpResponse<String> last = null;
        for (int i = 0; i < 20 && (last == null || last.statusCode() != 429); i++) {
            last = ask("GET", "v1/meetings", "Authorization", slow);
        }

        assertThat(last.statusCode()).isEqualTo(429);
        assertThat(last.body()).contains("rate-limited");
        assertThat(last.headers().firstValue("Retry-After")).contains("1");
        assertThat(ask("GET", "q/metrics", "Authorization", "Bearer " + TestTokens.VIEWER)
                        .body())
                .containsPattern("rapt_access_refused_total\\{[^}]*reason=\"rate-limited\"[^}]*} [1-9]")
                .doesNotContain("slow", TestTokens.SLOW);
    }

    @Test
    void everyAnswerTellsBrowsersWhatNotToDo() throws Exception {
        for (String path : new String[] {"", "v1/meetings", "v1/notices", "me.html"}) {
            HttpResponse<String> answer = ask("GET", path, "Authorization", "Bearer " + TestTokens.VIEWER);
            assertThat(answer.headers().allValues("X-Content-Type-Options"))
                    .as(path)
                    .containsExactly("nosniff");
            assertThat(answer.headers().allValues("Content-Security-Policy"))
                    .as(path)
                    .hasSize(1)
                    .allMatch(policy ->
                            policy.contains("frame-ancestors 'none'") && policy.contains("default-src 'none'"));
            assertThat(answer.headers().allValues("Referrer-Policy")).as(path).containsExactly("no-referrer");
            assertThat(answer.headers().firstValue("Permissions-Policy"))
                    .as(path)
                    .isPresent();
            assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                    .as(path)
                    .isEmpty();
            assertThat(answer.headers().allValues("Cache-Control")).as(path).hasSize(1);
        }
        assertThat(ask("GET", "v1/notices", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .contains("max-age=31536000");
    }

    private HttpResponse<String> session(String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(root.resolve("v1/access/session"))
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpResponse<String> ask(String method, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(root + path)).method(method, BodyPublishers.noBody());
        if (headers.length > 1) {
            request.headers(headers);
        }
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
