package dev.rapt.aggregator.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rapt.aggregator.person.LinkToken;
import dev.rapt.aggregator.testing.PlainVertx;
import dev.rapt.aggregator.topology.Whereabouts;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ForwardingTest {

    private static final int PARTITION = 2;
    private static final String PATH = "/v1/meetings/standup/participants/ada/timeline";
    private static final Handler<HttpServerRequest> STALE = request -> request.response()
            .putHeader("Content-Type", "application/json")
            .putHeader(Headers.STALE, "true")
            .end("{\"from\":\"copy\"}");

    private final Vertx vertx = PlainVertx.start();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private FakeInstance asked;
    private FakeInstance owner;
    private FakeInstance copy;

    @BeforeEach
    void start() throws Exception {
        asked = new FakeInstance(vertx);
        owner = new FakeInstance(vertx);
        copy = new FakeInstance(vertx);
        copy.believes.copied = Set.of(PARTITION);
        copy.resource = STALE;
        owner.believes.held = Set.of(PARTITION);
        copies();
    }

    private void copies(FakeInstance... copies) {
        Optional<Whereabouts> where = Optional.of(new Whereabouts(
                PARTITION,
                Optional.of(owner.address()),
                List.of(copies).stream().map(FakeInstance::address).toList()));
        asked.believes.where = where;
        owner.believes.where = where;
        copy.believes.where = where;
    }

    @AfterEach
    void stop() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    private HttpResponse<String> get(String path) throws Exception {
        return client.send(HttpRequest.newBuilder(asked.uri(path)).build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> post(String path, byte[] body) throws Exception {
        return client.send(
                HttpRequest.newBuilder(asked.uri(path))
                        .POST(BodyPublishers.ofByteArray(body))
                        .build(),
                BodyHandlers.ofString());
    }

    @Test
    void givesTheOwnersAnswerAsItIs() throws Exception {
        for (int size : new int[] {0, 5_000, 99_000, 3_000_000}) {
            // Given
            String body = "[\"" + "ä\u0000".repeat(size / 3) + "\"]";
            owner.resource = request -> request.response()
                    .setStatusCode(203)
                    .putHeader("Content-Type", "application/json;charset=UTF-8")
                    .putHeader("ETag", "\"7\"")
                    .putHeader(
                            "X-Asked",
                            request.uri() + " " + request.getHeader("Host") + " " + request.getHeader("Authorization")
                                    + " " + request.getHeader(Headers.FORWARDED))
                    .setChunked(size > 10_000)
                    .end(body);

            // When
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(asked.uri(PATH + "?resolution=5s&from=a%20b"))
                            .header("Authorization", "Bearer t")
                            .build(),
                    BodyHandlers.ofString());

            // Then
            assertThat(answer.statusCode()).isEqualTo(203);
            assertThat(answer.headers().firstValue("ETag")).contains("\"7\"");
            assertThat(answer.headers().firstValue("X-Asked"))
                    .contains(PATH + "?resolution=5s&from=a%20b " + asked.address() + " Bearer t " + asked.address());
            assertThat(answer.body()).isEqualTo(body);
        }
        assertThat(asked.answered).hasValue(0);
    }

    @Test
    void sendsWhoHasAPersonalLinkToWhoeverCountsTheirMeeting() throws Exception {
        // Given an address that names no meeting, and a token that does
        LinkToken token = LinkToken.fresh("standup", new SecureRandom());
        owner.resource = request -> request.response().end(request.uri() + " " + request.getHeader("Authorization"));
        asked.resource = request -> request.response().end("own");

        // When
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(asked.uri("/v1/me/export?format=csv"))
                        .header("Authorization", "Bearer " + token.text())
                        .build(),
                BodyHandlers.ofString());

        // Then it goes on in its header, and who has none is answered here
        assertThat(answer.body()).isEqualTo("/v1/me/export?format=csv Bearer " + token.text());
        assertThat(get("/v1/me").body()).isEqualTo("own");
    }

    @Test
    void givesOrdersToTheOwnerOnly() throws Exception {
        // Given
        copies(copy);
        owner.resource = request -> request.bodyHandler(
                body -> request.response().setStatusCode(201).end(request.method() + " " + body.length()));

        // When the owner is there, and when it isn't any more
        HttpResponse<String> there = post("/v1/meetings/standup/markers", new byte[300_000]);
        owner.die();
        HttpResponse<String> gone = post("/v1/meetings/standup/markers", new byte[300_000]);

        // Then
        assertThat(there.statusCode()).isEqualTo(201);
        assertThat(there.body()).isEqualTo("POST 300000");
        assertNotReady(gone);
        assertThat(copy.answered).hasValue(0);
    }

    @Test
    void answersItselfWhatIsItsOwnOrNobodysOrNoMeeting() throws Exception {
        asked.resource = request -> request.response().end("own");

        asked.believes.where = Optional.of(new Whereabouts(PARTITION, Optional.of(asked.address()), List.of()));
        assertThat(get(PATH).body()).isEqualTo("own");
        assertThat(post(PATH, new byte[100_000]).body()).isEqualTo("own");
        asked.believes.where = Optional.empty();
        assertThat(get(PATH).body()).isEqualTo("own");
        assertThat(get("/v1/meetings/a%20b").body()).isEqualTo("own");
        assertThat(get("/v1/meetings").body()).isEqualTo("own");
        assertThat(owner.answered).hasValue(0);
    }

    @Test
    void neverGoesInCircles() throws Exception {
        // Given two instances each of which takes the other for the owner, and for a copy
        asked.believes.where =
                Optional.of(new Whereabouts(PARTITION, Optional.of(owner.address()), List.of(owner.address())));
        owner.believes.where =
                Optional.of(new Whereabouts(PARTITION, Optional.of(asked.address()), List.of(asked.address())));
        owner.resource = request -> new NotReady(Duration.ofSeconds(2)).answer(request.response(), "not mine");

        // When
        HttpResponse<String> answer = get(PATH);

        // Then each was asked once at the most
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(owner.answered.get()).isBetween(1, 2);
        assertThat(asked.answered).hasValue(0);
    }

    @Test
    void letsACopyAnswerWhenTheOwnerIsGone() throws Exception {
        // Given
        copies(copy);
        owner.die();

        // When
        HttpResponse<String> answer = get(PATH);

        // Then
        assertThat(answer.body()).isEqualTo("{\"from\":\"copy\"}");
        assertThat(answer.headers().firstValue(Headers.STALE)).contains("true");
    }

    @Test
    void prefersItsOwnCopy() throws Exception {
        // Given
        copies(copy, asked);
        asked.believes.copied = Set.of(PARTITION);
        asked.resource = request -> request.response().end("here");
        owner.die();

        // When
        HttpResponse<String> answer = get(PATH);

        // Then
        assertThat(answer.body()).isEqualTo("here");
        assertThat(copy.answered).hasValue(0);
    }

    @Test
    void asksForACopyElsewhereWhileItsOwnIsBeingFilled() throws Exception {
        // Given
        copies(asked, copy);
        owner.die();

        // When
        HttpResponse<String> answer = get(PATH);

        // Then
        assertThat(answer.body()).isEqualTo("{\"from\":\"copy\"}");
        assertThat(asked.answered).hasValue(0);
    }

    @Test
    void letsACopyAnswerForAnOwnerThatIsNotReady() throws Exception {
        // Given
        owner.resource = request -> new NotReady(Duration.ofSeconds(7)).answer(request.response(), "restoring");

        // When there is no copy, and when there is one
        HttpResponse<String> without = get(PATH);
        copies(copy);
        HttpResponse<String> with = get(PATH);

        // Then
        assertThat(without.statusCode()).isEqualTo(503);
        assertThat(without.headers().firstValue("Retry-After")).contains("7");
        assertThat(with.body()).isEqualTo("{\"from\":\"copy\"}");
    }

    @Test
    void saysWhenToAskAgainWhenNobodyCanAnswer() throws Exception {
        copies(copy);
        owner.die();
        copy.die();

        assertNotReady(get(PATH));
    }

    @Test
    void asksNoCopyForEvents() throws Exception {
        // Given
        copies(copy);
        owner.die();

        // When
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(asked.uri("/v1/meetings/standup/live"))
                        .header("Accept", "text/event-stream")
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertNotReady(answer);
        assertThat(copy.answered).hasValue(0);
    }

    @Test
    void letsACopyAnswerWhenTheOwnerBreaksOff() throws Exception {
        // Given an owner that dies after half of its answer
        copies(copy);
        owner.resource = request -> request.response()
                .setChunked(true)
                .putHeader("Content-Type", "application/json")
                .write("{\"buckets\":[")
                .onSuccess(sent -> request.connection().close());

        // When
        HttpResponse<String> answer = get(PATH);

        // Then
        assertThat(answer.body()).isEqualTo("{\"from\":\"copy\"}");
    }

    @Test
    void neverMakesHalfAnAnswerLookWhole() {
        // Given an owner that dies in the middle of what is too large to keep
        copies(copy);
        owner.resource = request -> request.response()
                .setChunked(true)
                .putHeader("Content-Type", "application/json")
                .write("x".repeat(1_000_000))
                .onSuccess(sent -> request.connection().close());

        // Then
        assertThatThrownBy(() -> get(PATH)).isInstanceOf(IOException.class);
    }

    @Test
    void leavesASilentInstanceAloneForAWhile() throws Exception {
        // Given an owner that never answers
        asked = new FakeInstance(vertx, FakeInstance.config(FakeInstance.IMPATIENT));
        copies(copy);
        CountDownLatch reached = new CountDownLatch(2);
        owner.resource = request -> reached.countDown();

        // When
        HttpResponse<String> first = get(PATH);
        HttpResponse<String> second = get(PATH);

        // Then the second doesn't even try
        assertThat(first.body()).isEqualTo("{\"from\":\"copy\"}");
        assertThat(second.body()).isEqualTo("{\"from\":\"copy\"}");
        assertThat(reached.getCount()).isEqualTo(1);
    }

    @Test
    void bringsEachEventAtOnceAndLeavesWhenTheListenerDoes() throws Exception {
        // Given an owner that sends an event and then waits
        CountDownLatch left = new CountDownLatch(1);
        owner.resource = request -> {
            request.connection().closeHandler(closed -> left.countDown());
            request.response().exceptionHandler(failure -> left.countDown());
            request.response()
                    .setChunked(true)
                    .putHeader("Content-Type", "text/event-stream")
                    .write("event: hello\nid: " + request.getHeader("Last-Event-ID") + "\n\n");
        };

        // When
        URI uri = asked.uri("/v1/meetings/standup/live");
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            socket.getOutputStream()
                    .write(("GET " + uri.getPath() + " HTTP/1.1\r\nHost: x\r\nAccept: text/event-stream\r\n"
                                    + "Last-Event-ID: 3:1182\r\n\r\n")
                            .getBytes(UTF_8));
            socket.getOutputStream().flush();

            // Then it is here while the answer still goes on
            assertThat(read(socket.getInputStream(), "id: 3:1182\n\n")).contains("text/event-stream");
        }
        assertThat(left.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void joinsWebSockets() throws Exception {
        // Given
        owner.resource = request -> request.toWebSocket().onSuccess(socket -> socket.writeTextMessage("welcome")
                .onSuccess(sent -> socket.textMessageHandler(text -> socket.writeTextMessage(text + "!"))));
        BlockingQueue<String> messages = new LinkedBlockingQueue<>();

        // When
        WebSocket socket = webSocket(messages);
        assertThat(messages.poll(20, TimeUnit.SECONDS)).isEqualTo("welcome");
        socket.sendText("hello", true).get(10, TimeUnit.SECONDS);

        // Then
        assertThat(messages.poll(20, TimeUnit.SECONDS)).isEqualTo("hello!");

        // When the owner is gone
        owner.die();
        assertThatThrownBy(() -> webSocket(messages)).hasStackTraceContaining("503");
    }

    private WebSocket webSocket(BlockingQueue<String> messages) throws Exception {
        return client.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://" + asked.address() + "/v1/meetings/standup/live/socket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
                                messages.add(text.toString());
                                socket.request(1);
                                return null;
                            }
                        })
                .get(20, TimeUnit.SECONDS);
    }

    private static void assertNotReady(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).contains("3");
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"reason\":\"timelines-not-ready\"");
    }

    private static String read(InputStream in, String until) throws IOException {
        StringBuilder read = new StringBuilder();
        byte[] bytes = new byte[1000];
        while (read.indexOf(until) < 0) {
            int length = in.read(bytes);
            assertThat(length).as("after " + read).isPositive();
            read.append(new String(bytes, 0, length, UTF_8));
        }
        return read.toString();
    }
}
