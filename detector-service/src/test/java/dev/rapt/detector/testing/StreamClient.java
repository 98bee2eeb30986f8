package dev.rapt.detector.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A bot's end of a stream. */
public final class StreamClient implements WebSocket.Listener, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    public StreamClient(int port, String meetingId) {
        this(port, meetingId, "stream");
    }

    /** @param stream the last part of the path */
    public StreamClient(int port, String meetingId, String stream) {
        this(URI.create("ws://localhost:" + port + "/v1/meetings/" + meetingId + "/" + stream));
    }

    /** A stream of any format. */
    public StreamClient(URI uri) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(uri, this)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    public void send(byte[] message) {
        socket.sendBinary(ByteBuffer.wrap(message), true)
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    /** Sends one message in several frames. */
    public void sendInParts(byte[] message, int partSize) {
        for (int at = 0; at < message.length; at += partSize) {
            int length = Math.min(partSize, message.length - at);
            socket.sendBinary(ByteBuffer.wrap(message, at, length), at + length == message.length)
                    .orTimeout(30, TimeUnit.SECONDS)
                    .join();
        }
    }

    public void sendText(String text) {
        socket.sendText(text, true).orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** The next message of the server. */
    public JsonNode next() {
        try {
            JsonNode message = messages.poll(30, TimeUnit.SECONDS);
            if (message == null) {
                throw new AssertionError("No message within 30 s");
            }
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The code that the server closed the stream with. */
    public int closeCode() {
        return closed.orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** Whether nothing more has come so far. */
    public boolean isSilent() {
        return messages.isEmpty() && !closed.isDone();
    }

    @Override
    public CompletionStage<?> onText(WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            try {
                messages.add(JSON.readTree(partial.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            partial.setLength(0);
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket webSocket, int statusCode, String reason) {
        closed.complete(statusCode);
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }
}
