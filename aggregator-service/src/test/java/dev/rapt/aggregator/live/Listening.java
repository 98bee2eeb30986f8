package dev.rapt.aggregator.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

/** A listener by HTTP that keeps every byte it gets. */
final class Listening implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** An event as it came. */
    record Heard(String event, Optional<String> id, JsonNode data) {}

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private Optional<Subscription> subscription = Optional.empty();
    private boolean ended;

    Listening(HttpClient client, URI uri, Optional<String> lastId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri);
        lastId.ifPresent(id -> request.header("Last-Event-ID", id));
        client.sendAsync(request.build(), info -> HttpResponse.BodySubscribers.fromSubscriber(new Taker()));
    }

    private final class Taker implements Subscriber<List<ByteBuffer>> {
        @Override
        public void onSubscribe(Subscription given) {
            synchronized (Listening.this) {
                subscription = Optional.of(given);
            }
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> parts) {
            synchronized (Listening.this) {
                for (ByteBuffer part : parts) {
                    byte[] copy = new byte[part.remaining()];
                    part.get(copy);
                    bytes.writeBytes(copy);
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            onComplete();
        }

        @Override
        public void onComplete() {
            synchronized (Listening.this) {
                ended = true;
            }
        }
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized String text() {
        return bytes.toString(UTF_8);
    }

    /** All events that have come whole. */
    List<Heard> heard() {
        List<Heard> events = new ArrayList<>();
        String text = text();
        int end = text.lastIndexOf("\n\n");
        for (String block : text.substring(0, Math.max(0, end)).split("\n\n")) {
            Map<String, String> fields = new TreeMap<>();
            block.lines()
                    .filter(line -> line.indexOf(':') > 0)
                    .forEach(line -> fields.put(
                            line.substring(0, line.indexOf(':')),
                            line.substring(line.indexOf(':') + 1).strip()));
            if (fields.containsKey("data")) {
                events.add(new Heard(
                        fields.get("event"), Optional.ofNullable(fields.get("id")), parse(fields.get("data"))));
            }
        }
        return events;
    }

    /** The last id, also one of a sign of life. */
    Optional<String> lastId() {
        return text().lines()
                .filter(line -> line.startsWith("id: "))
                .map(line -> line.substring(4))
                .reduce((one, next) -> next);
    }

    /** The latest row of each step by participant and start, in what is told by these events. */
    static Map<String, JsonNode> rows(List<Heard> heard) {
        Map<String, JsonNode> rows = new TreeMap<>();
        for (Heard event : heard) {
            for (JsonNode participant : event.data().path("participants")) {
                for (JsonNode row : participant.path("buckets")) {
                    rows.put(
                            participant.path("participantId").asText() + " "
                                    + row.path("start").asText(),
                            row);
                }
            }
        }
        return rows;
    }

    @Override
    public synchronized void close() {
        subscription.ifPresent(Subscription::cancel);
    }

    static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode get(HttpClient client, URI uri) throws Exception {
        return parse(client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body());
    }
}
