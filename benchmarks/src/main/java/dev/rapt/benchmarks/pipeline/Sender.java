package dev.rapt.benchmarks.pipeline;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One meeting's frames over one WebSocket, as a bot sends them: each participant two a second, evenly spread, so that no
 * two come at once. What is late is sent at once and keeps the time at which it was due: a camera doesn't wait.
 */
final class Sender implements AutoCloseable {

    private static final Pattern ACK = Pattern.compile("\"type\":\"ack\"");
    private static final Pattern PARTICIPANT = Pattern.compile("\"participantId\":\"([^\"]+)\"");
    private static final Pattern CAPTURED = Pattern.compile("\"capturedAt\":(\\d+)");
    private static final Pattern STATUS = Pattern.compile("\"status\":\"([a-z]+)\"");
    private static final Pattern REASON = Pattern.compile("\"reason\":\"([a-z-]+)\"");
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(30);

    private final Meeting meeting;
    private final Footage footage;
    private final Visibility visibility;
    private final Books books = new Books();
    private final WebSocket socket;
    private final Thread thread;
    private volatile boolean stopped;
    private volatile RuntimeException failure;

    /** Opens the stream; {@link #start()} sends. */
    Sender(HttpClient http, URI stream, Meeting meeting, Footage footage, Visibility visibility) {
        this.meeting = meeting;
        this.footage = footage;
        this.visibility = visibility;
        socket = http.newWebSocketBuilder().buildAsync(stream, new Answers()).join();
        thread = new Thread(this::run, "sender-" + meeting.id());
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    Books books() {
        if (failure != null) {
            throw failure;
        }
        return books;
    }

    private void run() {
        long interval = TimeUnit.SECONDS.toNanos(1) / ((long) Footage.FRAMES_A_SECOND * meeting.people());
        long began = System.nanoTime();
        long beganMs = System.currentTimeMillis();
        try {
            for (long i = 0; !stopped; i++) {
                long due = began + i * interval;
                long early = due - System.nanoTime();
                if (early > 0) {
                    TimeUnit.NANOSECONDS.sleep(early);
                }
                int participant = (int) (i % meeting.people());
                send(participant, i / meeting.people(), beganMs + i * interval / 1_000_000, Math.max(due, began));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void send(int participant, long number, long capturedAtMs, long nanos) {
        byte[] id = Meeting.participant(participant).getBytes(StandardCharsets.US_ASCII);
        byte[] picture = footage.picture(participant, number);
        visibility.taken(Meeting.participant(participant), capturedAtMs, nanos);
        books.sent();
        // docs/api.md: R F, version 1, flags (a sequence follows), capture time, sequence, id, picture
        ByteBuffer frame = ByteBuffer.allocate(21 + id.length + picture.length)
                .put((byte) 'R')
                .put((byte) 'F')
                .put((byte) 1)
                .put((byte) 1)
                .putLong(capturedAtMs)
                .putLong(number)
                .put((byte) id.length)
                .put(id)
                .put(picture)
                .flip();
        socket.sendBinary(frame, true).join();
    }

    /** Sends no more and waits for the answers to what was sent. */
    @Override
    public void close() throws InterruptedException {
        stopped = true;
        thread.join();
        long deadline = System.nanoTime() + LAST_ANSWERS.toNanos();
        while (books.open() > 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "");
    }

    private void answered(String message) {
        if (!ACK.matcher(message).find()) {
            return;
        }
        Books.Fate fate = Books.Fate.valueOf(first(STATUS, message).toUpperCase(Locale.ROOT));
        books.settled(fate, first(REASON, message));
        visibility.settled(
                first(PARTICIPANT, message),
                Long.parseLong(first(CAPTURED, message)),
                fate == Books.Fate.PUBLISHED || fate == Books.Fate.ABSENT);
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    private final class Answers implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            text.append(part);
            if (last) {
                answered(text.toString());
                text.setLength(0);
            }
            from.request(1);
            return null;
        }
    }
}
