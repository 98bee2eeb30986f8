package dev.rapt.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * A bot in miniature: streams frames of many participants over one WebSocket, keeps each until it is acknowledged, and
 * after a lost connection sends the unacknowledged ones again, unchanged. Written from the protocol's description, and
 * shares no code with the demo's replay.
 */
final class FrameSender implements AutoCloseable {

    /** The identity of a frame within the meeting. */
    record Id(String participant, long capturedAt) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration STALLED = Duration.ofSeconds(8);
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration SETBACK = Duration.ofMillis(300);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI stream;
    private final Map<Id, byte[]> unacknowledged = new LinkedHashMap<>();
    private final Map<Id, String> outcomes = new ConcurrentHashMap<>();
    private final Set<Id> failed = ConcurrentHashMap.newKeySet();
    private volatile WebSocket socket;
    private volatile boolean closed;

    FrameSender(URI origin, String meeting) {
        String scheme = origin.getScheme().equals("https") ? "wss" : "ws";
        this.stream = URI.create(scheme + "://" + origin.getAuthority() + "/v1/meetings/" + meeting + "/stream");
    }

    /** Sends a frame; waits for a connection if there is none, and gives up after three minutes. */
    void send(String participant, long capturedAt, byte[] picture) throws InterruptedException {
        Id id = new Id(participant, capturedAt);
        byte[] message = message(participant, capturedAt, picture);
        // First, or a fresh connection would send it as one that is owed, and then once more
        connected();
        synchronized (unacknowledged) {
            unacknowledged.put(id, message);
        }
        transmit(message);
    }

    /** What became of each frame by its last acknowledgement. */
    Map<Id, String> outcomes() {
        return Map.copyOf(outcomes);
    }

    /** Waits until every frame that was sent is acknowledged; frames of a lost connection are sent again. */
    void drain(Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long lastProgress = System.nanoTime();
        int before = pending();
        while (pending() > 0) {
            long now = System.nanoTime();
            if (now > deadline) {
                throw new AssertionError(pending() + " frames were never acknowledged");
            }
            if (pending() < before) {
                before = pending();
                lastProgress = now;
            } else if (now - lastProgress > STALLED.toNanos()) {
                // A connection that died unnoticed: the next one sends again what it still owes
                abandon();
                lastProgress = now;
            }
            connected();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private int pending() {
        synchronized (unacknowledged) {
            return unacknowledged.size();
        }
    }

    private void transmit(byte[] message) throws InterruptedException {
        try {
            connected().sendBinary(ByteBuffer.wrap(message), true).get(20, TimeUnit.SECONDS);
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
            // The next connection sends it again, as it is still unacknowledged
            abandon();
        }
    }

    private synchronized WebSocket connected() throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (socket == null) {
            try {
                WebSocket fresh = http.newWebSocketBuilder()
                        .connectTimeout(Duration.ofSeconds(5))
                        .buildAsync(stream, new Acknowledgements())
                        .get(10, TimeUnit.SECONDS);
                resend(fresh);
                socket = fresh;
            } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
                if (System.nanoTime() > deadline) {
                    throw new AssertionError("No connection to " + stream + " within " + PATIENCE, e);
                }
                TimeUnit.NANOSECONDS.sleep(SETBACK.toNanos());
            }
        }
        return socket;
    }

    private void resend(WebSocket fresh)
            throws InterruptedException, java.util.concurrent.ExecutionException,
                    java.util.concurrent.TimeoutException {
        Map<Id, byte[]> again;
        synchronized (unacknowledged) {
            again = new LinkedHashMap<>(unacknowledged);
        }
        for (Map.Entry<Id, byte[]> frame : again.entrySet()) {
            // One frame at a time, so that the newest of a participant doesn't replace the ones before it
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (!settled(fresh, frame.getKey(), frame.getValue()) && System.nanoTime() < deadline) {
                TimeUnit.NANOSECONDS.sleep(SETBACK.toNanos());
            }
        }
    }

    /** Sends a frame and waits for its acknowledgement; false when it failed and may be sent again. */
    private boolean settled(WebSocket fresh, Id id, byte[] message)
            throws InterruptedException, java.util.concurrent.ExecutionException,
                    java.util.concurrent.TimeoutException {
        failed.remove(id);
        fresh.sendBinary(ByteBuffer.wrap(message), true).get(20, TimeUnit.SECONDS);
        long deadline = System.nanoTime() + STALLED.toNanos();
        while (isPending(id) && !failed.contains(id) && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return !failed.contains(id);
    }

    private boolean isPending(Id id) {
        synchronized (unacknowledged) {
            return unacknowledged.containsKey(id);
        }
    }

    private void abandon() {
        WebSocket lost = socket;
        socket = null;
        if (lost != null) {
            lost.abort();
        }
    }

    private static byte[] message(String participant, long capturedAt, byte[] picture) {
        byte[] id = participant.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(21 + id.length + picture.length)
                .put((byte) 'R')
                .put((byte) 'F')
                .put((byte) 1)
                .put((byte) 0)
                .putLong(capturedAt)
                .putLong(0)
                .put((byte) id.length)
                .put(id)
                .put(picture)
                .array();
    }

    @Override
    public void close() {
        closed = true;
        abandon();
    }

    private final class Acknowledgements implements WebSocket.Listener {

        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                take(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        private void take(String message) {
            try {
                JsonNode ack = JSON.readTree(message);
                if (!ack.path("type").asText().equals("ack")) {
                    return;
                }
                String status = ack.path("status").asText();
                Id id = new Id(
                        ack.path("participantId").asText(),
                        ack.path("capturedAt").asLong());
                if (status.equals("failed")) {
                    // Safe to send again unchanged: it stays unacknowledged until a connection sends it again
                    failed.add(id);
                    abandon();
                    return;
                }
                outcomes.put(id, status);
                synchronized (unacknowledged) {
                    unacknowledged.remove(id);
                }
            } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
                throw new AssertionError("Not JSON: " + message, e);
            }
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            if (!closed && from == socket) {
                socket = null;
            }
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable error) {
            if (!closed && from == socket) {
                socket = null;
            }
        }
    }
}
